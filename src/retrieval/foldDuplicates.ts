import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { readCandidate } from './readCandidate';

/** Share of common tokens from which two passages say the same: a line that was copied and given another particle. */
const sameShare = 0.9;

/** Ranks looked at: further down nobody reads. */
const foldedRanks = 20;

/**
 * Puts near-duplicates behind the first of them, so that one thing said in two documents does not take two places. Passages
 * that differ in a number are none, however alike: a changed limit is what the newer version is about.
 */
export function foldDuplicates<Hit extends IndexHit>(ranked: Hit[]): (Hit & { duplicates: Hit[] })[] {
  const kept: { hit: Hit; tokens: Set<string>; duplicates: Hit[] }[] = [];
  for (const [rank, hit] of ranked.entries()) {
    const { text: tokens } = readCandidate(hit);
    const same = rank < foldedRanks && kept.find((other) => isAlike(other.tokens, tokens));
    if (same) same.duplicates.push(hit);
    else kept.push({ hit, tokens, duplicates: [] });
  }
  return kept.map(({ hit, duplicates }) => ({ ...hit, duplicates }));
}

/** Jaccard's share of the tokens of both that each has, and every number. */
function isAlike(one: Set<string>, other: Set<string>): boolean {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0 || smaller < Math.max(one.size, other.size) * sameShare) return false;
  let common = 0;
  for (const token of one) {
    if (other.has(token)) common += 1;
    else if (isNumber(token)) return false;
  }
  if (common / (one.size + other.size - common) < sameShare) return false;
  return [...other].every((token) => one.has(token) || !isNumber(token));
}

function isNumber(token: string): boolean {
  return /\d/u.test(token);
}

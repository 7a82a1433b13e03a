import { runsOf } from '../storage/searchIndex/tokens';

/** Share of common words from which two passages say the same: a line that was copied and given another particle. */
const sameShare = 0.9;

/** Ranks looked at: further down nobody reads. */
const foldedRanks = 20;

interface Text {
  text: string;
}

/**
 * Puts near-duplicates behind the first of them, so that one thing said in two documents does not take two places. Passages
 * that differ in a number are none, however alike: a changed limit is what the newer version is about.
 */
export function foldDuplicates<Passage extends Text>(
  ranked: Passage[],
): (Passage & { duplicates: Passage[] })[] {
  const kept: { passage: Passage; words: Set<string>; numbers: string; duplicates: Passage[] }[] = [];
  for (const [rank, passage] of ranked.entries()) {
    const words = rank < foldedRanks ? wordsOf(passage.text) : [];
    const numbers = words.filter((word) => /\d/u.test(word)).join(' ');
    const set = new Set(words);
    const same = kept.find(
      (other) => words.length > 0 && other.numbers === numbers && isAlike(other.words, set),
    );
    if (same) same.duplicates.push(passage);
    else kept.push({ passage, words: set, numbers, duplicates: [] });
  }
  return kept.map(({ passage, duplicates }) => ({ ...passage, duplicates }));
}

function wordsOf(text: string): string[] {
  return runsOf(text).map((run) => run.text);
}

/** Jaccard's share of the words of both that each has. */
function isAlike(one: Set<string>, other: Set<string>): boolean {
  const smaller = Math.min(one.size, other.size);
  const larger = Math.max(one.size, other.size);
  if (smaller < larger * sameShare) return false;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common) >= sameShare;
}

import type { RankedCandidate } from './rankCandidates';

/** Evidence is looked for in the passages an answer would be written from. */
const bestPassages = 5;

/** Ranks from here on stand for what is found for any question. */
const backgroundFrom = 10;

/** Standard deviations by which a nearest meaning may stand out from the background, about. */
const farOut = 5;

/** So many words of a question say all that more could say. */
const manyWords = 12;

/** What tells an answerable question from one without an answer, each about 0 to 1. */
export interface EvidenceFeatures {
  /** Share of the question's words, rare ones counting more, that stand together in or above one of the best passages. */
  words: number;
  /** The same in a single sentence. */
  sentence: number;
  /** Of the passage with most of the words, how much it has of the one it has least of. */
  leastWord: number;
  /** How far the nearest meaning stands out from the background. */
  prominence: number;
  /** Nearness of the nearest meaning: cosine. */
  nearest: number;
  /** Whether the first in rank is also first by words and nearest in meaning. */
  agreement: number;
  /** The first's share of all candidates' odds: an answer stands out from the rest, what is merely near does not. */
  lead: number;
  /** How much of the question there is in a passage: two words found of two say less than eight of eight. */
  matched: number;
  /** Share of the best keyword score that the background lacks. */
  distinct: number;
}

/** @param ranked what was found, best first. */
export function evidenceFeatures(ranked: RankedCandidate[]): EvidenceFeatures {
  const best = ranked.slice(0, bestPassages);
  const highest = (value: (candidate: RankedCandidate) => number) => Math.max(0, ...best.map(value));
  const cosines = sortedDown(ranked.flatMap(({ hit }) => hit.legs.vector ?? []));
  const [first] = ranked;
  const words = highest(({ features }) => features.words);
  const nearness = first && cosines.length > 0 && first.hit.legs.vector === cosines[0] ? 0.5 : 0;
  return {
    words,
    sentence: highest(({ features }) => features.sentence),
    leastWord: leastWord(best),
    prominence: prominence(cosines),
    nearest: cosines[0] ?? 0,
    agreement: nearness + (first?.features.keywordRank === 1 ? 0.5 : 0),
    lead: Math.max(0, ...ranked.map(({ share }) => share)),
    matched: (words * Math.min(first?.shares.length ?? 0, manyWords)) / manyWords,
    distinct: distinctness(ranked),
  };
}

function leastWord(best: RankedCandidate[]): number {
  const [fullest] = best.toSorted((a, b) => b.features.words - a.features.words);
  return fullest && fullest.shares.length > 0 ? Math.min(...fullest.shares) : 0;
}

function prominence(cosines: number[]): number {
  const background = cosines.slice(backgroundFrom);
  if (background.length === 0) return 0;
  const mean = background.reduce((sum, value) => sum + value, 0) / background.length;
  const spread = Math.sqrt(
    background.reduce((sum, value) => sum + (value - mean) ** 2, 0) / background.length,
  );
  return spread > 0 ? (cosines[0]! - mean) / spread / farOut : 0;
}

function distinctness(ranked: RankedCandidate[]): number {
  const scores = sortedDown(ranked.flatMap(({ hit }) => hit.legs.lexical ?? []));
  return scores.length === 0 ? 0 : 1 - (scores[backgroundFrom] ?? 0) / scores[0]!;
}

function sortedDown(values: number[]): number[] {
  return values.sort((a, b) => b - a);
}

import type { RankedCandidate } from './rankCandidates';

/** Evidence is looked for in the passages an answer would be written from. */
const bestPassages = 5;

/** What tells an answerable question from one without an answer, each 0 to 1. */
export interface EvidenceFeatures {
  /** Of the passage with most of the question's words, how much it has of the one it has least of. */
  leastWord: number;
  /**
   * The first's share of all candidates' odds, times the share of the question's words it has: an answer stands out from the
   * rest, what is merely near does not; what stands alone because nothing else was found has few of the words.
   */
  lead: number;
}

/** @param ranked what was found, best first. */
export function evidenceFeatures(ranked: RankedCandidate[]): EvidenceFeatures {
  const [first] = ranked;
  const [fullest] = ranked.slice(0, bestPassages).sort((a, b) => b.features.words - a.features.words);
  return {
    leastWord: fullest && fullest.shares.length > 0 ? Math.min(...fullest.shares) : 0,
    lead: first ? first.share * first.features.words : 0,
  };
}

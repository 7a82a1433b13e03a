import type { CandidateFeatures } from './candidateFeatures';

/** What each feature counts. */
export type RankingModel = Partial<Record<keyof CandidateFeatures, number>>;

/**
 * With vectors. Near what `npm run eval:retrieval -- --calibrate` prints for a light pull towards zero; what stands in the
 * text counts a little more against nearness, which swaps 1 of 48 negation questions in place of 4 at the same nDCG.
 */
export const hybridRanking: RankingModel = {
  nearness: 2.33,
  sameLanguage: -4.1,
  words: 1.67,
  ownWords: 1.45,
  sentence: 1.51,
  numbersMissing: -1.31,
  keywordRank: 1.07,
  opening: -1,
  substance: 0.34,
  negation: 0.65,
};

/** By words alone: the same without what vectors say, and with how far the keyword score itself falls. */
export const keywordRanking: RankingModel = {
  words: 1.67,
  ownWords: 1.45,
  sentence: 1.51,
  numbersMissing: -1.31,
  keywordRank: 1.07,
  keywordShare: 0.7,
  opening: -1,
  substance: 0.34,
  negation: 0.65,
};

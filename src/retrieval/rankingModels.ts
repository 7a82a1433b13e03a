import type { CandidateFeatures } from './candidateFeatures';

/** What each feature counts. */
export type RankingModel = Partial<Record<keyof CandidateFeatures, number>>;

/** With vectors. Printed by `npm run eval:retrieval -- --calibrate`. */
export const hybridRanking: RankingModel = {
  nearness: 2.24,
  sameLanguage: -4.78,
  words: 2.01,
  ownWords: 1.63,
  sentence: 1.85,
  numbersMissing: -1.41,
  keywordRank: 1.23,
  opening: -1.04,
  substance: 0.3,
  negation: 0.74,
};

/** By words alone. Printed by the same command. */
export const keywordRanking: RankingModel = {
  words: 2.08,
  ownWords: 1.5,
  sentence: 2.15,
  numbersMissing: -2.06,
  keywordRank: 2.03,
  opening: -1.42,
  substance: 0.05,
  negation: 0.78,
};

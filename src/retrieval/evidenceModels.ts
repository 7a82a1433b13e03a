import type { EvidenceFeatures } from './evidenceFeatures';

/** Coefficients of a logistic regression. */
export interface EvidenceModel {
  bias: number;
  weights: Partial<Record<keyof EvidenceFeatures, number>>;
}

/**
 * With vectors. Printed by `npm run eval:retrieval -- --calibrate`, which puts the share of unanswerable questions that may
 * pass, 5 %, at a probability of one half.
 */
export const hybridEvidence: EvidenceModel = {
  bias: -2.53,
  weights: {
    words: 0.66,
    sentence: -0.38,
    leastWord: 2.08,
    distinct: 0.4,
    prominence: -0.05,
    nearest: 1.07,
    agreement: 1.05,
  },
};

/** By words alone. Printed by the same command. */
export const keywordEvidence: EvidenceModel = {
  bias: -1.82,
  weights: { words: 1.3, sentence: -0.41, leastWord: 2.07, distinct: 1.18 },
};

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
  bias: -2.5,
  weights: {
    words: 0.68,
    sentence: -0.47,
    leastWord: 2.47,
    distinct: -0.54,
    prominence: 0.18,
    nearest: 1.45,
    agreement: 1.16,
  },
};

/** By words alone. Printed by the same command. */
export const keywordEvidence: EvidenceModel = {
  bias: -1.16,
  weights: {
    words: 2.09,
    sentence: -1.19,
    leastWord: 2.46,
    distinct: 0.35,
  },
};

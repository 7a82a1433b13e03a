import type { EvidenceFeatures } from './evidenceFeatures';

/** Coefficients of a logistic regression. */
export interface EvidenceModel {
  bias: number;
  weights: EvidenceFeatures;
}

/**
 * With vectors. Printed by `npm run eval:retrieval -- --calibrate`, which puts the share of unanswerable questions that may
 * pass, 5 %, at a probability of one half.
 */
export const hybridEvidence: EvidenceModel = { bias: -1.43, weights: { leastWord: 1.14, lead: 2.88 } };

/** By words alone. Printed by the same command. */
export const keywordEvidence: EvidenceModel = { bias: -1.27, weights: { leastWord: 0.79, lead: 3.8 } };

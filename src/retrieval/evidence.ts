import type { EvidenceGrade } from '../shared/search';
import { evidenceFeatures, type EvidenceFeatures } from './evidenceFeatures';
import { hybridEvidence, keywordEvidence, type EvidenceModel } from './evidenceModels';
import type { RankedCandidate } from './rankCandidates';

/**
 * From here on passages carry an answer: at most 5 % of the questions without one get this far with vectors, on either set and
 * engine. A little above the half to which the models are fitted, because the engines' candidates differ.
 */
export const evidenceThreshold = 0.54;

/**
 * From here on the nearest passages are worth a look, with the word that they may not be the answer: nine of ten questions
 * that have one get this far, paraphrases and questions in another language included. Little more than what a passage has with
 * vectors that shares no word with the question and stands out by nothing (.193).
 */
const nearThreshold = 0.195;

/** Share of a question's words below which a passage found by words alone has nothing to do with it. */
const leastWords = 0.3;

/**
 * How likely the passages answer the question, 0 to 1: a logistic regression over how far the first stands out and how much of
 * the question is there (see `evidenceFeatures`), fitted to answerable and unanswerable questions of two unlike collections. No score of an
 * engine can serve as it is: BM25 compares within one answer only, and the cosines of relevant and irrelevant passages
 * overlap.
 * @param ranked what was found, best first.
 */
export function measureEvidence(ranked: RankedCandidate[]): number {
  if (ranked.length === 0 || ranked[0]!.shares.length === 0) return 0;
  const hasVectors = ranked.some(({ hit }) => hit.legs.vector !== null);
  const features = evidenceFeatures(ranked);
  if (hasVectors) return probability(hybridEvidence, features);
  return ranked.every(({ shares }) => mean(shares) < leastWords) ? 0 : probability(keywordEvidence, features);
}

/** Whether passages with this evidence carry an answer. */
export function hasEvidence(evidence: number): boolean {
  return gradeEvidence(evidence) === 'found';
}

/** What passages with this evidence are to the question. */
export function gradeEvidence(evidence: number): EvidenceGrade {
  if (evidence >= evidenceThreshold) return 'found';
  return evidence >= nearThreshold ? 'near' : 'none';
}

function probability({ bias, weights }: EvidenceModel, features: EvidenceFeatures): number {
  const sum = Object.entries(weights).reduce(
    (total, [feature, weight]) => total + weight * features[feature as keyof EvidenceFeatures],
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

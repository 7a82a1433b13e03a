import type { Candidate, CandidateFeatures } from './candidateFeatures';
import { contradicts } from './polarity';
import { hybridRanking, keywordRanking } from './rankingModels';

/** What is taken from a passage that speaks only of the opposite of what is asked: about what all its words together give. */
const contradictionPenalty = 6;

export interface RankedCandidate extends Candidate {
  /** Its share of all candidates' odds to be the answer, 0 to 1. */
  share: number;
}

/**
 * Orders the candidates by what both ways of searching and their own text say, best first, and gives each its score. The
 * engine's fusion stretches each way from its worst to its best hit, whatever the distance, by weights that suit one kind of
 * question: here the words count as far as a passage has them, and the meaning as far as it sets a passage apart.
 */
export function rankCandidates(question: string, candidates: Candidate[]): RankedCandidate[] {
  const isAgainst = contradicts(question);
  const hasVectors = candidates.some(({ hit }) => hit.legs.vector !== null);
  const model = hasVectors ? hybridRanking : keywordRanking;
  const points = candidates.map(({ hit, features }) => {
    const penalty = isAgainst(`${hit.title} ${hit.heading} ${hit.text}`) ? contradictionPenalty : 0;
    return sumOf(model, features) - penalty;
  });
  const best = Math.max(...points);
  const scores = points.map((value) => odds(value - best));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return candidates
    .map((candidate, at) => ({
      ...candidate,
      hit: { ...candidate.hit, score: scores[at]! },
      share: scores[at]! / total,
    }))
    .sort((a, b) => b.hit.score - a.hit.score);
}

/** The models are logistic: a difference of points is the logarithm of how much likelier one is the answer than the other. */
function odds(difference: number): number {
  return Math.exp(difference);
}

function sumOf(model: Partial<CandidateFeatures>, features: CandidateFeatures): number {
  return Object.entries(model).reduce(
    (total, [feature, weight]) => total + weight * features[feature as keyof CandidateFeatures],
    0,
  );
}

export interface ScoredId {
  id: string;
  score: number;
}

export interface Leg {
  weight: number;
  /** Raw scores of one kind of search; higher is better. */
  hits: ScoredId[];
}

/** What OpenSearch gives the worst hit of a leg, so that being found counts for more than not being found. */
const worstHitScore = 0.001;

/**
 * Joins several ways of searching into one ranking, best first: min-max normalised scores, summed by weight. It is
 * OpenSearch's `normalization-processor` with `min_max` and `arithmetic_mean`, so both engines rank alike.
 */
export function fuse(legs: Leg[]): ScoredId[] {
  const totals = new Map<string, number>();
  for (const { weight, hits } of legs) {
    for (const { id, score } of minMax(hits)) totals.set(id, (totals.get(id) ?? 0) + weight * score);
  }
  return [...totals].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}

function minMax(hits: ScoredId[]): ScoredId[] {
  const scores = hits.map(({ score }) => score);
  const lowest = Math.min(...scores);
  const range = Math.max(...scores) - lowest;
  return hits.map(({ id, score }) => ({
    id,
    score: range === 0 ? 1 : (score - lowest) / range || worstHitScore,
  }));
}

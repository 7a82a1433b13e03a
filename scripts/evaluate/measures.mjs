// Measures of one ranking: a list of ranks, each the ids of the passages that stand there (more than one where
// near-duplicates are folded). An answer is a list of chunk ids of which any carries it, and counts where it is found first.

/** Normalised discounted cumulative gain with gains of 0 and 1 (Järvelin and Kekäläinen 2002). */
export function ndcg(ranking, answers, depth = 10) {
  const gained = gains(ranking.slice(0, depth), answers);
  const ideal = Array.from({ length: Math.min(depth, answers.length) }, () => 1);
  return discounted(gained) / discounted(ideal);
}

/** Whether any answer stands among the first. */
export function recall(ranking, answers, depth) {
  return gains(ranking.slice(0, depth), answers).some((gain) => gain > 0) ? 1 : 0;
}

/** One through the rank of the first answer, 0 when there is none. */
export function reciprocalRank(ranking, answers) {
  const first = gains(ranking, answers).findIndex((gain) => gain > 0);
  return first < 0 ? 0 : 1 / (first + 1);
}

export function mean(values) {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gains(ranking, answers) {
  const open = new Set(answers.keys());
  return ranking.map((ids) => {
    const found = [...open].filter((at) => answers[at].some((id) => ids.includes(id)));
    found.forEach((at) => open.delete(at));
    return found.length > 0 ? 1 : 0;
  });
}

function discounted(values) {
  return values.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

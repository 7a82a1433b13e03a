const outcomes = ['right', 'wrong', 'silent', 'asked back', 'documents', 'failed'];

/**
 * The scores of each set as a whole and of each of its halves.
 * `rightOfAnswered`: of what was answered with a figure; `notAnswered`: asked back, looked for in documents, or failed.
 */
export function scoresOf(judged) {
  const sets = [...new Set(judged.map(({ question }) => question.set))];
  return sets.flatMap((set) =>
    ['all', 'dev', 'held-out'].map((half) => ({
      set,
      half,
      ...score(
        judged.filter(({ question }) => question.set === set && (half === 'all' || question.half === half)),
      ),
    })),
  );
}

/** The scores of each kind of question in a set. */
export function scoresByKind(judged, set) {
  const of = judged.filter(({ question }) => question.set === set);
  return [...new Set(of.map(({ question }) => question.kind))].map((kind) => ({
    set,
    kind,
    ...score(of.filter(({ question }) => question.kind === kind)),
  }));
}

function score(judged) {
  const count = (...wanted) => judged.filter(({ outcome }) => wanted.includes(outcome)).length;
  return {
    questions: judged.length,
    ...Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])),
    rightOfAnswered: share(count('right'), count('right', 'wrong', 'silent')),
    notAnswered: share(count('asked back', 'documents', 'failed'), judged.length),
    rightOfAll: share(count('right'), judged.length),
  };
}

function share(part, whole) {
  return whole === 0 ? null : part / whole;
}

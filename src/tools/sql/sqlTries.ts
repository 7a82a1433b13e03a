/** Failed tries in a turn: the first, and two repairs. A model that is not right by then guesses. */
const maximumFailures = 3;
/** Statements in a turn, right or wrong. */
const maximumStatements = 8;

/** How a turn keeps to its tries at SQL: one at a time, so that none is begun that is one too many. */
export interface SqlTries {
  /** Does the work when there is a try left. @returns null when there is none. */
  take<T>(work: () => Promise<T>): Promise<T | null>;
  /** Counts a try that gave no result. @returns how many are left. */
  failed(): number;
}

export function createSqlTries(): SqlTries {
  let begun = 0;
  let failures = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    take(work) {
      const next = last.then(() => {
        if (failures >= maximumFailures || begun >= maximumStatements) return null;
        begun += 1;
        return work();
      });
      last = next.catch(() => {}); // told to whoever asked for it
      return next;
    },
    failed() {
      failures += 1;
      return Math.max(0, Math.min(maximumFailures - failures, maximumStatements - begun));
    },
  };
}

import { nearestInWords } from '../../analytics/sqlGuard/nearestNames';
import type { CheckedStatement } from '../../analytics/sqlGuard/checkStatement';
import { curatedViews } from '../../analytics/sqlGuard/curatedViews';

/** An error as PostgreSQL sends it. */
interface ServerError extends Error {
  code: string;
  hint?: string;
}

/**
 * What the database says of a statement, in words that help to mend it; null for an error that is not about the statement.
 * Row-level security comes before what a statement computes, so that these words tell of visible rows only.
 */
export function databaseMistake(error: unknown, { views }: CheckedStatement): string | null {
  if (!isServerError(error)) return null;
  const wrongName = /column "?(?:\w+\.)?([^"\s]+)"? does not exist/.exec(error.message)?.[1];
  const names = views.flatMap((view) => Object.keys(curatedViews[view]!.columns));
  const nearest = wrongName ? nearestInWords(wrongName, names) : '';
  return [`${error.message}${nearest}`, error.hint].filter(Boolean).join('. ');
}

/** PostgreSQL's own errors have a code of five characters; those of a lost connection are told apart before. */
function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && /^[0-9A-Z]{5}$/.test((error as Partial<ServerError>).code ?? '');
}

import i18next from 'i18next';
import type { Problem } from '../../shared/problem';

/** A refused or failed call: a problem body of the server, or no answer at all (`code` is then `network`). */
export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    /** Safe to show, in the reader's language; empty where the server gave none. */
    readonly detail: string,
    readonly fields: NonNullable<Problem['errors']> = [],
    readonly requestId?: string,
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiError';
  }
}

/** The error of an answer that is not OK, also when something before the server (a proxy) wrote the body. */
export async function toApiError(response: Response): Promise<ApiError> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) {
    return new ApiError(response.status, 'unexpected_answer', '');
  }
  return fromProblem((await response.json()) as Problem);
}

export function fromProblem(problem: Problem): ApiError {
  return new ApiError(problem.status, problem.code, problem.detail, problem.errors, problem.requestId);
}

/** What to tell the reader about any thrown value; never a raw error. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return i18next.t('errors.unexpected');
  if (error.code === 'network') return i18next.t('errors.network');
  const text = error.detail || i18next.t('errors.unexpected');
  const showNumber = error.status >= 500 && error.requestId;
  return showNumber ? `${text} ${i18next.t('errors.requestNumber', { id: error.requestId })}` : text;
}

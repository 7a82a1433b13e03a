import { errorCatalogue } from './errorCatalogue';
import type { Language, Problem } from './shared/problem';

export type ErrorCode = keyof typeof errorCatalogue;

interface AppErrorOptions {
  cause?: unknown;
  /** Which part of the input is wrong. */
  errors?: Problem['errors'];
  /** More members for the problem body, such as the id of what already exists. */
  extra?: Record<string, unknown>;
  /** Page of the client that says it: a browser that was sent to the call itself is led there. */
  page?: string;
}

/** An error a user may see: a code of the catalogue, with what is known of it. The cause stays in the log. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly options: AppErrorOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** Whether a text is a code of the catalogue. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}

/** The catalogue's text for a code in the reader's language. */
export function errorText(code: ErrorCode, language: Language): string {
  return errorCatalogue[code][language];
}

/** The same error as a problem body (RFC 9457). */
export function toProblem(error: AppError, language: Language, requestId?: string): Problem {
  const { errors, extra } = error.options;
  return {
    ...extra,
    type: `urn:narutalk:problem:${error.code}`,
    title: errorText(error.code, language),
    status: error.status,
    code: error.code,
    detail: errorText(error.code, language),
    ...(errors ? { errors } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

import type { ErrorCode } from '../errors';

/** What the function `refuse_question` of the database says. */
export interface Refusal {
  code: ErrorCode;
  /** Not given where it is not known: when one of the person's answers ends. */
  retryAfterSeconds?: number;
}

/** The person may not ask once more now. */
export class QuestionRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** An error as every REST call answers it (RFC 9457, `application/problem+json`). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable, for programs: see `src/errors.ts` for the whole list. */
  code: string;
  detail: string;
  /** Which part of the input is wrong, where that is known. */
  errors?: { path: string; message: string }[];
  /** The request this answers, as in the log and the trace. */
  requestId?: string;
  [extra: string]: unknown;
}

/** A list as every REST call answers it; `nextCursor` is opaque, null on the last page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Languages the product speaks; the reader's `Accept-Language` chooses, Korean is the default. */
export type Language = 'ko' | 'en';

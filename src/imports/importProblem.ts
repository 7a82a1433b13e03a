import type { StoredProblem } from '../repositories/imports/importRejects';

/** Something wrong with a cell, a row or a file: a code of `importErrorTexts` or of the error catalogue, with its facts. */
export interface ImportProblem {
  code: string;
  /** What the text says of it, such as the limit; left out where there is nothing. */
  facts?: Record<string, string | number>;
}

/**
 * The same with its place, as it is stored: the row as the file counts it, from 1 with the header, and our name of the
 * column; null: the file, or the row, as a whole.
 */
export type PlacedProblem = StoredProblem;

/** The file as a whole cannot be imported. */
export class FileRefused extends Error {
  constructor(readonly problems: PlacedProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
  }
}

/** A file refused for one reason. */
export function refused(
  code: string,
  options: { row?: number; column?: string; facts?: ImportProblem['facts'] } = {},
): FileRefused {
  const { row = null, column = null, facts } = options;
  return new FileRefused([{ row, column, code, ...(facts ? { facts } : {}) }]);
}

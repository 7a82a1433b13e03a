import { asStorable } from '../../shared/storableText';
import type { ImportProblem } from '../importProblem';
import type { Cell } from './cell';

/** A value on its way into the database, as COPY takes it. */
export type StagedValue = string | number | null;

export interface ReadOptions {
  /** How the file writes days, such as `YYYYMMDD`; not given: the usual ways. */
  dateFormat?: string;
}

/** How the cells of a column are understood. Empty cells do not come here. */
export type ReadCell = (cell: Cell, options: ReadOptions) => StagedValue | ImportProblem;

export function isProblem(value: StagedValue | ImportProblem): value is ImportProblem {
  return typeof value === 'object' && value !== null;
}

/** Characters of a value that a message repeats. */
const shownLength = 60;

/** What is wrong with a value, and its beginning; of that only what can be stored, or the file as a whole would fail by one cell. */
export function problem(code: string, value: string, facts: ImportProblem['facts'] = {}): ImportProblem {
  return { code, facts: { value: asStorable(value.slice(0, shownLength)), ...facts } };
}

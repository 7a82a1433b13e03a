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

export function problem(code: string, value: string, facts: ImportProblem['facts'] = {}): ImportProblem {
  return { code, facts: { value: value.slice(0, shownLength), ...facts } };
}

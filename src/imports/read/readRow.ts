import type { ImportKind, TemplateLayout } from '../../shared/imports';
import type { PlacedProblem } from '../importProblem';
import { checkRow, importColumnsOf } from '../kinds/kinds';
import { isEmpty, textOf, type Cell } from '../values/cell';
import { isProblem, type ReadOptions, type StagedValue } from '../values/columnType';
import type { FileRow } from './fileTable';
import type { Header } from './readHeader';

/** A row that is understood, by the order of the kind's columns; or one that is not, as it was read. */
export type ReadRow =
  | { row: number; values: StagedValue[] }
  | { row: number; cells: Record<string, string>; problems: PlacedProblem[] };

/** @returns a function that understands the rows below a header. */
export function rowReader(
  kind: ImportKind,
  header: Header,
  layout: Partial<TemplateLayout>,
): (row: FileRow) => ReadRow {
  const options: ReadOptions = { dateFormat: layout.dateFormat };
  const columns = importColumnsOf(kind).map((column) => {
    const place = header.places.get(column.name);
    const constant: Cell | undefined = place && 'constant' in place ? place.constant : undefined;
    return { ...column, at: place && 'at' in place ? place.at : -1, constant };
  });

  return ({ row, cells }) => {
    const problems: PlacedProblem[] = [];
    const note = (column: string | null, { code, facts }: Pick<PlacedProblem, 'code' | 'facts'>) =>
      problems.push({ row, column, code, ...(facts ? { facts } : {}) });
    const values: StagedValue[] = [];
    for (const column of columns) {
      const cell = column.at >= 0 ? cells[column.at] : column.constant;
      if (cell === undefined || isEmpty(cell)) {
        if (column.required) note(column.name, { code: 'value_missing' });
        values.push(column.whenEmpty ?? null);
        continue;
      }
      const value = column.read(cell, options);
      if (isProblem(value)) note(column.name, value);
      else values.push(value);
    }
    if (cells.length > header.width && cells.slice(header.width).some((cell) => !isEmpty(cell)))
      note(null, { code: 'too_many_cells', facts: { columns: header.width } });
    if (problems.length === 0) {
      const wrong = checkRow(kind, values);
      if (!wrong) return { row, values };
      note(wrong.column, wrong.problem);
    }
    return { row, cells: cellsOf(cells), problems };
  };

  function cellsOf(cells: Cell[]): Record<string, string> {
    const entries = columns.map(({ name, at, constant }) => [name, storable(at >= 0 ? cells[at] : constant)]);
    return Object.fromEntries(entries.filter(([, text]) => text !== '')) as Record<string, string>;
  }
}

/** Longest text of a rejected cell that is kept. */
const keptLength = 10_000;

/** PostgreSQL stores no NUL and no half of a surrogate pair. */
function storable(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return textOf(cell).slice(0, keptLength).replaceAll('\0', '\uFFFD').toWellFormed();
}

import { columnsOf, importKinds, type ImportKind, type TemplateLayout } from '../../shared/imports';
import { asStorable } from '../../shared/storableText';
import { FileRefused, type PlacedProblem } from '../importProblem';
import { importColumnsOf } from '../kinds/kinds';
import { headerNamesOf, plainHeader } from '../kinds/headerNames';
import { textOf } from '../values/cell';
import type { FileRow } from './fileTable';

/** More columns than any export has: such a file is something else. */
export const maximumColumns = 500;

/** Which cell of a row each of our columns is read from. */
export interface Header {
  /** By our columns: place in the row, or the value that every row has; not there: neither. */
  places: Map<string, { at: number } | { constant: string }>;
  /** Cells a row may have. */
  width: number;
  /** Headers of the file that nothing is read from. */
  ignored: string[];
}

/** A row tried as a header: what it gives, and why it is none. */
export interface HeaderTry {
  header: Header;
  problems: PlacedProblem[];
}

/** Reads a row as the header of a kind, with the layout's own names first. */
export function readHeader(
  { row, cells }: FileRow,
  kind: ImportKind,
  layout: Partial<TemplateLayout>,
): HeaderTry {
  if (cells.length > maximumColumns)
    throw new FileRefused([{ row, column: null, code: 'too_many_columns', facts: { max: maximumColumns } }]);
  const known = namesOf(kind, layout);
  const places: Header['places'] = new Map();
  const ignored: string[] = [];
  const problems: PlacedProblem[] = [];
  for (const [at, cell] of cells.entries()) {
    const header = asStorable(textOf(cell));
    if (header === '') continue;
    const column = known.get(plainHeader(header));
    if (!column) ignored.push(asStorable(header.slice(0, 100)));
    else if (places.has(column)) problems.push({ row, column, code: 'column_repeated', facts: { header } });
    else places.set(column, { at });
  }
  for (const [column, constant] of Object.entries(layout.constants ?? {})) {
    if (!places.has(column)) places.set(column, { constant });
  }
  for (const { name, required } of importColumnsOf(kind)) {
    if (required && !places.has(name))
      problems.push({
        row,
        column: name,
        code: 'column_missing',
        facts: { column: layout.columns?.[name] ?? name },
      });
  }
  return { header: { places, width: cells.length, ignored }, problems };
}

/** The other kind whose columns a header has all of, if there is one. */
export function otherKindOf(row: FileRow, kind: ImportKind): ImportKind | undefined {
  return importKinds.find((other) => other !== kind && readHeader(row, other, {}).problems.length === 0);
}

/** A column that the layout names is found by that name only. */
function namesOf(kind: ImportKind, { columns = {} }: Partial<TemplateLayout>): Map<string, string> {
  const names = headerNamesOf(kind);
  for (const [name, column] of names) if (columns[column]) names.delete(name);
  for (const column of columnsOf(kind)) {
    const header = columns[column];
    if (header) names.set(plainHeader(header), column);
  }
  return names;
}

import type { ImportKind, TemplateLayout } from '../../shared/imports';
import { FileRefused, refused, type PlacedProblem } from '../importProblem';
import type { FileRow, FileTable, OpenFile } from './fileTable';
import { otherKindOf, readHeader, type Header } from './readHeader';

/** Rows above which a header is not looked for: titles and notes stand there. */
const rowsBeforeHeader = 20;

export interface FoundTable {
  header: Header;
  rows: AsyncIterable<FileRow>;
}

/** How near a row came to being a header. */
interface Candidate {
  row: FileRow;
  found: number;
  problems: PlacedProblem[];
}

/**
 * The first table of a file that has the columns of a kind.
 * @throws FileRefused telling what the row that comes nearest to a header lacks.
 */
export async function findTable(
  { tables }: OpenFile,
  kind: ImportKind,
  layout: Partial<TemplateLayout>,
): Promise<FoundTable> {
  const names: string[] = [];
  let nearest: Candidate | null = null;
  for await (const table of withoutEnd(tables)) {
    if (table.name !== null) names.push(table.name);
    if (layout.sheet && table.name !== null && table.name !== layout.sheet) {
      await skip(table);
      continue;
    }
    const result = await tryTable(table, kind, layout);
    if ('header' in result) return result;
    if (result.nearest && result.nearest.found > (nearest?.found ?? -1)) nearest = result.nearest;
    await skip(table);
  }
  if (nearest) throw new FileRefused(explain(nearest, kind));
  if (layout.sheet && names.length > 0)
    throw refused('sheet_missing', { facts: { sheet: layout.sheet, sheets: names.join(', ') } });
  throw refused('no_rows');
}

async function tryTable(
  table: FileTable,
  kind: ImportKind,
  layout: Partial<TemplateLayout>,
): Promise<FoundTable | { nearest: Candidate | null }> {
  let nearest: Candidate | null = null;
  let looked = 0;
  for await (const row of withoutEnd(table.rows)) {
    const { header, problems } = readHeader(row, kind, layout);
    if (problems.length === 0) return { header, rows: table.rows };
    const found = [...header.places.values()].filter((place) => 'at' in place).length;
    if (found > (nearest?.found ?? -1)) nearest = { row, found, problems };
    looked += 1;
    if (looked === rowsBeforeHeader) break;
  }
  return { nearest };
}

function explain({ row, problems }: Candidate, kind: ImportKind): PlacedProblem[] {
  const other = otherKindOf(row, kind);
  if (!other) return problems;
  return [{ row: row.row, column: null, code: 'wrong_kind', facts: { kind: other } }, ...problems];
}

async function skip({ rows }: FileTable): Promise<void> {
  const iterator = rows[Symbol.asyncIterator](); // the next sheet comes behind these rows
  while (!(await iterator.next()).done);
}

/** The same, not closed by a loop that is left early: what is left is read by another. */
function withoutEnd<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

import type { BatchRecord } from '../repositories/imports/importBatches';
import { columnsOf } from '../shared/imports';
import type { ImportDependencies } from './dependencies';
import type { FileRow } from './read/fileTable';
import type { Header } from './read/readHeader';

/** Rejects read at a time. */
const pageSize = 1_000;

/** The rejected rows of an import that have a chance now, as a table whose columns are ours. */
export function rejectedRows(
  { id, kind }: BatchRecord,
  { repositories }: Pick<ImportDependencies, 'repositories'>,
): { header: Header; rows: AsyncIterable<FileRow> } {
  const columns = columnsOf(kind);

  async function* rows(): AsyncGenerator<FileRow> {
    let afterRow = 0;
    for (;;) {
      const page = await repositories.importRejects.listToRerun(id, { afterRow, limit: pageSize });
      for (const { rowNumber, cells } of page)
        yield { row: rowNumber, cells: columns.map((column) => cells[column] ?? '') };
      if (page.length < pageSize) return;
      afterRow = page.at(-1)!.rowNumber;
    }
  }
  const places: Header['places'] = new Map(columns.map((column, at) => [column, { at }]));
  return { header: { places, width: columns.length, ignored: [] }, rows: rows() };
}

import type { CopiedRow } from '../storage/database/copyRows';
import type { NewReject } from '../repositories/imports/importRejects';
import type { ImportDependencies } from './dependencies';
import type { FileRow } from './read/fileTable';
import type { ReadRow } from './read/readRow';

/** Rows that go to the database at a time. */
const batchSize = 1_000;

/**
 * Rows as they are staged: those that are understood come out in batches, the others are kept as rejects on the way. What
 * is read is never all in memory.
 */
export function stagedBatches(
  rows: AsyncIterable<FileRow>,
  read: (row: FileRow) => ReadRow,
  batchId: string,
  { repositories }: Pick<ImportDependencies, 'repositories'>,
): { batches(): AsyncGenerator<CopiedRow[]>; count(): number } {
  let count = 0;

  async function* batches(): AsyncGenerator<CopiedRow[]> {
    let understood: CopiedRow[] = [];
    let rejects: NewReject[] = [];
    for await (const fileRow of rows) {
      count += 1;
      const result = read(fileRow);
      if ('values' in result) understood.push([result.row, ...result.values]);
      else rejects.push({ rowNumber: result.row, cells: result.cells, errors: result.problems });
      if (rejects.length >= batchSize) {
        await repositories.importRejects.add(batchId, rejects);
        rejects = [];
      }
      if (understood.length >= batchSize) {
        yield understood;
        understood = [];
      }
    }
    await repositories.importRejects.add(batchId, rejects);
    if (understood.length > 0) yield understood;
  }
  return { batches, count: () => count };
}

import { createHash, randomBytes } from 'node:crypto';
import type { WrittenFile } from '../../repositories/auditExports';
import type { ExportDependencies } from './dependencies';
import { endFailedExport } from './endFailedExport';
import { beginExportRun, ExportRunLost, type ExportRun } from './exportRun';
import { fileWriters } from './fileWriters';
import { exportSearch, readTurns } from './readTurns';

/**
 * The way of turns into a file: they are read page by page and written while they are read, straight into the file store,
 * under a key of this run alone. Only a file that is whole comes to its export; a run that does not come so far leaves
 * nothing, and the next begins from the first turn.
 */
export async function runExport(
  exportId: string,
  dependencies: ExportDependencies,
  shutdown: AbortSignal,
): Promise<void> {
  const run = await beginExportRun(exportId, dependencies, shutdown);
  if (!run) return;
  try {
    const file = await write(run, dependencies);
    await handOver(run, file, dependencies);
  } catch (error) {
    await endFailedExport(run, error, dependencies);
  } finally {
    run.close();
  }
}

async function write(
  run: ExportRun,
  { repositories, objectStore, seenBy, unseenBy }: ExportDependencies,
): Promise<WrittenFile> {
  const { record, reached, signal } = run;
  const { mediaType, write: writeFile } = fileWriters[record.format];
  const search = exportSearch(record, await unseenBy(record.askedBy, record.filter.q));
  const expectedRows = await repositories.auditTurns.count(search);
  reached.expectedRows = expectedRows;
  const file = { objectKey: randomBytes(32).toString('hex'), rows: 0, cutCells: 0, bytes: 0, sha256: '' };
  const read = readTurns({ search, trace: record.trace }, repositories, (rows) => {
    file.rows += rows;
    reached.rows = file.rows;
  });
  async function* seen() {
    for await (const turns of read) yield await seenBy(record.askedBy, turns);
  }
  const { columns, language } = record;
  const content = writeFile(seen(), { columns, language, onCut: () => (file.cutCells += 1) });
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      hash.update(chunk);
      file.bytes += chunk.length;
      yield chunk;
    }
  }
  await objectStore.putStream(file.objectKey, hashed(), { mediaType, signal });
  return { ...file, expectedRows, sha256: hash.digest('hex') };
}

async function handOver(
  run: ExportRun,
  file: WrittenFile,
  { database, objectStore, audit, keepDays }: ExportDependencies,
): Promise<void> {
  const { id, askedBy } = run.record;
  const { objectKey, ...told } = file;
  try {
    await database.sequelize.transaction(async (transaction) => {
      const expiresAt = new Date(Date.now() + keepDays * 24 * 60 * 60_000);
      await audit.record(
        { name: 'audit.export-finish', employeeId: askedBy, input: { id }, output: { ...told, expiresAt } },
        transaction,
      );
      // Last: its row is locked from here on, and a run that has lost its export undoes all of this.
      await run.end({ status: 'done', objectKey, expiresAt, ...told }, transaction);
    });
  } catch (error) {
    // Else nobody knows whether the export has come to it: what it has not, is found with the files of nobody.
    if (error instanceof ExportRunLost) await objectStore.remove(objectKey);
    throw error;
  }
  await run.tell('done');
}

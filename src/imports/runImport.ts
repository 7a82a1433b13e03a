import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'sequelize';
import { admitAgain } from '../accounts/admission';
import { AppError } from '../errors';
import { withTemporaryFolder } from '../ingestion/temporaryFiles';
import type { BatchRecord } from '../repositories/imports/importBatches';
import type { CopiedRow } from '../storage/database/copyRows';
import { afterMerge, noteMerged } from './afterMerge';
import type { ImportDependencies } from './dependencies';
import { endFailedImport } from './endFailedImport';
import { refused } from './importProblem';
import { demandKind } from './importRights';
import { beginImportRun, type ImportRun } from './importRun';
import { findTable } from './read/findTable';
import { openFile } from './read/openFile';
import { rowReader } from './read/readRow';
import { rejectedRows } from './rejectedRows';
import { stagedBatches } from './stagedBatches';

/** Share of the work that is done when a file is read, in per cent. */
const readShare = 60;

/**
 * The way of a file into the tables: its rows are read into a table of their own, what is not understood is set aside,
 * and the rest is merged in one transaction, which is all of what readers ever see of it. Every step may be repeated.
 */
export async function runImport(
  importId: string,
  dependencies: ImportDependencies,
  shutdown: AbortSignal,
): Promise<void> {
  const run = await beginImportRun(importId, dependencies, shutdown);
  if (!run) return;
  try {
    await demandStill(run.batch, dependencies);
    if (run.batch.reads === 'file') await bringInFile(run, dependencies);
    else await bringInRejects(run, dependencies);
    await afterMerge(run.batch, dependencies);
  } catch (error) {
    await endFailedImport(run, error, dependencies);
  } finally {
    run.close();
    await dependencies.repositories.importStaging.drop(importId);
  }
}

async function bringInFile(run: ImportRun, dependencies: ImportDependencies): Promise<void> {
  const { batch, signal } = run;
  const { repositories } = dependencies;
  await repositories.importRejects.removeAll(batch.id);
  await withTemporaryFolder(async (folder) => {
    const file = await openFile(await fetchOriginal(batch, folder, dependencies, signal));
    try {
      const { header, rows } = await findTable(file, batch.kind, batch.layout);
      const columns = [...header.places.keys()];
      await run.noteHeader({ columns, ignoredColumns: header.ignored });
      run.progress(() => file.share() * readShare);
      const staged = stagedBatches(rows, rowReader(batch.kind, header, batch.layout), batch.id, dependencies);
      await stage(run, staged.batches(), dependencies);
      if (staged.count() === 0) throw refused('no_rows');
      await merge(run, { columns, rows: staged.count(), before: nothing }, dependencies);
    } finally {
      file.close();
    }
  });
}

/**
 * Whoever asked for an import still has to be somebody who may when its rows come in: it may have waited for hours.
 * @throws FileRefused
 */
async function demandStill(
  { kind, requestedBy }: BatchRecord,
  { repositories: { people } }: Pick<ImportDependencies, 'repositories'>,
  transaction?: Transaction,
): Promise<void> {
  try {
    if (requestedBy === null) throw new AppError('unauthenticated');
    demandKind(await admitAgain(people, requestedBy, transaction), kind);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw refused('import_not_allowed');
  }
}

const nothing = { inserted: 0, updated: 0, unchanged: 0 };

/** Runs again what was rejected and has a chance now; what is accepted adds to what the import has brought. */
async function bringInRejects(run: ImportRun, dependencies: ImportDependencies): Promise<void> {
  const { batch } = run;
  const { header, rows } = rejectedRows(batch, dependencies);
  const staged = stagedBatches(rows, rowReader(batch.kind, header, batch.layout), batch.id, dependencies);
  await stage(run, staged.batches(), dependencies);
  await merge(run, { columns: batch.columns, rows: batch.rows, before: batch }, dependencies);
}

async function stage(
  { batch: { id, kind }, signal }: ImportRun,
  batches: AsyncIterable<CopiedRow[]>,
  { database, repositories }: ImportDependencies,
): Promise<void> {
  await repositories.importStaging.fill(
    { batchId: id, kind, engine: database.engine },
    abortable(batches, signal),
  );
}

async function* abortable<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}

async function merge(
  run: ImportRun,
  found: { columns: string[]; rows: number; before: Pick<BatchRecord, keyof typeof nothing> },
  { database, repositories, jobs, audit }: ImportDependencies,
): Promise<void> {
  const { batch, signal } = run;
  const { importMerge, importRejects, importStaging, people } = repositories;
  run.progress(() => readShare);
  signal.throwIfAborted();
  await database.sequelize.transaction(async (transaction) => {
    await importMerge.lock(transaction);
    await demandStill(batch, { repositories }, transaction);
    const { kind, dryRun } = batch;
    // Nobody takes the role of another admin meanwhile: each would count on the other.
    if (kind === 'employees') await people.lockActiveAdmins(transaction);
    const staging = importStaging.tableOf(batch.id);
    const merged = await importMerge.merge(
      { kind, columns: found.columns, batchId: batch.id, staging, dryRun },
      transaction,
    );
    const rejected = await importRejects.count(batch.id, transaction);
    const sums = {
      inserted: found.before.inserted + merged.inserted,
      updated: found.before.updated + merged.updated,
      unchanged: found.before.unchanged + merged.unchanged,
    };
    const loaded = sums.inserted + sums.updated + sums.unchanged;
    const status = rejected > 0 ? ('completed_with_rejects' as const) : ('completed' as const);
    const outcome = { status, rows: found.rows, loaded, rejected, ...sums };
    await noteMerged(batch, merged, { repositories, jobs }, transaction);
    await audit.record(
      {
        name: 'import.finish',
        employeeId: batch.requestedBy ?? undefined,
        input: { id: batch.id, kind, dryRun, reads: batch.reads },
        output: outcome,
      },
      transaction,
    );
    // Last: its row is locked from here on, and a run that has lost its import undoes all of this.
    await run.end(outcome, transaction);
  });
}

async function fetchOriginal(
  { sha256 }: BatchRecord,
  folder: string,
  { objectStore }: ImportDependencies,
  signal: AbortSignal,
): Promise<string> {
  const file = path.join(folder, 'original');
  if (sha256 === null) throw new AppError('original_missing');
  const original = await objectStore.get(sha256).catch((error: unknown) => {
    const isMissing = error instanceof AppError && error.code === 'not_found';
    throw isMissing ? new AppError('original_missing', { cause: error }) : error;
  });
  await pipeline(original, createWriteStream(file), { signal });
  return file;
}

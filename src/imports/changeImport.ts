import { ForeignKeyConstraintError } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { BatchRecord } from '../repositories/imports/importBatches';
import type { RejectRecord } from '../repositories/imports/importRejects';
import { columnsOf } from '../shared/imports';
import { noteMerged, afterMerge } from './afterMerge';
import type { ImportDependencies } from './dependencies';
import { demandKind } from './importRights';

/**
 * Runs an import again: of one that has rejects those that were corrected, or whose codes may be registered by now; of one
 * that failed the whole file. @throws AppError `import_not_done`
 */
export async function rerunImport(
  batch: BatchRecord,
  actor: Actor,
  dependencies: ImportDependencies,
): Promise<void> {
  const { database, repositories, jobs, audit, importUpdates } = dependencies;
  demandKind(actor, batch.kind);
  // What rows were rejected for by a dry run is corrected in the file, which is uploaded again.
  if (batch.dryRun) throw new AppError('import_not_done');
  const reads = batch.status === 'failed' && batch.loaded === 0 ? 'file' : 'rejects';
  await database.sequelize.transaction(async (transaction) => {
    const waits = await repositories.importBatches.requeue(
      batch.id,
      { status: ['completed_with_rejects', 'failed'], reads, by: actor.id },
      transaction,
    );
    if (!waits) throw new AppError('import_not_done');
    await jobs.add('imports.run', { importId: batch.id }, transaction);
    await audit.record(
      { name: 'import.rerun', employeeId: actor.id, input: { id: batch.id, reads } },
      transaction,
    );
  });
  await importUpdates.publish({ importId: batch.id, status: 'queued', progress: 0 });
}

/** Changes cells of a rejected row; it is loaded by the next re-run. @throws AppError `validation_failed` */
export async function correctReject(
  batch: BatchRecord,
  reject: RejectRecord,
  cells: Record<string, string | null>,
  actor: Actor,
  { database, repositories, audit }: ImportDependencies,
): Promise<RejectRecord> {
  demandKind(actor, batch.kind);
  const unknown = Object.keys(cells).filter((name) => !columnsOf(batch.kind).includes(name));
  if (unknown.length > 0) {
    throw new AppError('validation_failed', {
      errors: unknown.map((name) => ({ path: `cells.${name}`, message: 'no such column' })),
    });
  }
  const changed = Object.entries({ ...reject.cells, ...cells });
  const kept = Object.fromEntries(changed.filter((entry): entry is [string, string] => entry[1] !== null));
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.importRejects.correct(reject.id, { cells: kept, by: actor.id }, transaction)))
      throw new AppError('not_found');
    const input = { id: batch.id, row: reject.rowNumber, cells };
    await audit.record({ name: 'import.correct', employeeId: actor.id, input }, transaction);
  });
  return { ...reject, cells: kept, correctedAt: new Date() };
}

/** Ends an import that waits or runs. @throws AppError `import_not_waiting` */
export async function cancelImport(
  batch: BatchRecord,
  actor: Actor,
  dependencies: ImportDependencies,
): Promise<void> {
  const { database, repositories, audit, importUpdates } = dependencies;
  demandKind(actor, batch.kind);
  const cancelled = [{ row: null, column: null, code: 'import_cancelled' }];
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.importBatches.cancel(batch.id, cancelled, transaction)))
      throw new AppError('import_not_waiting');
    await audit.record({ name: 'import.cancel', employeeId: actor.id, input: { id: batch.id } }, transaction);
  });
  await importUpdates.publish({ importId: batch.id, status: 'failed', progress: 100 });
}

/**
 * Takes an import back: what it inserted goes, what it updated is as it was.
 * @throws AppError `import_not_done`; `import_built_upon`, with what is in the way as `hindrance`; `last_admin` where it has made the
 *   only admin there is by now.
 */
export async function undoImport(
  batch: BatchRecord,
  actor: Actor,
  dependencies: ImportDependencies,
): Promise<void> {
  const { database, repositories, audit } = dependencies;
  const { importMerge, importUndo, importBatches, people } = repositories;
  demandKind(actor, batch.kind);
  if (batch.dryRun) throw new AppError('import_not_done');
  try {
    await database.sequelize.transaction(async (transaction) => {
      await importMerge.lock(transaction);
      const done = await importBatches.lockDone(batch.id, transaction);
      if (!done) throw new AppError('import_not_done');
      const hindrance = await importUndo.hindrance(batch.id, batch.kind, transaction);
      if (hindrance) throw new AppError('import_built_upon', { extra: { hindrance } });
      const admins = await people.lockActiveAdmins(transaction);
      await importUndo.undo(batch.id, batch.kind, transaction);
      // Without any admin nobody could put it right again.
      const isLastGone = admins.length > 0 && (await people.lockActiveAdmins(transaction)).length === 0;
      if (isLastGone) throw new AppError('last_admin');
      await importBatches.markUndone(batch.id, transaction);
      await noteMerged(done, done, dependencies, transaction);
      await audit.record({ name: 'import.undo', employeeId: actor.id, input: { id: batch.id } }, transaction);
    });
  } catch (error) {
    // A row that came to use one of these between the look and the deletion.
    if (error instanceof ForeignKeyConstraintError)
      throw new AppError('import_built_upon', { cause: error, extra: { hindrance: 'in_use' } });
    throw error;
  }
  await afterMerge(batch, dependencies);
}

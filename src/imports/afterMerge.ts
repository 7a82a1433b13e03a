import type { Transaction } from 'sequelize';
import type { BatchRecord } from '../repositories/imports/importBatches';
import type { MergedRows } from '../repositories/imports/importMerge';
import { importTargets } from '../repositories/imports/importTargets';
import type { ImportDependencies } from './dependencies';

/** With the transaction that changes them: what is derived from the rows is stale, and will be made anew by a job. */
export async function noteMerged(
  { kind, dryRun }: Pick<BatchRecord, 'kind' | 'dryRun'>,
  { inserted, updated }: Pick<MergedRows, 'inserted' | 'updated'>,
  { repositories, jobs }: Pick<ImportDependencies, 'repositories' | 'jobs'>,
  transaction: Transaction,
): Promise<void> {
  if (dryRun || !importTargets[kind].feedsPerformance || inserted + updated === 0) return;
  await repositories.performanceFreshness.noteChange(transaction);
  await jobs.add('performance.refresh', {}, transaction);
}

/** Once it is committed: those who watch are told, and the search index is asked whether it still knows every name. */
export async function afterMerge(
  { id, kind, dryRun }: Pick<BatchRecord, 'id' | 'kind' | 'dryRun'>,
  { repositories, importUpdates, reviewIndex, logger }: ImportDependencies,
): Promise<void> {
  const batch = await repositories.importBatches.findById(id);
  await importUpdates.publish({ importId: id, status: batch!.status, progress: batch!.progress });
  if (dryRun || !importTargets[kind].feedsNames) return;
  // Looked at again every ten minutes: an index that is away now gets its words then.
  await reviewIndex().catch((error: unknown) => {
    logger.warn({ err: error, importId: id }, 'the search index could not be reviewed after an import');
  });
}

import type { ImportDependencies } from './dependencies';
import { failedTooOften, maximumImportAttempts } from './endFailedImport';

/**
 * Puts imports whose run is dead back in line, with their jobs; one that ended its process too often fails. Several
 * processes may do so at once.
 */
export async function takeBackImports({
  database,
  repositories,
  jobs,
  importUpdates,
  logger,
}: ImportDependencies): Promise<void> {
  const ended = await database.sequelize.transaction(async (transaction) => {
    const rows = await repositories.importBatches.endAbandoned(
      maximumImportAttempts,
      failedTooOften,
      transaction,
    );
    for (const { id, status } of rows) {
      if (status === 'queued')
        await jobs.again('imports.run', { importId: id }, { inSeconds: 0 }, transaction);
    }
    return rows;
  });
  for (const { id, status } of ended) {
    logger.warn({ importId: id, status }, 'took back an import whose run is dead');
    await importUpdates.publish({ importId: id, status, progress: status === 'queued' ? 0 : 100 });
  }
}

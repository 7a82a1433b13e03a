import type { ExportDependencies } from './dependencies';
import { failedTooOften, maximumExportAttempts } from './endFailedExport';

/**
 * Puts exports whose run is dead back in line, with their jobs; one that ended its process too often fails. Several
 * processes may do so at once.
 */
export async function takeBackExports({
  database,
  repositories,
  jobs,
  audit,
  exportUpdates,
  logger,
}: ExportDependencies): Promise<void> {
  const ended = await database.sequelize.transaction(async (transaction) => {
    const rows = await repositories.auditExports.endAbandoned(
      maximumExportAttempts,
      failedTooOften,
      transaction,
    );
    for (const { id, status, askedBy } of rows) {
      if (status === 'queued')
        await jobs.again('audit.export', { exportId: id }, { inSeconds: 0 }, transaction);
      else
        await audit.record(
          { name: 'audit.export-finish', employeeId: askedBy, input: { id }, error: failedTooOften },
          transaction,
        );
    }
    return rows;
  });
  for (const { id, status, rows } of ended) {
    logger.warn({ exportId: id, status }, 'took back an export whose run is dead');
    await exportUpdates.publish({ exportId: id, status, rows });
  }
}

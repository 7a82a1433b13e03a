import type { ExportDependencies } from './dependencies';

/**
 * Ends the time of files that were kept long enough: first nobody is given them any more, then they go. A store that is
 * away keeps them until the next look. Several processes may do so at once.
 */
export async function expireExports({
  database,
  repositories,
  objectStore,
  audit,
  exportUpdates,
}: ExportDependencies): Promise<void> {
  const { auditExports } = repositories;
  const expired = await database.sequelize.transaction(async (transaction) => {
    const records = await auditExports.expire(transaction);
    for (const { id, sha256, rows } of records)
      await audit.record(
        { name: 'audit.export-expire', input: { id }, output: { sha256, rows } },
        transaction,
      );
    return records;
  });
  for (const { id, rows } of expired) await exportUpdates.publish({ exportId: id, status: 'expired', rows });
  for (const { id, objectKey } of await auditExports.withFileToRemove()) {
    await objectStore.remove(objectKey);
    await auditExports.forgetFile(id);
  }
}

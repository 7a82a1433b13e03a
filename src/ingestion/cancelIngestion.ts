import { AppError } from '../errors';
import { alignDocument } from './alignIndex';
import type { IngestionDependencies } from './dependencies';

/**
 * Ends the way of a document into the index. Whoever is reading it is told and stops; a document that was in the index
 * before stays there as it was.
 * @throws AppError `document_not_waiting` when it is done, or has failed.
 */
export async function cancelIngestion(
  documentId: string,
  employeeId: number,
  dependencies: IngestionDependencies,
): Promise<void> {
  const { database, repositories, audit, documentUpdates, logger } = dependencies;
  const reason = 'ingestion_cancelled';
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.documents.cancel(documentId, reason, transaction)))
      throw new AppError('document_not_waiting');
    await audit.record({ name: 'document.cancel', employeeId, input: { documentId } }, transaction);
  });
  await documentUpdates.publish({ documentId, status: 'failed', progress: 100, reason });
  await alignDocument(documentId, dependencies).catch((error: unknown) => {
    logger.warn(
      { err: error, documentId },
      'what was indexed so far is left to the next check of all stores',
    );
  });
}

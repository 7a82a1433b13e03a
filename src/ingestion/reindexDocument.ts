import { AppError } from '../errors';
import type { IngestionDependencies } from './dependencies';

/** Queues a document to be read again. @throws AppError `not_found`, `document_not_ready` while it is being read. */
export async function reindexDocument(
  documentId: string,
  employeeId: number,
  { database, repositories, jobs, audit }: IngestionDependencies,
): Promise<void> {
  const document = await repositories.documents.findById(documentId);
  if (!document) throw new AppError('not_found');
  if (document.status === 'queued' || document.status === 'processing')
    throw new AppError('document_not_ready');
  await database.sequelize.transaction(async (transaction) => {
    const queued = { status: 'queued' as const, progress: 0, reasonCode: null };
    if (!(await repositories.documents.update(documentId, queued, transaction)))
      throw new AppError('not_found');
    await jobs.add('documents.ingest', { documentId }, transaction);
    await audit.record({ name: 'document.reindex', employeeId, input: { documentId } }, transaction);
  });
}

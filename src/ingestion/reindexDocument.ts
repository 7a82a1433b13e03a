import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { IngestionDependencies } from './dependencies';

/**
 * Queues a document to be read again; what is in the index of it stays until then.
 * @throws AppError `not_found`, `document_not_ready` while it is being read.
 */
export async function reindexDocument(
  documentId: string,
  employeeId: number,
  dependencies: IngestionDependencies,
): Promise<void> {
  const { repositories, audit } = dependencies;
  const queued = await queueAgain(documentId, dependencies, (transaction) =>
    audit.record({ name: 'document.reindex', employeeId, input: { documentId } }, transaction),
  );
  if (queued) return;
  const document = await repositories.documents.findById(documentId);
  throw new AppError(!document || document.status === 'deleting' ? 'not_found' : 'document_not_ready');
}

/** Lets a document that is done, or has failed, be brought in again. @returns whether it was either. */
export async function queueAgain(
  documentId: string,
  { database, repositories, jobs, documentUpdates }: IngestionDependencies,
  alsoDo: (transaction: Transaction) => Promise<void> = async () => {},
): Promise<boolean> {
  const queued = await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.documents.requeue(documentId, transaction))) return false;
    await jobs.add('documents.ingest', { documentId }, transaction);
    await alsoDo(transaction);
    return true;
  });
  if (queued) await documentUpdates.publish({ documentId, status: 'queued', progress: 0 });
  return queued;
}

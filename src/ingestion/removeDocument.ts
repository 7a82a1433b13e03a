import { AppError } from '../errors';
import type { IngestionDependencies } from './dependencies';

/**
 * Marks a document as going and leaves a job for the rest, in one transaction: from here on it is not listed, and the
 * deletion is finished however often the program ends in between.
 * @throws AppError `not_found`
 */
export async function requestRemoval(
  documentId: string,
  employeeId: number,
  { database, repositories, jobs, audit }: IngestionDependencies,
): Promise<void> {
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.documents.markDeleting(documentId, transaction)))
      throw new AppError('not_found');
    await jobs.add('documents.remove', { documentId }, transaction);
    await audit.record({ name: 'document.delete', employeeId, input: { documentId } }, transaction);
  });
}

/** Takes a document out of the index, the file store and the database, in this order; each step may be repeated. */
export async function removeDocument(documentId: string, dependencies: IngestionDependencies): Promise<void> {
  const { repositories, searchIndex, objectStore, documentUpdates } = dependencies;
  const document = await repositories.documents.findById(documentId);
  if (!document) return;
  await searchIndex.removeDocument(documentId);
  const left = await searchIndex.countDocument(documentId);
  if (left > 0) throw new Error(`${left} chunks of ${documentId} are still in the index`);
  if ((await repositories.documents.countContent(document.sha256)) === 1)
    await objectStore.remove(document.sha256);
  await repositories.documents.remove(documentId);
  await documentUpdates.publish({ documentId, status: 'deleted', progress: 100 });
}

import { AppError } from '../errors';
import { alignDocument } from './alignIndex';
import type { IngestionDependencies } from './dependencies';
import { settleSeries } from './settleSeries';

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

/**
 * Takes a document out of the index, the file store and the database, in this order, and lets the version before it stand
 * again. Each step is verified and may be repeated; the row goes last, so that until then there is something to go on from.
 */
export async function removeDocument(documentId: string, dependencies: IngestionDependencies): Promise<void> {
  const { database, repositories, searchIndex, objectStore, documentUpdates } = dependencies;
  const document = await repositories.documents.findById(documentId);
  if (!document) return;
  await alignDocument(documentId, dependencies);
  const left = await searchIndex.countDocument(documentId);
  if (left > 0) throw new Error(`${left} chunks of ${documentId} are still in the index`);
  await settleSeries(document.seriesId, dependencies);
  const removed = await database.sequelize.transaction(async (transaction) => {
    // An upload of the same content waits here, and then finds that it has to store the file again.
    await repositories.documents.lockContent(document.sha256, transaction);
    if ((await repositories.documents.countContent(document.sha256, transaction)) === 1) {
      await objectStore.remove(document.sha256);
      if (await objectStore.exists(document.sha256)) throw new Error(`${document.sha256} is still stored`);
    }
    return repositories.documents.remove(documentId, transaction);
  });
  if (removed) await documentUpdates.publish({ documentId, status: 'deleted', progress: 100 });
}

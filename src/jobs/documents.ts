import type { IngestionDependencies } from '../ingestion/dependencies';
import { ingestDocument } from '../ingestion/ingestDocument';
import { removeDocument } from '../ingestion/removeDocument';

/** Takes up the jobs that bring documents in and out. */
export async function workOnDocuments(dependencies: IngestionDependencies): Promise<void> {
  const { jobs } = dependencies;
  await jobs.work('documents.ingest', ({ documentId }, signal) =>
    ingestDocument(documentId, dependencies, signal),
  );
  await jobs.work('documents.remove', ({ documentId }) => removeDocument(documentId, dependencies));
}

import type { IngestionDependencies } from '../ingestion/dependencies';
import { ingestDocument } from '../ingestion/ingestDocument';
import { reconcile } from '../ingestion/reconcile/reconcile';
import { removeDocument } from '../ingestion/removeDocument';
import { settleSeries } from '../ingestion/settleSeries';
import { removeTemporaryFiles } from '../ingestion/temporaryFiles';
import { takeBackAbandoned } from '../ingestion/takeBackAbandoned';

/** How often each worker looks for documents whose run is dead: with the lease, they wait well under a minute. */
const sweepMs = 5_000;

/** While the stores take one document, the next is read; its child may take much memory, so there are no more. */
const documentsAtOnce = 2;

/** How often each worker asks for a check of all stores, beside the one at its start. */
const reconcileMs = 60 * 60_000;

/**
 * Takes up the jobs that bring documents in and out.
 * @param options.onlyProcess there can be no other worker: what is under way was left behind, and is taken up at once.
 * @returns a function that stops looking for more.
 */
export async function workOnDocuments(
  dependencies: IngestionDependencies,
  options: { onlyProcess: boolean },
): Promise<() => void> {
  const { jobs, repositories, database, logger } = dependencies;
  if (options.onlyProcess) await repositories.documentRuns.endLeases();
  await takeBackAbandoned(dependencies);

  jobs.work(
    'documents.ingest',
    ({ documentId }, signal) => ingestDocument(documentId, dependencies, signal),
    {
      atOnce: documentsAtOnce,
    },
  );
  jobs.work('documents.remove', ({ documentId }) => removeDocument(documentId, dependencies));
  jobs.work('documents.settle', ({ seriesId }) => settleSeries(seriesId, dependencies));
  jobs.work('documents.reconcile', async () => {
    await reconcile(dependencies, null);
  });

  const askForReconcile = () =>
    database.sequelize.transaction((transaction) => jobs.add('documents.reconcile', {}, transaction));
  const clearLeftovers = () => removeTemporaryFiles(new Date(Date.now() - reconcileMs));
  await askForReconcile();
  await clearLeftovers();
  const timers = [
    setInterval(() => void takeBackAbandoned(dependencies).catch(log), sweepMs),
    setInterval(() => void askForReconcile().then(clearLeftovers).catch(log), reconcileMs),
  ];
  return () => timers.forEach(clearInterval);

  function log(error: unknown): void {
    logger.error({ err: error }, 'looking after documents');
  }
}

import type { IngestionDependencies } from './dependencies';
import { maximumAttempts } from './endFailedRun';

/**
 * Puts documents whose run is dead back in line, with their jobs; one that ended its process too often fails.
 * Several processes may do so at once.
 */
export async function takeBackAbandoned({
  database,
  repositories,
  jobs,
  documentUpdates,
  logger,
}: IngestionDependencies): Promise<void> {
  const abandoned = await database.sequelize.transaction(async (transaction) => {
    const ended = await repositories.documentRuns.endAbandoned(maximumAttempts, transaction);
    for (const { id, status } of ended) {
      if (status === 'queued')
        await jobs.again('documents.ingest', { documentId: id }, { inSeconds: 0 }, transaction);
    }
    return ended;
  });
  for (const { id, status } of abandoned) {
    logger.warn({ documentId: id, status }, 'a run ended without a word');
    const reason = status === 'failed' ? { reason: 'ingestion_failed' } : {};
    await documentUpdates.publish({
      documentId: id,
      status,
      progress: status === 'failed' ? 100 : 0,
      ...reason,
    });
  }
}

import type { IngestionDependencies } from '../ingestion/dependencies';
import { askForRebuild, rebuildIndex } from '../ingestion/indexRebuild';

/** How often each worker looks whether the index is still what is wanted: products may have got names meanwhile. */
const checkMs = 10 * 60_000;

/** Takes up the jobs that rebuild the search index. @returns a function that stops looking for more. */
export function workOnIndex(dependencies: IngestionDependencies): () => void {
  const { jobs, database, logger } = dependencies;
  jobs.work('index.rebuild', async (_data, signal) => {
    if (await rebuildIndex(dependencies, signal)) return;
    await database.sequelize.transaction((transaction) => jobs.add('index.rebuild', {}, transaction));
  });
  const timer = setInterval(() => {
    askForRebuild(dependencies).catch((error: unknown) => {
      logger.error({ err: error }, 'looking after the search index');
    });
  }, checkMs);
  return () => clearInterval(timer);
}

import type { ImportDependencies } from '../imports/dependencies';
import { runImport } from '../imports/runImport';
import { takeBackImports } from '../imports/takeBackImports';

/** How often each worker looks for imports whose run is dead: with the lease, they wait well under a minute. */
const sweepMs = 5_000;

/**
 * Takes up the jobs that bring figures in, and those that make anew what is derived from them.
 * @param options.onlyProcess there can be no other worker: what is under way was left behind, and is taken up at once.
 * @returns a function that stops looking for more.
 */
export async function workOnImports(
  dependencies: ImportDependencies,
  options: { onlyProcess: boolean },
): Promise<() => void> {
  const { jobs, repositories, logger } = dependencies;
  if (options.onlyProcess) await repositories.importBatches.endLeases();
  await takeBackImports(dependencies);

  jobs.work('imports.run', ({ importId }, signal) => runImport(importId, dependencies, signal));
  jobs.work('performance.refresh', () => repositories.performanceFreshness.refresh());

  const timer = setInterval(() => {
    takeBackImports(dependencies).catch((error: unknown) => {
      logger.error({ err: error }, 'looking after imports');
    });
  }, sweepMs);
  return () => clearInterval(timer);
}

import type { ExportDependencies } from '../audit/exports/dependencies';
import { expireExports } from '../audit/exports/expireExports';
import { runExport } from '../audit/exports/runExport';
import { takeBackExports } from '../audit/exports/takeBackExports';

/** How often each worker looks for exports whose run is dead, and for files whose time is over. */
const sweepMs = 5_000;

/**
 * Takes up the jobs that write files of audited turns.
 * @param options.onlyProcess there can be no other worker: what is under way was left behind, and is taken up at once.
 * @returns a function that stops looking for more.
 */
export async function workOnExports(
  dependencies: ExportDependencies,
  options: { onlyProcess: boolean },
): Promise<() => void> {
  const { jobs, repositories, logger } = dependencies;
  if (options.onlyProcess) await repositories.auditExports.endLeases();
  await takeBackExports(dependencies);

  jobs.work('audit.export', ({ exportId }, signal) => runExport(exportId, dependencies, signal));

  const lookAfter = async () => {
    await takeBackExports(dependencies);
    await expireExports(dependencies);
  };
  const timer = setInterval(() => {
    lookAfter().catch((error: unknown) => {
      logger.error({ err: error }, 'looking after exports');
    });
  }, sweepMs);
  return () => clearInterval(timer);
}

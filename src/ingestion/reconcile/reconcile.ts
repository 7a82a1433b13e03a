import type { ReconcileReport } from '../../shared/documents';
import { settleSeries } from '../settleSeries';
import type { IngestionDependencies } from '../dependencies';
import { reconcileFiles } from './reconcileFiles';
import { reconcileIndex } from './reconcileIndex';
import { reconcileJobs } from './reconcileJobs';

/**
 * Compares what the rows, the index, the file store and the jobs know of documents, and mends what differs: whatever a
 * crash, a restored backup or a hand in a store has left. Work under way is left alone. A second run finds only what
 * nobody but a person can mend.
 * @param employeeId who asked for it; null: the program itself, which notes what came of it only when there was something.
 */
export async function reconcile(
  dependencies: IngestionDependencies,
  employeeId: number | null,
): Promise<ReconcileReport> {
  const { repositories, audit, logger } = dependencies;
  const startedAt = new Date().toISOString();
  // First, since it mends as it goes: what it could not record it does not do.
  await audit.record({ name: 'documents.reconcile-begun', employeeId: employeeId ?? undefined });
  const outdated = await repositories.documentVersions.unsettled();
  for (const seriesId of outdated) await settleSeries(seriesId, dependencies);
  const documents = await repositories.documents.inventory();
  const jobs = await reconcileJobs(documents, dependencies);
  const index = await reconcileIndex(documents, dependencies);
  const files = await reconcileFiles(documents, dependencies);

  const report: ReconcileReport = {
    startedAt,
    finishedAt: new Date().toISOString(),
    documents: documents.length,
    files: files.count,
    findings: [
      ...outdated.map((id) => ({ kind: 'version-outdated' as const, id, mended: true })),
      ...jobs,
      ...index,
      ...files.findings,
    ],
  };
  if (report.findings.length > 0) logger.warn({ findings: report.findings }, 'the stores differed');
  if (report.findings.length > 0 || employeeId !== null)
    await audit.record({
      name: 'documents.reconcile',
      employeeId: employeeId ?? undefined,
      output: report,
    });
  return report;
}

import type { InventoryRow } from '../../repositories/documents';
import type { ReconcileFinding } from '../../shared/documents';
import type { JobName } from '../../storage/jobs/jobQueue';
import type { IngestionDependencies } from '../dependencies';

const jobOf = { queued: 'documents.ingest', deleting: 'documents.remove' } as const satisfies Record<
  string,
  JobName
>;

/** Gives documents that wait, or are being deleted, the job that does it where they have none. */
export async function reconcileJobs(
  documents: InventoryRow[],
  { database, repositories, jobs }: IngestionDependencies,
): Promise<ReconcileFinding[]> {
  const findings: ReconcileFinding[] = [];
  for (const status of ['queued', 'deleting'] as const) {
    const name = jobOf[status];
    const known = new Set((await jobs.unfinished(name)).map(({ documentId }) => documentId));
    for (const { id } of documents.filter((row) => row.status === status && !known.has(row.id))) {
      // Its job may have ended since the rows were read.
      if ((await repositories.documents.findById(id))?.status !== status) continue;
      await database.sequelize.transaction((transaction) => jobs.add(name, { documentId: id }, transaction));
      findings.push({ kind: 'job-missing', id, mended: true });
    }
  }
  return findings;
}

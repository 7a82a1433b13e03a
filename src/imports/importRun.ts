import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import {
  importLeaseSeconds,
  type BatchOutcome,
  type BatchRecord,
} from '../repositories/imports/importBatches';
import type { ImportDependencies } from './dependencies';

/** How often a run says that it is alive and how far it is: many times within its lease. */
const heartbeatMs = 2_000;

/** The import is another run's by now, or was cancelled: this run has to leave it alone. */
export class ImportRunLost extends Error {}

/** One try at an import. What it writes at its end is refused once the import is no longer its own. */
export interface ImportRun {
  readonly batch: BatchRecord;
  /** Fires at shutdown, and when the import is no longer this run's. */
  readonly signal: AbortSignal;
  /** Notes what the header says. @throws ImportRunLost */
  noteHeader(header: Pick<BatchRecord, 'columns' | 'ignoredColumns'>): Promise<void>;
  /** How far it is from now on, 0 to 100; told with the next heartbeat. */
  progress(reached: () => number): void;
  /** Ends it within a transaction. @throws ImportRunLost, which has to undo the transaction */
  end(outcome: BatchOutcome, transaction: Transaction): Promise<void>;
  /** Tells those who watch. */
  tell(status: BatchRecord['status']): Promise<void>;
  /** Stops saying that it is alive. */
  close(): void;
}

/**
 * Takes an import and holds it by a lease that is extended until `close`.
 * @returns null when it is done, or another run has it.
 */
export async function beginImportRun(
  importId: string,
  { repositories, importUpdates, logger }: ImportDependencies,
  shutdown: AbortSignal,
): Promise<ImportRun | null> {
  const { importBatches } = repositories;
  const runId = randomUUID();
  const batch = await importBatches.claim(importId, runId);
  if (!batch) return null;

  const lost = new AbortController();
  let leaseEnds = leaseFromNow();
  let reached = () => 0;
  let told = -1;
  const beat = async (): Promise<void> => {
    const progress = Math.min(99, Math.floor(reached()));
    try {
      if (!(await importBatches.extend(importId, runId, progress))) return lost.abort(new ImportRunLost());
      leaseEnds = leaseFromNow();
      if (progress !== told) await importUpdates.publish({ importId, status: 'running', progress });
      told = progress;
    } catch (error) {
      logger.warn({ err: error, importId }, 'lease could not be extended');
      if (Date.now() > leaseEnds) lost.abort(new ImportRunLost());
    }
  };
  let beating: Promise<void> | null = null;
  const heartbeat = setInterval(() => {
    beating ??= beat().finally(() => (beating = null));
  }, heartbeatMs);
  // A cancellation is told to all processes: the run looks at once instead of at its next beat.
  const stopListening = importUpdates.subscribe((update) => {
    if (update.importId === importId && update.status !== 'running') void beat();
  });

  return {
    batch,
    signal: AbortSignal.any([shutdown, lost.signal]),
    async noteHeader(header) {
      if (!(await importBatches.noteHeader(importId, runId, header))) throw new ImportRunLost();
    },
    progress: (next) => (reached = next),
    async end(outcome, transaction) {
      if (!(await importBatches.end(importId, runId, outcome, transaction))) throw new ImportRunLost();
    },
    async tell(status) {
      await importUpdates.publish({ importId, status, progress: status === 'queued' ? 0 : 100 });
    },
    close() {
      clearInterval(heartbeat);
      stopListening();
    },
  };
}

function leaseFromNow(): number {
  return Date.now() + importLeaseSeconds * 1000;
}

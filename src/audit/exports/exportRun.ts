import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { exportLeaseSeconds, type ExportOutcome, type ExportRecord } from '../../repositories/auditExports';
import type { ExportDependencies } from './dependencies';

/** How often a run says that it is alive and how far it is: many times within its lease. */
const heartbeatMs = 1_000;

/** The export is another run's by now, or was cancelled: this run has to leave it alone. */
export class ExportRunLost extends Error {}

/** One try at an export. What it writes at its end is refused once the export is no longer its own. */
export interface ExportRun {
  readonly record: ExportRecord;
  /** Fires at shutdown, and when the export is no longer this run's. */
  readonly signal: AbortSignal;
  /** How far it is; told with the next heartbeat. */
  readonly reached: { rows: number; expectedRows: number | null };
  /** Ends it within a transaction. @throws ExportRunLost, which has to undo the transaction */
  end(outcome: ExportOutcome, transaction: Transaction): Promise<void>;
  /** Tells those who watch. */
  tell(status: ExportRecord['status']): Promise<void>;
  /** Stops saying that it is alive. */
  close(): void;
}

/**
 * Takes an export and holds it by a lease that is extended until `close`.
 * @returns null when it is done, or another run has it.
 */
export async function beginExportRun(
  exportId: string,
  { repositories, exportUpdates, logger }: ExportDependencies,
  shutdown: AbortSignal,
): Promise<ExportRun | null> {
  const { auditExports } = repositories;
  const runId = randomUUID();
  const record = await auditExports.claim(exportId, runId);
  if (!record) return null;

  const lost = new AbortController();
  const reached: ExportRun['reached'] = { rows: 0, expectedRows: null };
  let leaseEnds = leaseFromNow();
  let told = -1;
  const beat = async (): Promise<void> => {
    try {
      if (!(await auditExports.extend(exportId, runId, reached))) return lost.abort(new ExportRunLost());
      leaseEnds = leaseFromNow();
      if (reached.rows === told) return;
      told = reached.rows;
      await exportUpdates.publish({ exportId, status: 'running', rows: told });
    } catch (error) {
      logger.warn({ err: error, exportId }, 'lease could not be extended');
      if (Date.now() > leaseEnds) lost.abort(new ExportRunLost());
    }
  };
  let beating: Promise<void> | null = null;
  const beatOnce = () => void (beating ??= beat().finally(() => (beating = null)));
  const heartbeat = setInterval(beatOnce, heartbeatMs);
  // A cancellation is told to all processes: the run looks at once instead of at its next beat.
  const stopListening = exportUpdates.subscribe((update) => {
    if (update.exportId === exportId && update.status !== 'running') beatOnce();
  });

  return {
    record,
    signal: AbortSignal.any([shutdown, lost.signal]),
    reached,
    async end(outcome, transaction) {
      if (!(await auditExports.end(exportId, runId, outcome, transaction))) throw new ExportRunLost();
    },
    tell: (status) => exportUpdates.publish({ exportId, status, rows: reached.rows }),
    close() {
      clearInterval(heartbeat);
      stopListening();
    },
  };
}

function leaseFromNow(): number {
  return Date.now() + exportLeaseSeconds * 1000;
}

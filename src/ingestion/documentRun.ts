import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { leaseSeconds, type RunOutcome, type RunProgress } from '../repositories/documentRuns';
import type { DocumentRecord } from '../repositories/documents';
import type { IngestionDependencies } from './dependencies';

/** How often a run says that it is alive: three times within its lease. */
const heartbeatMs = (leaseSeconds * 1000) / 3;

/** The document is another run's by now, or was cancelled or deleted: this run has to leave it alone. */
export class RunLost extends Error {}

/** One try at bringing a document in. Everything it writes is refused once the document is no longer its own. */
export interface DocumentRun {
  readonly document: DocumentRecord;
  /** Fires at shutdown, and when the document is no longer this run's. */
  readonly signal: AbortSignal;
  /** Notes how far it is. @throws RunLost */
  note(progress: RunProgress, transaction?: Transaction): Promise<void>;
  /** Notes it and tells those who watch. @throws RunLost */
  report(progress: RunProgress & { progress: number }): Promise<void>;
  /** Ends it and tells those who watch. @throws RunLost */
  end(outcome: RunOutcome, inTransaction?: (transaction: Transaction) => Promise<void>): Promise<void>;
  /** Stops saying that it is alive. */
  close(): void;
}

/**
 * Takes a document and holds it by a lease that is extended until `close`.
 * @returns null when it is gone, done, or another run has it.
 */
export async function beginRun(
  documentId: string,
  { database, repositories, documentUpdates, logger }: IngestionDependencies,
  shutdown: AbortSignal,
): Promise<DocumentRun | null> {
  const { documentRuns } = repositories;
  const runId = randomUUID();
  const document = await documentRuns.claim(documentId, runId);
  if (!document) return null;

  const lost = new AbortController();
  let leaseEnds = leaseFromNow();
  const beat = async (): Promise<void> => {
    try {
      if (await documentRuns.extend(documentId, runId)) leaseEnds = leaseFromNow();
      else lost.abort(new RunLost());
    } catch (error) {
      logger.warn({ err: error, documentId }, 'lease could not be extended');
      if (Date.now() > leaseEnds) lost.abort(new RunLost());
    }
  };
  const heartbeat = setInterval(() => void beat(), heartbeatMs);
  // A cancellation is told to all processes: the run looks at once instead of at its next beat.
  const stopListening = documentUpdates.subscribe((update) => {
    if (update.documentId === documentId && update.status !== 'processing') void beat();
  });

  const note: DocumentRun['note'] = async (progress, transaction) => {
    if (!(await documentRuns.note(documentId, runId, progress, transaction))) throw new RunLost();
  };

  return {
    document,
    signal: AbortSignal.any([shutdown, lost.signal]),
    note,
    async report(progress) {
      await note(progress);
      await documentUpdates.publish({ documentId, status: 'processing', progress: progress.progress });
    },
    async end(outcome, inTransaction = async () => {}) {
      await database.sequelize.transaction(async (transaction) => {
        if (!(await documentRuns.end(documentId, runId, outcome, transaction))) throw new RunLost();
        await inTransaction(transaction);
      });
      const progress = outcome.status === 'queued' ? 0 : 100;
      const reason = outcome.status === 'failed' ? { reason: outcome.reason } : {};
      await documentUpdates.publish({ documentId, status: outcome.status, progress, ...reason });
    },
    close() {
      clearInterval(heartbeat);
      stopListening();
    },
  };
}

function leaseFromNow(): number {
  return Date.now() + leaseSeconds * 1000;
}

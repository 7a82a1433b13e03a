import { AppError, type ErrorCode } from '../errors';
import type { RunOutcome } from '../repositories/documentRuns';
import { isConnectionLost } from '../storage/database/connectionLost';
import { alignDocument } from './alignIndex';
import type { IngestionDependencies } from './dependencies';
import { RunLost, type DocumentRun } from './documentRun';

/** Errors that are the file's own: trying again cannot help, the person who uploaded it can. */
const faultsOfTheFile = new Set<ErrorCode>([
  'file_unsupported',
  'file_encrypted',
  'file_with_macros',
  'file_unreadable',
  'file_without_text',
  'file_empty',
  'file_too_complex',
  'original_missing',
]);

/** A part is away, for whatever time: the document waits, and no try is counted. */
const outages = new Set<ErrorCode>([
  'search_unavailable',
  'file_store_unavailable',
  'embeddings_unavailable',
  'database_unavailable',
]);

/** Between two tries while a part is away: short enough that work goes on soon, long enough not to press a weak part. */
const outageRetrySeconds = 10;

/** Tries that end by a mistake of the program, or with its process: more would only hurt others. */
export const maximumAttempts = 5;

/** Ends a run that did not come to its end by itself, as its error demands. */
export async function endFailedRun(
  run: DocumentRun,
  error: unknown,
  dependencies: IngestionDependencies,
): Promise<void> {
  const { logger, jobs } = dependencies;
  const { id: documentId, attempts } = run.document;
  try {
    if (run.signal.reason instanceof RunLost || error instanceof RunLost) throw new RunLost();
    const outcome = outcomeOf(error, { attempts, isShutdown: run.signal.aborted });
    logger.warn({ err: error, documentId, outcome }, 'a run ended without success');
    await run.end(outcome, async (transaction) => {
      if (outcome.status === 'queued')
        await jobs.again('documents.ingest', { documentId }, outcome, transaction);
    });
  } catch (end) {
    if (!(end instanceof RunLost)) throw end;
    logger.info({ documentId }, 'a run has lost its document');
    // What it wrote into the index before it knew must not outlive a deletion or a cancellation.
    await alignDocument(documentId, dependencies);
  }
}

function outcomeOf(error: unknown, run: { attempts: number; isShutdown: boolean }): RunOutcome {
  if (run.isShutdown) return { status: 'queued', reason: null, inSeconds: 0, counted: false };
  if (error instanceof AppError && faultsOfTheFile.has(error.code))
    return { status: 'failed', reason: error.code };
  const outage = outageOf(error);
  if (outage) return { status: 'queued', reason: outage, inSeconds: outageRetrySeconds, counted: false };
  if (run.attempts >= maximumAttempts) return { status: 'failed', reason: 'ingestion_failed' };
  return { status: 'queued', reason: 'internal', inSeconds: 2 ** run.attempts, counted: true };
}

function outageOf(error: unknown): ErrorCode | null {
  if (isConnectionLost(error)) return 'database_unavailable';
  return error instanceof AppError && outages.has(error.code) ? error.code : null;
}

import { AppError, type ErrorCode } from '../errors';
import type { BatchOutcome } from '../repositories/imports/importBatches';
import { isConnectionLost } from '../storage/database/connectionLost';
import type { ImportDependencies } from './dependencies';
import { FileRefused, type PlacedProblem } from './importProblem';
import { ImportRunLost, type ImportRun } from './importRun';

/** Errors that are the file's own: trying again cannot help. */
const faultsOfTheFile = new Set<ErrorCode>([
  'file_encrypted',
  'file_with_macros',
  'file_unreadable',
  'file_too_complex',
  'original_missing',
]);

/** Between two tries while a part is away. */
const outageRetrySeconds = 10;

/** Tries that end by a mistake of the program, or with its process. */
export const maximumImportAttempts = 3;

/** What an import says that failed so often. */
export const failedTooOften: PlacedProblem[] = [{ row: null, column: null, code: 'import_failed' }];

/** Ends a run that did not come to its end by itself, as its error demands. */
export async function endFailedImport(
  run: ImportRun,
  error: unknown,
  { database, jobs, logger }: ImportDependencies,
): Promise<void> {
  const { id: importId, attempts } = run.batch;
  if (run.signal.reason instanceof ImportRunLost || error instanceof ImportRunLost) {
    logger.info({ importId }, 'a run has lost its import');
    return;
  }
  const { outcome, inSeconds } = outcomeOf(error, { attempts, isShutdown: run.signal.aborted });
  if (!(error instanceof FileRefused))
    logger.warn({ err: error, importId, outcome }, 'an import ended without success');
  try {
    await database.sequelize.transaction(async (transaction) => {
      await run.end(outcome, transaction);
      if (outcome.status === 'queued')
        await jobs.again('imports.run', { importId }, { inSeconds }, transaction);
    });
    await run.tell(outcome.status);
  } catch (end) {
    if (!(end instanceof ImportRunLost)) throw end;
  }
}

function outcomeOf(
  error: unknown,
  run: { attempts: number; isShutdown: boolean },
): { outcome: BatchOutcome; inSeconds: number } {
  if (run.isShutdown) return { outcome: { status: 'queued', counted: false }, inSeconds: 0 };
  const problems = faultOfFile(error);
  if (problems) return { outcome: { status: 'failed', errors: problems }, inSeconds: 0 };
  if (isConnectionLost(error) || (error instanceof AppError && error.code === 'file_store_unavailable'))
    return { outcome: { status: 'queued', counted: false }, inSeconds: outageRetrySeconds };
  if (run.attempts >= maximumImportAttempts)
    return { outcome: { status: 'failed', errors: failedTooOften }, inSeconds: 0 };
  return { outcome: { status: 'queued', counted: true }, inSeconds: 2 ** run.attempts };
}

function faultOfFile(error: unknown): PlacedProblem[] | null {
  if (error instanceof FileRefused) return error.problems;
  if (!(error instanceof AppError) || !faultsOfTheFile.has(error.code)) return null;
  return [{ row: null, column: null, code: error.code }];
}

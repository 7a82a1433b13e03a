import { AppError, type ErrorCode } from '../../errors';
import type { ExportOutcome } from '../../repositories/auditExports';
import { isConnectionLost } from '../../storage/database/connectionLost';
import type { ExportDependencies } from './dependencies';
import { ExportRunLost, type ExportRun } from './exportRun';

/** Between two tries while a part is away. */
const outageRetrySeconds = 5;

/** Tries that end by a mistake of the program, or with its process. */
export const maximumExportAttempts = 3;

/** What an export says that failed so often. */
export const failedTooOften: ErrorCode = 'export_failed';

/** Ends a run that did not come to its end by itself, as its error demands. */
export async function endFailedExport(
  run: ExportRun,
  error: unknown,
  { database, jobs, audit, logger }: ExportDependencies,
): Promise<void> {
  const { id: exportId, attempts, askedBy } = run.record;
  if (run.signal.reason instanceof ExportRunLost || error instanceof ExportRunLost) {
    logger.info({ exportId }, 'a run has lost its export');
    return;
  }
  const { outcome, inSeconds } = outcomeOf(error, { attempts, isShutdown: run.signal.aborted });
  logger.warn({ err: error, exportId, outcome }, 'an export ended without success');
  try {
    await database.sequelize.transaction(async (transaction) => {
      if (outcome.status === 'queued')
        await jobs.again('audit.export', { exportId }, { inSeconds }, transaction);
      else
        await audit.record(
          {
            name: 'audit.export-finish',
            employeeId: askedBy,
            input: { id: exportId },
            error: failedTooOften,
          },
          transaction,
        );
      await run.end(outcome, transaction);
    });
    await run.tell(outcome.status);
  } catch (end) {
    if (!(end instanceof ExportRunLost)) throw end;
  }
}

function outcomeOf(
  error: unknown,
  run: { attempts: number; isShutdown: boolean },
): { outcome: ExportOutcome; inSeconds: number } {
  if (run.isShutdown) return { outcome: { status: 'queued', counted: false }, inSeconds: 0 };
  if (isConnectionLost(error) || (error instanceof AppError && error.code === 'file_store_unavailable'))
    return { outcome: { status: 'queued', counted: false }, inSeconds: outageRetrySeconds };
  if (run.attempts >= maximumExportAttempts)
    return { outcome: { status: 'failed', errorCode: failedTooOften }, inSeconds: 0 };
  return { outcome: { status: 'queued', counted: true }, inSeconds: 2 ** run.attempts };
}

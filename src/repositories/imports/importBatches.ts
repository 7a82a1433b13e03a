import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ImportBatch } from '../../models/importBatch';
import type { Models } from '../../models/models';
import type { ImportKind, ImportStatus, TemplateLayout } from '../../shared/imports';
import type { StoredProblem } from './importRejects';

/** Seconds after its last sign of life that a run counts as dead and its import is taken up by another process. */
export const importLeaseSeconds = 30;

export interface BatchRecord {
  id: string;
  kind: ImportKind;
  fileName: string;
  status: ImportStatus;
  rows: number;
  loaded: number;
  rejected: number;
  inserted: number;
  updated: number;
  unchanged: number;
  errors: StoredProblem[];
  requestedBy: number | null;
  createdAt: Date;
  finishedAt: Date | null;
  sha256: string | null;
  size: number;
  dryRun: boolean;
  templateName: string | null;
  layout: Partial<TemplateLayout>;
  progress: number;
  columns: string[];
  ignoredColumns: string[];
  reads: 'file' | 'rejects';
  attempts: number;
}

export type NewBatch = Pick<
  BatchRecord,
  'id' | 'kind' | 'fileName' | 'sha256' | 'size' | 'dryRun' | 'templateName' | 'layout' | 'requestedBy'
>;

/** How a run ends. */
export type BatchOutcome =
  | ({ status: 'completed' | 'completed_with_rejects' } & Pick<
      BatchRecord,
      'rows' | 'loaded' | 'rejected' | 'inserted' | 'updated' | 'unchanged'
    >)
  | { status: 'failed'; errors: StoredProblem[] }
  /** `counted`: this try counts against the import, unlike one that a part ended which was away. */
  | { status: 'queued'; counted: boolean };

/** Imports, and their runs: each holds its import by a lease. */
export function createImportBatchRepository(sequelize: Sequelize, { ImportBatch: Batch }: Models) {
  const lease = sequelize.literal(`now() + interval '${importLeaseSeconds} seconds'`);
  const now = sequelize.literal('now()');
  const noRun = { runId: null, leaseUntil: null };

  return {
    async create(batch: NewBatch, transaction: Transaction): Promise<void> {
      await Batch.create(batch, { transaction });
    },
    async findById(id: string): Promise<BatchRecord | null> {
      const row = await Batch.findByPk(id);
      return row && toRecord(row);
    },
    /** Newest first, after a place. */
    async list(options: {
      kind?: ImportKind;
      status?: ImportStatus;
      after?: { createdAt: Date; id: string };
      limit: number;
    }): Promise<BatchRecord[]> {
      const { kind, status, after, limit } = options;
      const rows = await Batch.findAll({
        where: {
          ...(kind ? { kind } : {}),
          ...(status ? { status } : {}),
          ...(after
            ? {
                [Op.or]: [
                  { createdAt: { [Op.lt]: after.createdAt } },
                  { createdAt: after.createdAt, id: { [Op.lt]: after.id } },
                ],
              }
            : {}),
        },
        order: [
          ['createdAt', 'DESC'],
          ['id', 'DESC'],
        ],
        limit,
      });
      return rows.map(toRecord);
    },
    /** Takes a waiting import, or one whose run is dead. @returns null when there is nothing to do, or another has it. */
    async claim(id: string, runId: string): Promise<BatchRecord | null> {
      const [, rows] = await Batch.update(
        {
          status: 'running',
          progress: 0,
          runId,
          leaseUntil: lease,
          attempts: sequelize.literal('attempts + 1'),
        },
        {
          where: {
            id,
            status: ['queued', 'running'],
            [Op.or]: [{ leaseUntil: null }, { leaseUntil: { [Op.lt]: now } }],
          },
          returning: true,
        },
      );
      return rows[0] ? toRecord(rows[0]) : null;
    },
    /** Says that a run is alive, and how far it is. @returns false when the import is no longer its own. */
    async extend(id: string, runId: string, progress: number): Promise<boolean> {
      const [count] = await Batch.update({ leaseUntil: lease, progress }, { where: { id, runId } });
      return count > 0;
    },
    /** Notes what the header says. @returns false when the import is no longer the run's. */
    async noteHeader(
      id: string,
      runId: string,
      header: Pick<BatchRecord, 'columns' | 'ignoredColumns'>,
    ): Promise<boolean> {
      const [count] = await Batch.update(header, { where: { id, runId } });
      return count > 0;
    },
    /** Ends a run. @returns false when the import is no longer its own. */
    async end(id: string, runId: string, outcome: BatchOutcome, transaction: Transaction): Promise<boolean> {
      const { status } = outcome;
      const result =
        outcome.status === 'queued'
          ? {
              status,
              progress: 0,
              ...(outcome.counted
                ? {}
                : { attempts: sequelize.literal('greatest(attempts - 1, 0)') as unknown as number }),
            }
          : { errors: [], ...outcome, progress: 100, attempts: 0, finishedAt: now as unknown as Date };
      const [count] = await Batch.update({ ...noRun, ...result }, { where: { id, runId }, transaction });
      return count > 0;
    },
    /** Lets an import that has ended wait for another run, which somebody else may have asked for. @returns whether it had, as it must have. */
    async requeue(
      id: string,
      from: { status: ImportStatus[]; reads: 'file' | 'rejects'; by: number },
      transaction: Transaction,
    ): Promise<boolean> {
      const [count] = await Batch.update(
        {
          ...{ status: 'queued', progress: 0, attempts: 0, errors: [], finishedAt: null },
          ...{ reads: from.reads, requestedBy: from.by },
        },
        { where: { id, status: from.status }, transaction },
      );
      return count > 0;
    },
    /** Ends an import that waits or runs; a run that has it loses it. @returns whether it did. */
    async cancel(id: string, errors: StoredProblem[], transaction: Transaction): Promise<boolean> {
      const [count] = await Batch.update(
        { ...noRun, status: 'failed', progress: 100, errors, finishedAt: now },
        { where: { id, status: ['queued', 'running'] }, transaction },
      );
      return count > 0;
    },
    /** Locks an import that is done. @returns null when it is not. */
    async lockDone(id: string, transaction: Transaction): Promise<BatchRecord | null> {
      const row = await Batch.findOne({
        where: { id, status: ['completed', 'completed_with_rejects'] },
        transaction,
        lock: transaction.LOCK.UPDATE,
      });
      return row && toRecord(row);
    },
    async markUndone(id: string, transaction: Transaction): Promise<void> {
      const none = { loaded: 0, inserted: 0, updated: 0, unchanged: 0 };
      await Batch.update({ status: 'undone', ...none }, { where: { id }, transaction });
    },
    /** Puts imports whose run is dead back in line; those that ended their process too often fail. */
    async endAbandoned(
      maximumAttempts: number,
      errors: StoredProblem[],
      transaction: Transaction,
    ): Promise<{ id: string; status: ImportStatus }[]> {
      return sequelize.query<{ id: string; status: ImportStatus }>(
        `UPDATE import_batches
         SET run_id = NULL, lease_until = NULL,
             progress = CASE WHEN attempts < $maximumAttempts THEN 0 ELSE 100 END,
             status = CASE WHEN attempts < $maximumAttempts THEN 'queued' ELSE 'failed' END,
             errors = CASE WHEN attempts < $maximumAttempts THEN errors ELSE $errors::jsonb END,
             finished_at = CASE WHEN attempts < $maximumAttempts THEN NULL ELSE now() END
         WHERE lease_until < now() RETURNING id, status`,
        { bind: { maximumAttempts, errors: JSON.stringify(errors) }, type: QueryTypes.SELECT, transaction },
      );
    },
    /** Lets every lease end now: where there can be no other process, none of their runs is alive. */
    async endLeases(): Promise<void> {
      await Batch.update({ leaseUntil: new Date(0) }, { where: { leaseUntil: { [Op.ne]: null } } });
    },
    /** Contents that imports were read from. */
    async contents(): Promise<string[]> {
      const rows = await sequelize.query<{ sha256: string }>(
        'SELECT DISTINCT sha256 FROM import_batches WHERE sha256 IS NOT NULL',
        { type: QueryTypes.SELECT },
      );
      return rows.map(({ sha256 }) => sha256);
    },
  };
}

function toRecord(row: ImportBatch): BatchRecord {
  return row.get({ plain: true }) as unknown as BatchRecord;
}

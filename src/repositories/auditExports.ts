import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { AuditExport } from '../models/auditExport';
import type { Models } from '../models/models';
import type { TurnFilter } from '../shared/audit';
import type { ExportColumn, ExportFormat } from '../shared/auditExports';
import type { ExportStatus } from '../shared/auditExportUpdate';
import type { Language } from '../shared/problem';

/** Seconds after its last sign of life that a run counts as dead and its export is begun anew by another process. */
export const exportLeaseSeconds = 30;

export interface ExportRecord {
  id: string;
  askedBy: number;
  askedAt: Date;
  reason: string;
  filter: TurnFilter;
  format: ExportFormat;
  columns: ExportColumn[];
  trace: boolean;
  language: Language;
  status: ExportStatus;
  rows: number;
  expectedRows: number | null;
  cutCells: number;
  bytes: number | null;
  sha256: string | null;
  objectKey: string | null;
  finishedAt: Date | null;
  expiresAt: Date | null;
  errorCode: string | null;
  attempts: number;
}

export type NewExport = Pick<
  ExportRecord,
  'id' | 'askedBy' | 'askedAt' | 'reason' | 'filter' | 'format' | 'columns' | 'trace' | 'language'
>;

/** A file that is whole and in the file store. */
export interface WrittenFile {
  objectKey: string;
  rows: number;
  expectedRows: number;
  cutCells: number;
  bytes: number;
  sha256: string;
}

/** How a run ends. */
export type ExportOutcome =
  | ({ status: 'done'; expiresAt: Date } & WrittenFile)
  | { status: 'failed'; errorCode: string }
  /** `counted`: this try counts against the export, unlike one that a part ended which was away. */
  | { status: 'queued'; counted: boolean };

type AbandonedExport = Pick<ExportRecord, 'id' | 'status' | 'rows' | 'askedBy'>;

const underWay: ExportStatus[] = ['queued', 'running'];

/** Exports, and their runs: each holds its export by a lease. */
export function createAuditExportRepository(sequelize: Sequelize, { AuditExport: Export, Employee }: Models) {
  const lease = sequelize.literal(`now() + interval '${exportLeaseSeconds} seconds'`);
  const now = sequelize.literal('now()');
  const noRun = { runId: null, leaseUntil: null };

  return {
    async create(asked: NewExport, transaction: Transaction): Promise<void> {
      await Export.create(asked, { transaction });
    },
    /** How many of a person's are under way; until the transaction ends nobody else counts for that person. */
    async countUnderWay(employeeId: number, transaction: Transaction): Promise<number> {
      await Employee.findByPk(employeeId, {
        attributes: ['id'],
        transaction,
        lock: transaction.LOCK.NO_KEY_UPDATE,
      });
      return Export.count({ where: { askedBy: employeeId, status: underWay }, transaction });
    },
    async findById(id: string): Promise<ExportRecord | null> {
      const row = await Export.findByPk(id);
      return row && toRecord(row);
    },
    /** Newest first, after a place. */
    async list(options: {
      status?: ExportStatus;
      after?: { askedAt: Date; id: string };
      limit: number;
    }): Promise<ExportRecord[]> {
      const { status, after, limit } = options;
      const rows = await Export.findAll({
        where: {
          ...(status ? { status } : {}),
          ...(after
            ? {
                [Op.or]: [
                  { askedAt: { [Op.lt]: after.askedAt } },
                  { askedAt: after.askedAt, id: { [Op.lt]: after.id } },
                ],
              }
            : {}),
        },
        order: [
          ['askedAt', 'DESC'],
          ['id', 'DESC'],
        ],
        limit,
      });
      return rows.map(toRecord);
    },
    /** Takes a waiting export, or one whose run is dead. @returns null when there is nothing to do, or another has it. */
    async claim(id: string, runId: string): Promise<ExportRecord | null> {
      const [, rows] = await Export.update(
        {
          status: 'running',
          rows: 0,
          expectedRows: null,
          runId,
          leaseUntil: lease,
          attempts: sequelize.literal('attempts + 1'),
        },
        {
          where: {
            id,
            status: underWay,
            [Op.or]: [{ leaseUntil: null }, { leaseUntil: { [Op.lt]: now } }],
          },
          returning: true,
        },
      );
      return rows[0] ? toRecord(rows[0]) : null;
    },
    /** Says that a run is alive, and how far it is. @returns false when the export is no longer its own. */
    async extend(
      id: string,
      runId: string,
      reached: Pick<ExportRecord, 'rows' | 'expectedRows'>,
    ): Promise<boolean> {
      const [count] = await Export.update({ leaseUntil: lease, ...reached }, { where: { id, runId } });
      return count > 0;
    },
    /** Ends a run. @returns false when the export is no longer its own. */
    async end(id: string, runId: string, outcome: ExportOutcome, transaction: Transaction): Promise<boolean> {
      const result =
        outcome.status === 'queued'
          ? {
              status: outcome.status,
              ...(outcome.counted
                ? {}
                : { attempts: sequelize.literal('greatest(attempts - 1, 0)') as unknown as number }),
            }
          : { ...outcome, finishedAt: now as unknown as Date };
      const [count] = await Export.update({ ...noRun, ...result }, { where: { id, runId }, transaction });
      return count > 0;
    },
    /** Ends an export that waits or runs; a run that has it loses it. @returns whether it did. */
    async cancel(id: string, transaction: Transaction): Promise<boolean> {
      const [count] = await Export.update(
        { ...noRun, status: 'cancelled', finishedAt: now },
        { where: { id, status: underWay }, transaction },
      );
      return count > 0;
    },
    /** Puts exports whose run is dead back in line; those that ended their process too often fail. */
    async endAbandoned(
      maximumAttempts: number,
      errorCode: string,
      transaction: Transaction,
    ): Promise<AbandonedExport[]> {
      return sequelize.query<AbandonedExport>(
        `UPDATE audit_exports
         SET run_id = NULL, lease_until = NULL,
             status = CASE WHEN attempts < $maximumAttempts THEN 'queued' ELSE 'failed' END,
             error_code = CASE WHEN attempts < $maximumAttempts THEN NULL ELSE $errorCode END,
             finished_at = CASE WHEN attempts < $maximumAttempts THEN NULL ELSE now() END
         WHERE lease_until < now() RETURNING id, status, rows, asked_by AS "askedBy"`,
        { bind: { maximumAttempts, errorCode }, type: QueryTypes.SELECT, transaction },
      );
    },
    /** Lets every lease end now: where there can be no other process, none of their runs is alive. */
    async endLeases(): Promise<void> {
      await Export.update({ leaseUntil: new Date(0) }, { where: { leaseUntil: { [Op.ne]: null } } });
    },
    /** Marks those whose time is over; their files are nobody's any more. */
    async expire(transaction: Transaction): Promise<ExportRecord[]> {
      const [, rows] = await Export.update(
        { status: 'expired' },
        { where: { status: 'done', expiresAt: { [Op.lte]: now } }, returning: true, transaction },
      );
      return rows.map(toRecord);
    },
    /** Exports without a right to a file that still have one. */
    async withFileToRemove(): Promise<{ id: string; objectKey: string }[]> {
      const rows = await Export.findAll({
        attributes: ['id', 'objectKey'],
        where: { status: 'expired', objectKey: { [Op.ne]: null } },
      });
      return rows.map(({ id, objectKey }) => ({ id, objectKey: objectKey! }));
    },
    async forgetFile(id: string): Promise<void> {
      await Export.update({ objectKey: null }, { where: { id } });
    },
    /** Files of the file store that belong to exports. */
    async files(): Promise<string[]> {
      const rows = await Export.findAll({
        attributes: ['objectKey'],
        where: { objectKey: { [Op.ne]: null } },
      });
      return rows.map(({ objectKey }) => objectKey!);
    },
  };
}

function toRecord(row: AuditExport): ExportRecord {
  return row.get({ plain: true });
}

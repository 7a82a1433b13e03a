import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ImportReject } from '../../models/importReject';
import type { Models } from '../../models/models';

/** What is wrong with a row, as it is stored. */
export interface StoredProblem {
  row: number | null;
  column: string | null;
  code: string;
  facts?: Record<string, string | number>;
}

export interface RejectRecord {
  id: number;
  batchId: string;
  rowNumber: number;
  cells: Record<string, string>;
  errors: StoredProblem[];
  correctedAt: Date | null;
}

export interface NewReject {
  rowNumber: number;
  cells: Record<string, string>;
  errors: StoredProblem[];
}

/** What can be right at another time with no change of the row: what it names is registered meanwhile. */
const curable = ['unknown_code', 'period_overlaps', 'email_taken', 'last_admin'];

/** Rows that imports have left out. */
export function createImportRejectRepository(sequelize: Sequelize, { ImportReject: Reject }: Models) {
  return {
    /** Adds rejects, or says anew what is wrong with rows that are rejected again. */
    async add(batchId: string, rejects: NewReject[]): Promise<void> {
      if (rejects.length === 0) return;
      await sequelize.query(
        `INSERT INTO import_rejects (batch_id, row_number, cells, errors)
         SELECT $batchId::uuid, "rowNumber", cells, errors
         FROM jsonb_to_recordset($rejects::jsonb) AS given ("rowNumber" integer, cells jsonb, errors jsonb)
         ON CONFLICT (batch_id, row_number) DO UPDATE SET cells = excluded.cells, errors = excluded.errors`,
        { bind: { batchId, rejects: JSON.stringify(rejects) } },
      );
    },
    async removeAll(batchId: string): Promise<void> {
      await Reject.destroy({ where: { batchId } });
    },
    async count(batchId: string, transaction?: Transaction): Promise<number> {
      return Reject.count({ where: { batchId }, transaction });
    },
    /** In the order of the file, after a row. */
    async list(batchId: string, options: { afterRow: number; limit: number }): Promise<RejectRecord[]> {
      const rows = await Reject.findAll({
        where: { batchId, rowNumber: { [Op.gt]: options.afterRow } },
        order: [['rowNumber', 'ASC']],
        limit: options.limit,
      });
      return rows.map(toRecord);
    },
    async find(batchId: string, id: number): Promise<RejectRecord | null> {
      const row = await Reject.findOne({ where: { batchId, id } });
      return row && toRecord(row);
    },
    async correct(
      id: number,
      change: { cells: Record<string, string>; by: number },
      transaction: Transaction,
    ): Promise<boolean> {
      const [count] = await Reject.update(
        { cells: change.cells, correctedAt: new Date(), correctedBy: change.by },
        { where: { id }, transaction },
      );
      return count > 0;
    },
    /** Those it makes sense to run again: corrected, or wrong by what was registered. In the order of the file. */
    async listToRerun(
      batchId: string,
      options: { afterRow: number; limit: number },
    ): Promise<RejectRecord[]> {
      return sequelize.query<RejectRecord>(
        `SELECT id, batch_id AS "batchId", row_number AS "rowNumber", cells, errors, corrected_at AS "correctedAt"
         FROM import_rejects
         WHERE batch_id = $batchId AND row_number > $afterRow
           AND (corrected_at IS NOT NULL
                OR NOT EXISTS (SELECT FROM jsonb_array_elements(errors) AS error
                               WHERE NOT error ->> 'code' = ANY ($curable::text[])))
         ORDER BY row_number LIMIT $limit`,
        { bind: { batchId, curable, ...options }, type: QueryTypes.SELECT },
      );
    },
  };
}

function toRecord(row: ImportReject): RejectRecord {
  return row.get({ plain: true }) as unknown as RejectRecord;
}

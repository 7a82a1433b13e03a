import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { StoredTexts } from '../models/verifiedQuery';

export interface VerifiedQueryRecord {
  id: number;
  question: string;
  kind: 'figures';
  query: unknown;
  reading: unknown;
  brokenReason: StoredTexts | null;
  approvedById: number;
  approvedBy: string;
  turnId: string | null;
  createdAt: Date;
  checkedAt: Date;
}

/** What a check found. */
export type CheckedValues =
  { query: unknown; reading: unknown; brokenReason: null } | { brokenReason: StoredTexts };

export interface NewVerifiedQueryRow {
  question: string;
  query: unknown;
  reading: unknown;
  approvedBy: number;
  turnId: string | null;
}

/** Rows of `verified_queries`. */
export function createVerifiedQueryRepository(sequelize: Sequelize, { VerifiedQuery }: Models) {
  const select = (where: string, bind: Record<string, unknown>) =>
    sequelize.query<VerifiedQueryRecord>(`${columns} WHERE ${where} ORDER BY v.id`, {
      bind,
      type: QueryTypes.SELECT,
    });
  return {
    /** In the order they were approved, after `afterId`. */
    async list(options: { afterId: number; limit: number }): Promise<VerifiedQueryRecord[]> {
      return sequelize.query<VerifiedQueryRecord>(
        `${columns} WHERE v.id > $afterId ORDER BY v.id LIMIT $limit`,
        { bind: options, type: QueryTypes.SELECT },
      );
    },
    async find(id: number): Promise<VerifiedQueryRecord | null> {
      return (await select('v.id = $id', { id }))[0] ?? null;
    },
    async all(): Promise<VerifiedQueryRecord[]> {
      return select('true', {});
    },
    /** Those whose last check they passed. */
    async usable(): Promise<Pick<VerifiedQueryRecord, 'id' | 'question' | 'query' | 'reading'>[]> {
      return VerifiedQuery.findAll({
        where: { brokenReason: null },
        attributes: ['id', 'question', 'query', 'reading'],
        order: [['id', 'ASC']],
        raw: true,
      });
    },
    /** @throws sequelize's UniqueConstraintError when the question has a query. @returns the key. */
    async create(row: NewVerifiedQueryRow, transaction: Transaction): Promise<number> {
      return (await VerifiedQuery.create({ ...row, kind: 'figures' }, { transaction })).id;
    },
    /** Changes the question or its query, both checked. @throws UniqueConstraintError as `create` does. */
    async change(
      id: number,
      row: Omit<NewVerifiedQueryRow, 'turnId'>,
      transaction: Transaction,
    ): Promise<void> {
      await VerifiedQuery.update(
        { ...row, brokenReason: null, checkedAt: new Date() },
        { where: { id }, transaction },
      );
    },
    /** Notes what a check found. */
    async noteCheck(id: number, found: CheckedValues, transaction?: Transaction): Promise<void> {
      await VerifiedQuery.update({ ...found, checkedAt: new Date() }, { where: { id }, transaction });
    },
    /** @returns false when there is none. */
    async remove(id: number, transaction: Transaction): Promise<boolean> {
      return (await VerifiedQuery.destroy({ where: { id }, transaction })) > 0;
    },
    /** Somebody active who sees all figures, as whom one is checked: its approver where that is so. Null: nobody. */
    async readerFor(approvedById: number): Promise<number | null> {
      const [row] = await sequelize.query<{ id: number }>(
        `SELECT id FROM employees WHERE active AND role IN ('analyst', 'admin')
         ORDER BY (id = $approvedById) DESC, id LIMIT 1`,
        { bind: { approvedById }, type: QueryTypes.SELECT },
      );
      return row?.id ?? null;
    },
  };
}

const columns = `
  SELECT v.id, v.question, v.kind, v.query, v.reading, v.broken_reason AS "brokenReason", v.turn_id AS "turnId",
         v.approved_by AS "approvedById", e.name AS "approvedBy", v.created_at AS "createdAt",
         v.checked_at AS "checkedAt"
  FROM verified_queries v JOIN employees e ON e.id = v.approved_by`;

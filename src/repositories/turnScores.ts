import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ScoreDto, ScoreScale } from '../shared/review';

/** A score before it was given anew. */
export interface ScoreValues {
  value: number;
  comment: string | null;
}

/** What analysts think of answers: `turn_scores`, one score a person and scale. */
export function createTurnScoreRepository(sequelize: Sequelize, { TurnScore }: Models) {
  return {
    /**
     * Gives a score, in place of the one the person gave before.
     * @returns its key, and what it was before; null: there was none.
     */
    async save(
      score: ScoreValues & { turnId: string; employeeId: number; scale: ScoreScale },
      transaction: Transaction,
    ): Promise<{ id: number; before: ScoreValues | null }> {
      const { turnId, employeeId, scale, ...values } = score;
      // Made first where it is missing, so that there is a row to lock: two of one person at once come one after the other.
      const [made] = await sequelize.query<{ id: number }>(
        `INSERT INTO turn_scores (turn_id, employee_id, scale, value, comment)
         VALUES ($turnId, $employeeId, $scale, $value, $comment) ON CONFLICT DO NOTHING RETURNING id`,
        { bind: { ...score }, type: QueryTypes.SELECT, transaction },
      );
      if (made) return { id: made.id, before: null };
      const row = (await TurnScore.findOne({
        where: { turnId, employeeId, scale },
        transaction,
        lock: transaction.LOCK.UPDATE,
      }))!;
      const before = { value: row.value, comment: row.comment };
      await row.update({ ...values, updatedAt: new Date() }, { transaction });
      return { id: row.id, before };
    },
    /** Those of a turn, by scale, the first given first. */
    async ofTurn(turnId: string): Promise<ScoreDto[]> {
      const rows = await sequelize.query<ScoreRow>(
        `SELECT s.id, s.scale, s.value, s.comment, s.updated_at AS "updatedAt", e.employee_no AS "employeeNo", e.name
         FROM turn_scores s JOIN employees e ON e.id = s.employee_id
         WHERE s.turn_id = $turnId ORDER BY s.scale, s.id`,
        { bind: { turnId }, type: QueryTypes.SELECT },
      );
      return rows.map(({ employeeNo, name, updatedAt, ...score }) => ({
        ...score,
        by: { employeeNo, name },
        updatedAt: updatedAt.toISOString(),
      }));
    },
  };
}

type ScoreRow = Omit<ScoreDto, 'by' | 'updatedAt'> & { employeeNo: string; name: string; updatedAt: Date };

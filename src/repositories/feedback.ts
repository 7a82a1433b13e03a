import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

/** What people think of answers: one opinion a person and turn, which may change. */
export function createFeedbackRepository(sequelize: Sequelize, { Feedback }: Models) {
  return {
    async save(
      opinion: {
        turnId: string;
        employeeId: number;
        rating: 'up' | 'down';
        reason: string | null;
        comment: string | null;
      },
      transaction: Transaction,
    ): Promise<void> {
      await sequelize.query(
        `INSERT INTO feedback (turn_id, employee_id, rating, reason, comment)
         VALUES ($turnId, $employeeId, $rating, $reason, $comment)
         ON CONFLICT (turn_id, employee_id) DO UPDATE
           SET rating = excluded.rating, reason = excluded.reason, comment = excluded.comment, updated_at = now()`,
        { bind: opinion, type: QueryTypes.INSERT, transaction },
      );
    },
    /** Takes an opinion back, if there is one. */
    async remove(turnId: string, employeeId: number, transaction: Transaction): Promise<void> {
      await Feedback.destroy({ where: { turnId, employeeId }, transaction });
    },
  };
}

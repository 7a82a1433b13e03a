import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

/** What people think of answers: one opinion a person and turn, which may change. The turn's facts follow. */
export function createFeedbackRepository(sequelize: Sequelize) {
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
        `WITH saved AS (
           INSERT INTO feedback (turn_id, employee_id, rating, reason, comment)
           VALUES ($turnId, $employeeId, $rating, $reason, $comment)
           ON CONFLICT (turn_id, employee_id) DO UPDATE
             SET rating = excluded.rating, reason = excluded.reason, comment = excluded.comment, updated_at = now()
           RETURNING turn_id, employee_id, rating
         )
         UPDATE turn_facts SET feedback = CASE rating WHEN 'up' THEN 1 ELSE -1 END FROM saved
         WHERE turn_facts.turn_id = saved.turn_id AND turn_facts.employee_id = saved.employee_id`,
        { bind: opinion, type: QueryTypes.UPDATE, transaction },
      );
    },
    /** Takes an opinion back, if there is one. */
    async remove(turnId: string, employeeId: number, transaction: Transaction): Promise<void> {
      await sequelize.query(
        `WITH removed AS (
           DELETE FROM feedback WHERE turn_id = $turnId AND employee_id = $employeeId RETURNING turn_id, employee_id
         )
         UPDATE turn_facts SET feedback = NULL FROM removed
         WHERE turn_facts.turn_id = removed.turn_id AND turn_facts.employee_id = removed.employee_id`,
        { bind: { turnId, employeeId }, type: QueryTypes.UPDATE, transaction },
      );
    },
  };
}

import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ReviewChangeDto, ReviewState } from '../shared/review';
import { toPerson } from './turnFlags';

export interface NewReviewChange {
  turnId: string;
  flagId?: number;
  scoreId?: number;
  /** Null: the program. */
  changedBy: number | null;
  before: ReviewState | null;
  after: ReviewState;
}

/** `review_changes`: written once, in the transaction of the change. */
export function createReviewChangeRepository(sequelize: Sequelize, { ReviewChange }: Models) {
  return {
    async add(changes: NewReviewChange[], transaction: Transaction): Promise<void> {
      await ReviewChange.bulkCreate(changes, { transaction, returning: false });
    },
    /** All that was done about the flags and scores of a turn, first to last. */
    async ofTurn(turnId: string): Promise<ReviewChangeDto[]> {
      const rows = await sequelize.query<ChangeRow>(
        `SELECT c.id, c.flag_id AS "flagId", c.score_id AS "scoreId", c.changed_at AS "changedAt", c.before, c.after,
                e.employee_no AS "employeeNo", e.name
         FROM review_changes c LEFT JOIN employees e ON e.id = c.changed_by
         WHERE c.turn_id = $turnId ORDER BY c.id`,
        { bind: { turnId }, type: QueryTypes.SELECT },
      );
      return rows.map(({ employeeNo, name, changedAt, ...change }) => ({
        ...change,
        changedAt: changedAt.toISOString(),
        changedBy: toPerson(employeeNo, name),
      }));
    },
  };
}

type ChangeRow = Omit<ReviewChangeDto, 'changedAt' | 'changedBy'> & {
  changedAt: Date;
  employeeNo: string | null;
  name: string | null;
};

import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { Repositories } from '../../repositories/repositories';
import type { NewScore, ScoreDto } from '../../shared/review';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';

interface Parts {
  database: Pick<Database, 'sequelize'>;
  repositories: Pick<Repositories, 'turns' | 'turnScores' | 'reviewChanges'>;
  audit: AuditLog;
}

/** What analysts think of answers. */
export function createScores({ database, repositories, audit }: Parts) {
  const { turns, turnScores, reviewChanges } = repositories;
  return {
    /** Gives one's score on a scale, in place of the one before. @throws AppError `not_found`. @returns all of the turn. */
    async save(turnId: string, { scale, value, comment }: NewScore, actor: Actor): Promise<ScoreDto[]> {
      if (!(await turns.find(turnId))) throw new AppError('not_found');
      await database.sequelize.transaction(async (transaction) => {
        const score = { turnId, employeeId: actor.id, scale, value, comment };
        const { id, before } = await turnScores.save(score, transaction);
        const stateOf = (values: { value: number; comment: string | null }) => ({
          ...{ of: 'score' as const, scale },
          ...values,
        });
        const change = { before: before && stateOf(before), after: stateOf({ value, comment }) };
        await reviewChanges.add([{ turnId, scoreId: id, changedBy: actor.id, ...change }], transaction);
        const input = { turnId, ...change };
        await audit.record({ name: 'score.save', employeeId: actor.id, input }, transaction);
      });
      return turnScores.ofTurn(turnId);
    },
  };
}

export type Scores = ReturnType<typeof createScores>;

import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { Repositories } from '../../repositories/repositories';
import type { AuditTurnDto } from '../../shared/audit';
import { koreanDay } from '../../shared/koreanTime';
import type { CaseExpectation, EvaluationCaseDto, NewCase } from '../../shared/review';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';

interface Parts {
  database: Pick<Database, 'sequelize'>;
  repositories: Pick<Repositories, 'turns' | 'auditTurns' | 'evaluationCases'>;
  audit: AuditLog;
}

/** Questions with what is to be answered, taken from turns that were looked at. */
export function createEvaluationCases({ database, repositories, audit }: Parts) {
  const { turns, auditTurns, evaluationCases } = repositories;
  const { sequelize } = database;

  return {
    /**
     * Makes a case of a turn: as it was answered, or as the analyst puts it right.
     * @throws AppError `not_found`; `turn_not_answered` where there is nothing to expect; sequelize's UniqueConstraintError, told
     *   as `already_exists`, where the turn has one.
     */
    async make(given: NewCase, actor: Actor): Promise<EvaluationCaseDto> {
      const { turnId, comment = null } = given;
      const [record, turn] = await Promise.all([turns.find(turnId), auditTurns.find(turnId)]);
      if (!record || !turn) throw new AppError('not_found');
      if (turn.status !== 'completed' && given.answer === undefined && given.expects === undefined)
        throw new AppError('turn_not_answered');
      const expects = expectationOf(turn, given);
      const isAsAnswered = expects === 'passages' || expects === 'figures';
      const row = {
        ...{
          turnId,
          expects,
          comment,
          question: turn.question,
          askedBy: record.employeeId,
          madeBy: actor.id,
        },
        askedOn: koreanDay(new Date(turn.startedAt)),
        answer: given.answer ?? (given.expects ? '' : turn.answer),
        passages: isAsAnswered ? await evaluationCases.passagesOf(turn.citations) : [],
        tables: isAsAnswered ? turn.tables : [],
      };
      const id = await sequelize.transaction(async (transaction) => {
        const key = await evaluationCases.create(row, transaction);
        const input = { id: key, turnId, expects, answer: given.answer, comment };
        await audit.record({ name: 'evaluationCase.make', employeeId: actor.id, input }, transaction);
        return key;
      });
      return (await evaluationCases.find(id))!;
    },

    /** @throws AppError `not_found` */
    async remove(id: number, actor: Actor): Promise<void> {
      await sequelize.transaction(async (transaction) => {
        if (!(await evaluationCases.remove(id, transaction))) throw new AppError('not_found');
        const event = { name: 'evaluationCase.remove', employeeId: actor.id, input: { id } };
        await audit.record(event, transaction);
      });
    },
  };
}

export type EvaluationCases = ReturnType<typeof createEvaluationCases>;

function expectationOf({ tables, citations }: AuditTurnDto, { answer, expects }: NewCase): CaseExpectation {
  if (expects) return expects;
  if (answer !== undefined) return 'answer';
  if (tables.length > 0) return 'figures';
  return citations.length > 0 ? 'passages' : 'no_answer';
}

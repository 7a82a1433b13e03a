import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import type { Scores } from '../../audit/review/scores';
import { AppError } from '../../errors';
import type { Repositories } from '../../repositories/repositories';
import { saveScoreSchema, scoreDtoSchema } from '../../shared/review';
import { route, type Route } from '../route';
import { wholeList } from '../answers';

const params = z.strictObject({ turnId: z.uuid() });

/** What analysts think of answers. */
export function scoreRoutes(scores: Scores, { turnScores, turns }: Repositories, audit: AuditLog): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/audit/turns/:turnId/scores',
      summary: 'Scores of a turn, everybody’s.',
      who: 'audit.read',
      record: 'audit.read-scores',
      params,
      answer: wholeList(scoreDtoSchema),
      handle: async ({ actor, params: { turnId } }) => {
        await audit.record({ name: 'audit.read-scores', employeeId: actor.id, input: { turnId } });
        if (!(await turns.find(turnId))) throw new AppError('not_found');
        return { items: await turnScores.ofTurn(turnId), nextCursor: null };
      },
    }),
    route({
      method: 'put',
      path: '/api/audit/turns/:turnId/scores',
      summary: 'Give one’s own score on a scale, in place of the one before.',
      who: 'audit.review',
      record: 'score.save',
      params,
      body: saveScoreSchema,
      answer: wholeList(scoreDtoSchema),
      handle: async ({ actor, params: { turnId }, body }) => {
        return { items: await scores.save(turnId, body, actor), nextCursor: null };
      },
    }),
  ];
}

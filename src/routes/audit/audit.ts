import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import type { AuditView } from '../../audit/auditView';
import type { AuditChain } from '../../audit/chain/auditChain';
import { toSpanDto } from '../../audit/spanDto';
import { turnSearch } from '../../audit/turnSearch';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { Repositories } from '../../repositories/repositories';
import { withTablesFor } from '../../policies/visibleSql';
import { listTurnsSchema, auditTurnDtoSchema, spanDtoSchema } from '../../shared/audit';
import { auditVerificationDtoSchema } from '../../shared/auditChain';
import { identifySchema, identifiedEmployeeDtoSchema } from '../../shared/auditIdentities';
import { answerSlowly } from '../answerSlowly';
import { decodeCursor, momentPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { pageOf, wholeList } from '../answers';

const params = z.strictObject({ turnId: z.uuid() });
const place = z.strictObject({ startedAt: momentPlace, id: z.uuid() });

/** What was asked, what the program did and what it answered, for analysts. Each look is recorded too. */
export function auditRoutes(
  { auditTurns, traceLogs }: Repositories,
  audit: AuditLog,
  auditChain: AuditChain,
  { identify, unseenBy }: Pick<AuditView, 'identify' | 'unseenBy'>,
): Route[] {
  /** The turn, when the look at it has been recorded. */
  const lookAt = async (what: string, actor: Actor, turnId: string) => {
    await audit.record({ name: `audit.${what}`, employeeId: actor.id, input: { turnId } });
    const turn = await auditTurns.find(turnId);
    if (!turn) throw new AppError('not_found');
    // The trace has the SQL, as evidence, for whoever may audit; the tables have it for those who may see SQL.
    return withTablesFor(actor, turn);
  };

  return [
    route({
      method: 'get',
      path: '/api/audit/verify',
      summary:
        'Compare everything the audit wrote with its proofs, seals and kept heads; names what is wrong.',
      who: 'audit.read',
      record: 'audit.verify',
      answer: auditVerificationDtoSchema,
      problems: ['file_store_unavailable'],
      handle: async ({ actor, response }) => {
        await audit.record({ name: 'audit.verify', employeeId: actor.id });
        return answerSlowly(response, auditChain.verify());
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/turns',
      summary: 'Find turns, newest first.',
      who: 'audit.read',
      record: 'audit.list-turns',
      query: listTurnsSchema,
      answer: pageOf(auditTurnDtoSchema),
      handle: async ({ actor, query: { cursor, limit, ...filter } }) => {
        await audit.record({ name: 'audit.list-turns', employeeId: actor.id, input: filter });
        const after = decodeCursor(place, cursor);
        const search = { ...turnSearch(filter), unseen: await unseenBy(actor, filter.q) };
        const rows = await auditTurns.list(search, { after, limit: limit + 1 });
        return toPage(rows, limit, {
          place: ({ startedAt, turnId }) => ({ startedAt, id: turnId }),
          item: (row) => withTablesFor(actor, row),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/turns/:turnId',
      summary: 'One turn.',
      who: 'audit.read',
      record: 'audit.read-turn',
      params,
      answer: auditTurnDtoSchema,
      handle: async ({ actor, params: { turnId } }) => {
        return lookAt('read-turn', actor, turnId);
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/turns/:turnId/trace',
      summary: 'Every step of a turn.',
      who: 'audit.read',
      record: 'audit.read-trace',
      params,
      answer: wholeList(spanDtoSchema),
      handle: async ({ actor, params: { turnId } }) => {
        await lookAt('read-trace', actor, turnId);
        const spans = await traceLogs.ofTurn(turnId);
        return { items: spans.map(toSpanDto), nextCursor: null };
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/identify',
      summary: 'Say who is behind a pseudonym; the look and its reason are recorded first.',
      who: 'audit.identify',
      record: 'audit.identify',
      body: identifySchema,
      answer: identifiedEmployeeDtoSchema,
      problems: ['not_found'],
      handle: async ({ actor, body }) => {
        await audit.record({ name: 'audit.identify', employeeId: actor.id, input: body });
        const person = await identify(body.pseudonym);
        if (!person) throw new AppError('not_found');
        return person;
      },
    }),
  ];
}

import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import type { Flags } from '../../audit/review/flags';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import { rolesWith } from '../../policies/permissions';
import type { Repositories } from '../../repositories/repositories';
import {
  assignFlagsSchema,
  countFlagsSchema,
  listFlagsSchema,
  raiseFlagSchema,
  updateFlagSchema,
  type FlagFilter,
  type PersonRef,
  type TurnFlagsDto,
  flagDtoSchema,
  flagCountsSchema,
  personRefSchema,
  assignedFlagsSchema,
  turnFlagsDtoSchema,
} from '../../shared/review';
import { decodeCursor, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf, wholeList } from '../answers';

const turnParams = z.strictObject({ turnId: z.uuid() });

/** Turns that somebody should look at, and what becomes of them. */
export function flagRoutes(
  flags: Flags,
  { turnFlags, reviewChanges, turns, people }: Repositories,
  audit: AuditLog,
): Route[] {
  const look = (what: string, actor: Actor, input?: unknown) =>
    audit.record({ name: `audit.${what}`, employeeId: actor.id, input });

  return [
    route({
      method: 'get',
      path: '/api/audit/flags',
      summary: 'Flagged turns, the latest first.',
      who: 'audit.read',
      record: 'audit.list-flags',
      query: listFlagsSchema,
      answer: pageOf(flagDtoSchema),
      handle: async ({ actor, query: { cursor, limit, ...filter } }) => {
        await look('list-flags', actor, filter);
        const beforeId = decodeCursor(rowPlace, cursor);
        const rows = await turnFlags.list(selectionFor(actor, filter), { beforeId, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ id }) => id, item: (flag) => flag });
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/flags/counts',
      summary: 'How many flags there are of each status.',
      who: 'audit.read',
      record: 'audit.count-flags',
      query: countFlagsSchema,
      answer: flagCountsSchema,
      handle: async ({ actor, query }) => {
        await look('count-flags', actor, query);
        return turnFlags.count(selectionFor(actor, query));
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/reviewers',
      summary: 'Who may be given flags.',
      who: 'audit.read',
      record: 'audit.list-reviewers',
      answer: wholeList(personRefSchema),
      handle: async ({ actor }) => {
        await look('list-reviewers', actor);
        const found = await people.holding('audit.read', rolesWith('audit.read'));
        const items: PersonRef[] = found.map(({ employeeNo, name }) => ({ employeeNo, name }));
        return { items, nextCursor: null };
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/flags/assign',
      summary:
        'Give many flags to one person; those that somebody changed meanwhile are named and left alone.',
      who: 'audit.review',
      record: 'flag.change',
      body: assignFlagsSchema,
      answer: assignedFlagsSchema,
      problems: ['not_found'],
      handle: async ({ actor, body }) => flags.assign(body, actor),
    }),
    route({
      method: 'patch',
      path: '/api/audit/flags/:id',
      summary: 'Change status, assignee, decision or comment of a flag as it was read.',
      who: 'audit.review',
      record: 'flag.change',
      params: rowParams,
      body: updateFlagSchema,
      answer: flagDtoSchema,
      problems: ['changed_meanwhile'],
      handle: async ({ actor, params: { id }, body }) => flags.change(id, body, actor),
    }),
    route({
      method: 'get',
      path: '/api/audit/turns/:turnId/flags',
      summary: 'Flags of a turn, with the history of its review.',
      who: 'audit.read',
      record: 'audit.read-flags',
      params: turnParams,
      answer: turnFlagsDtoSchema,
      handle: async ({ actor, params: { turnId } }): Promise<TurnFlagsDto> => {
        await look('read-flags', actor, { turnId });
        if (!(await turns.find(turnId))) throw new AppError('not_found');
        const items = await turnFlags.ofTurn(turnId);
        return { items, nextCursor: null, history: await reviewChanges.ofTurn(turnId) };
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/turns/:turnId/flags',
      summary: 'Flag a turn by hand.',
      who: 'audit.review',
      record: 'flag.raise',
      status: 201,
      params: turnParams,
      body: raiseFlagSchema,
      problems: ['already_exists'],
      answer: flagDtoSchema,
      handle: async ({ actor, params: { turnId }, body }) => flags.raise(turnId, body.comment, actor),
    }),
  ];
}

function selectionFor(actor: Actor, { mine, ...filter }: FlagFilter) {
  return { ...filter, assigneeId: mine ? actor.id : undefined };
}

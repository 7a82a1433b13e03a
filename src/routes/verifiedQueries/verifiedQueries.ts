import type { VerifiedQueries } from '../../analytics/verified/verifiedQueries';
import type { Repositories } from '../../repositories/repositories';
import type { VerifiedQueryRecord } from '../../repositories/verifiedQueries';
import {
  createVerifiedQuerySchema,
  updateVerifiedQuerySchema,
  type VerifiedQueryDto,
  type VerifiedStatement,
  verifiedQueryDtoSchema,
} from '../../shared/verifiedQueries';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf } from '../answers';

/** Questions with an approved query, for analysts and admins. */
export function verifiedQueryRoutes(service: VerifiedQueries, { verifiedQueries }: Repositories): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/verified-queries',
      summary: 'Questions with an approved query, and whether each is still right.',
      who: 'queries.verify',
      record: 'access',
      query: pageQuerySchema,
      answer: pageOf(verifiedQueryDtoSchema),
      handle: async ({ query }) => {
        const afterId = decodeCursor(rowPlace, query.cursor) ?? 0;
        const rows = await verifiedQueries.list({ afterId, limit: query.limit + 1 });
        return toPage(rows, query.limit, { place: ({ id }) => id, item: toDto });
      },
    }),
    route({
      method: 'post',
      path: '/api/verified-queries',
      summary: 'Approve a question with its query, or what a turn asked and ran.',
      who: 'queries.verify',
      record: 'verifiedQuery.approve',
      status: 201,
      body: createVerifiedQuerySchema,
      answer: verifiedQueryDtoSchema,
      problems: ['not_found', 'already_exists'],
      handle: async ({ actor, body }) => toDto(await service.approve(body, actor)),
    }),
    route({
      method: 'patch',
      path: '/api/verified-queries/:id',
      summary: 'Change the question or the query; both are checked anew.',
      who: 'queries.verify',
      record: 'verifiedQuery.change',
      params: rowParams,
      body: updateVerifiedQuerySchema,
      answer: verifiedQueryDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, params: { id }, body }) => toDto(await service.change(id, body, actor)),
    }),
    route({
      method: 'delete',
      path: '/api/verified-queries/:id',
      summary: 'Take an approved query away.',
      who: 'queries.verify',
      record: 'verifiedQuery.remove',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => service.remove(id, actor),
    }),
    route({
      method: 'post',
      path: '/api/verified-queries/:id/check',
      summary: 'Check a query now by the present program and database, as after each migration.',
      who: 'queries.verify',
      record: 'verifiedQuery.check',
      params: rowParams,
      answer: verifiedQueryDtoSchema,
      handle: async ({ actor, params: { id } }) => toDto(await service.check(id, actor)),
    }),
  ];
}

function toDto(entry: VerifiedQueryRecord): VerifiedQueryDto {
  const { id, question, kind, query, brokenReason, approvedBy, turnId, createdAt, checkedAt } = entry;
  const statement = { kind, ...(query as Omit<VerifiedStatement, 'kind'>) };
  return {
    id,
    question,
    statement,
    brokenReason,
    approvedBy,
    turnId,
    createdAt: createdAt.toISOString(),
    checkedAt: checkedAt.toISOString(),
  };
}

import { z } from 'zod';
import { toAliasDto, type Aliases } from '../../analytics/aliases/aliases';
import type { Repositories } from '../../repositories/repositories';
import {
  aliasFilterSchema,
  aliasKinds,
  aliasThingFilterSchema,
  createAliasSchema,
  removeAliasSchema,
  type AliasDto,
  type AliasThingDto,
  aliasDtoSchema,
  aliasThingDtoSchema,
  addedAliasDtoSchema,
} from '../../shared/aliases';
import type { Page } from '../../shared/problem';
import { decodeCursor, pageQuerySchema, toPage } from '../cursor';
import { route, type Route } from '../route';
import { pageOf } from '../answers';

/** An alias, whose length is not limited where it came with a file, and a code. */
const listQuery = pageQuerySchema.extend({
  ...aliasFilterSchema.shape,
  cursor: z.string().max(2_000).optional(),
});
const placeSchema = z.strictObject({ alias: z.string(), kind: z.enum(aliasKinds), code: z.string() });

/** Things offered at once: whoever sees none that is meant writes more letters. */
const offeredThings = 20;

/** Names people use, for whoever keeps the company's data. */
export function aliasRoutes(aliases: Aliases, { aliases: stored }: Repositories): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/aliases',
      summary:
        'Names people use for customers, products and employees, by letters, of a kind, or of one thing.',
      who: 'data.import',
      record: 'access',
      query: listQuery,
      answer: pageOf(aliasDtoSchema),
      handle: async ({ query: { cursor, limit, ...filter } }): Promise<Page<AliasDto>> => {
        const after = decodeCursor(placeSchema, cursor);
        const rows = await stored.list({ ...filter, after, limit: limit + 1 });
        const place = ({ alias, kind, code }: (typeof rows)[number]) => ({ alias, kind, code });
        return toPage(rows, limit, { place, item: toAliasDto });
      },
    }),
    route({
      method: 'get',
      path: '/api/aliases/things',
      summary: 'Customers, products or employees by letters of what they are called, to give a name to.',
      who: 'data.import',
      record: 'access',
      query: aliasThingFilterSchema,
      answer: pageOf(aliasThingDtoSchema),
      handle: async ({ query }): Promise<Page<AliasThingDto>> => ({
        items: await stored.things({ ...query, limit: offeredThings }),
        nextCursor: null,
      }),
    }),
    route({
      method: 'post',
      path: '/api/aliases',
      summary: 'Give a name: the next question with it finds what it stands for.',
      who: 'data.import',
      record: 'alias.add',
      status: 201,
      body: createAliasSchema,
      answer: addedAliasDtoSchema,
      problems: ['not_found', 'already_exists', 'alias_is_a_word'],
      handle: async ({ actor, body }) => aliases.add(body, actor),
    }),
    route({
      method: 'delete',
      path: '/api/aliases',
      summary: 'Take a name away, named as it was given; also one that came with a file.',
      who: 'data.import',
      record: 'alias.remove',
      query: removeAliasSchema,
      problems: ['not_found'],
      handle: async ({ actor, query }) => aliases.remove(query, actor),
    }),
  ];
}

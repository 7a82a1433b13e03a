import { z } from 'zod';
import { findCustomers } from '../../relations/findCustomers';
import { containing } from '../../repositories/likePattern';
import { customerFilterSchema, type CustomerDto, customerDtoSchema } from '../../shared/customers';
import type { Page } from '../../shared/problem';
import type { ReadAs } from '../../storage/database/database';
import { decodeCursor, pageQuerySchema, toPage } from '../cursor';
import { route, type Route } from '../route';
import { pageOf } from '../answers';

const listQuery = pageQuerySchema.extend({
  ...customerFilterSchema.shape,
  cursor: z.string().max(2_000).optional(),
});
const placeSchema = z.strictObject({ name: z.string(), code: z.string() });

/** Customers, for whoever may see them. */
export function customerRoutes(readAs: ReadAs): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/customers',
      summary: 'Customers the reader may see, by letters of name, code, region or other names.',
      who: 'signedIn',
      record: 'access',
      query: listQuery,
      answer: pageOf(customerDtoSchema),
      handle: async ({ actor, query: { cursor, limit, q } }): Promise<Page<CustomerDto>> => {
        const after = decodeCursor(placeSchema, cursor);
        const asked = { pattern: q ? containing(q) : null, after, limit: limit + 1 };
        const rows = await findCustomers(asked, actor, readAs);
        return toPage(rows, limit, { place: ({ name, code }) => ({ name, code }), item: (row) => row });
      },
    }),
  ];
}

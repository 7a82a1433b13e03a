import { z } from 'zod';

/** The key of a row as it stands in an address; what is beyond an `integer` of PostgreSQL is the key of none. */
export const rowId = z.coerce.number().int().min(1).max(2_147_483_647);

/** What `/:id` names, where it is the key of a row. */
export const rowParams = z.strictObject({ id: rowId });

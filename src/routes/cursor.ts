import { z } from 'zod';
import { AppError } from '../errors';
import type { Page } from '../shared/problem';

/** A place in a list as an opaque text. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor this server gave out. @throws AppError `validation_failed` for anything else. */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      errors: [{ path: 'query.cursor', message: 'unknown cursor' }],
    });
  }
}

/** One page of rows that were read with one more than the limit, which tells whether there is a next page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  options: { place: (row: Row) => unknown; item: (row: Row) => Item },
): Page<Item> {
  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: page.map(options.item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(options.place(last)) : null,
  };
}

/** `limit` and `cursor` of a list that is ordered by key. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

import { z } from 'zod';
import { AppError } from '../errors';
import type { Page } from '../shared/problem';
import { isStorable } from '../shared/storableText';

/** A place in a list as an opaque text. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The key of a row as a place: what is beyond an `integer` of PostgreSQL was given out by nobody. */
export const rowPlace = z.int().min(0).max(2_147_483_647);
/** The same of a table whose keys are of twice that length. */
export const longRowPlace = z.int().min(0);
/** A moment as a place, in UTC, of a year that the database knows. */
export const momentPlace = z.iso.datetime().refine((moment) => moment >= '1000');

/** Reads a cursor this server gave out. @throws AppError `validation_failed` for anything else. */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (!isStorable(place)) throw new TypeError('characters that cannot be stored');
    return place;
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

import { z } from 'zod';

/** One page of a list; the cursor asks for the next. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  const nextCursor = z.string().nullable().describe('Asks for the next page; null: this is the last.');
  return z.object({ items: z.array(item), nextCursor });
}

/** A list that is answered whole. */
export function wholeList<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.null() });
}

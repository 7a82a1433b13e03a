import { z } from 'zod';

/**
 * A number of a body, or the same as text in an address. Not by coercion, which makes 0 of nothing and 1 of true: a limit that
 * nobody gave would be applied.
 * @param pattern what the text may be
 */
export function numberOrText(number: z.ZodNumber, pattern: RegExp) {
  return z.union([number, z.string().regex(pattern).transform(Number).pipe(number)]);
}

export const wholeNumber = /^\d{1,16}$/;
export const decimalNumber = /^\d{1,16}(?:\.\d{1,6})?$/;

import type { z } from 'zod';
import { AppError } from '../errors';
import { isStorable } from '../shared/storableText';

/** Checks input against its schema. @throws AppError `validation_failed` naming every wrong member below `place`. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  place = '',
): z.infer<Schema> {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) {
    throw new AppError('validation_failed', {
      errors: parsed.error.issues.map((issue) => ({
        path: [place, ...issue.path].filter((part) => part !== '').join('.'),
        message: issue.message,
      })),
    });
  }
  if (!isStorable(parsed.data)) {
    throw new AppError('validation_failed', {
      errors: [{ path: place, message: 'characters that cannot be stored' }],
    });
  }
  return parsed.data;
}

import { z } from 'zod';
import { errorCatalogue } from '../../errorCatalogue';
import { AppError, toProblem, type ErrorCode } from '../../errors';
import type { Problem } from '../../shared/problem';

/** A problem (RFC 9457) as every route answers one. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string().describe("In the reader's language, by `Accept-Language`."),
    status: z.int(),
    code: z.enum(Object.keys(errorCatalogue)).describe('Stable, for programs.'),
    detail: z.string().describe('What to do about it.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Which part of the input is wrong, where that is known.'),
    requestId: z.uuid().optional().describe('As in the log and the trace.'),
    retryAfterSeconds: z.number().optional(),
  })
  .meta({ id: 'Problem' });

const requestId = 'b3e1f3c2-5a0e-4c39-8a55-0d5f6c1f7a10';

/** A code of the catalogue as it is answered. */
export function exampleProblem(code: ErrorCode): Problem {
  const errors =
    code === 'validation_failed' ? [{ path: 'name', message: 'Invalid input: expected string' }] : undefined;
  const extra = code === 'too_many_requests' ? { retryAfterSeconds: 60 } : undefined;
  return toProblem(new AppError(code, { errors, extra }), 'ko', requestId);
}

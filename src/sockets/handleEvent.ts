import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Accounts } from '../accounts/accounts';
import type { AuditLog } from '../audit/auditLog';
import { AppError, errorText } from '../errors';
import { asAppError } from '../middlewares/asAppError';
import type { Logger } from '../logging/logger';
import { withRequestContext } from '../logging/requestContext';
import type { Actor } from '../policies/actor';
import { maximumQuestionLength, type Refusal } from '../shared/chat';
import { isStorable } from '../shared/storableText';
import type { Database } from '../storage/database/database';
import type { ChatSocket } from './server';

export interface EventDependencies {
  accounts: Accounts;
  database: Pick<Database, 'whileReachable'>;
  audit: AuditLog;
  logger: Logger;
}

/**
 * One event from first to last: the person is looked up anew, the payload is checked, the work is done, and the ack says
 * what came of it. A refusal is recorded and has the reader's words.
 */
export function handleEvent<Schema extends z.ZodType, Answer extends object>(
  socket: ChatSocket,
  event: {
    name: string;
    schema: Schema;
    /** Takes the person as known from the last look: what only ends own work must not wait for the database. */
    trustsSocket?: boolean;
    handle: (actor: Actor, payload: z.infer<Schema>) => Promise<Answer>;
  },
  dependencies: EventDependencies,
) {
  return (payload: unknown, ack: unknown): void => {
    // An event without an ack has nobody who could be told what came of it.
    if (typeof ack !== 'function') return;
    const answer = ack as (answer: ({ ok: true } & Answer) | Refusal) => void;
    const { language, claims } = socket.data;
    const work = async () => {
      if (!event.trustsSocket) socket.data.actor = await dependencies.accounts.recheck(claims);
      const { actor } = socket.data;
      const parsed = event.schema.safeParse(payload);
      if (!parsed.success) throw invalid(payload, parsed.error);
      if (!isStorable(parsed.data)) throw new AppError('validation_failed');
      return { ok: true as const, ...(await event.handle(actor, parsed.data)) };
    };
    const context = { requestId: randomUUID(), language, traceparent: traceparentOf(socket) };
    void withRequestContext(context, () =>
      dependencies.database.whileReachable(work).then(answer, async (error: unknown) => {
        const known = asAppError(error);
        if (known.status >= 500) {
          // As with requests: 503 is a part that is away or too much asked, 500 is a mistake of the program.
          const level = known.status === 503 ? 'warn' : 'error';
          dependencies.logger[level]({ err: error, event: event.name }, 'event failed');
        }
        await recordRefusal(socket, event.name, known, dependencies);
        answer({ ok: false, error: toRefusal(known, language) });
        // Whoever may no longer sign in has no business on an open socket.
        if (known.code === 'unauthenticated') socket.disconnect(true);
      }),
    );
  };
}

/** What a program that traces sends as it opens the socket; browsers send none. */
function traceparentOf({ handshake: { headers } }: ChatSocket): string | undefined {
  return typeof headers.traceparent === 'string' ? headers.traceparent : undefined;
}

function invalid(payload: unknown, error: z.ZodError): AppError {
  const text = (payload as { text?: unknown } | null)?.text;
  if (typeof text === 'string' && text.trim().length > maximumQuestionLength)
    return new AppError('question_too_long');
  return new AppError('validation_failed', {
    errors: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

async function recordRefusal(
  socket: ChatSocket,
  name: string,
  error: AppError,
  { audit, database, logger }: EventDependencies,
): Promise<void> {
  const event = { name: `${name} refused`, employeeId: socket.data.actor.id, error: error.code };
  await database
    .whileReachable(() => audit.record(event))
    .catch((failure: unknown) => {
      // The reader is still told: nothing was done that would need the record.
      logger.error({ err: failure, event }, 'refusal could not be recorded');
    });
}

function toRefusal(error: AppError, language: Parameters<typeof errorText>[1]): Refusal['error'] {
  const retryAfter = error.options.extra?.retryAfterSeconds;
  return {
    code: error.code,
    message: errorText(error.code, language),
    ...(typeof retryAfter === 'number' ? { retryAfterMs: retryAfter * 1000 } : {}),
  };
}

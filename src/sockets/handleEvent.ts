import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Accounts } from '../accounts/accounts';
import { demandFactor } from '../accounts/admission';
import type { CallLog } from '../audit/calls/callLog';
import { AppError, errorText } from '../errors';
import { asAppError } from '../middlewares/asAppError';
import type { Logger } from '../logging/logger';
import { hasRecord, withRequestContext } from '../logging/requestContext';
import type { Refusal } from '../shared/chat';
import { maximumQuestionLength } from '../shared/chatInput';
import { isStorable } from '../shared/storableText';
import type { Database } from '../storage/database/database';
import type { Metrics } from '../telemetry/metrics/createMetrics';
import type { ChatSocket } from './server';
import type { SocketEvent } from './socketEvent';
import type { Subscriptions } from './subscriptions';

export interface EventDependencies {
  accounts: Accounts;
  database: Pick<Database, 'whileReachable'>;
  calls: CallLog;
  metrics: Pick<Metrics, 'calls'>;
  logger: Logger;
}

/**
 * One event from first to last: the person is looked up anew, the payload is checked, the work is done, its record is left, and the
 * ack says what came of it. A refusal is recorded and has the reader's words.
 */
export function handleEvent(
  socket: ChatSocket,
  event: SocketEvent,
  subscriptions: Subscriptions,
  { accounts, database, calls, metrics, logger }: EventDependencies,
) {
  const { name } = event;

  const answerOf = async (payload: unknown): Promise<object> => {
    const startedAt = new Date();
    if (!event.trustsSocket) socket.data.actor = await accounts.recheck(socket.data.claims);
    const { actor, language } = socket.data;
    demandFactor(actor);
    const input = parsed(event.schema, payload);
    let isRecorded = false;
    const recordNow = async () => {
      const ms = Date.now() - startedAt.getTime();
      await calls.served({ name, employeeId: actor.id, input, startedAt, ms });
      isRecorded = true;
    };
    const answer = await event.handle(actor, input, { language, subscriptions, recordNow });
    if (!isRecorded && !hasRecord(event.record)) await recordNow();
    return answer;
  };

  const refuse = async (error: unknown): Promise<Refusal> => {
    const known = asAppError(error);
    if (known.status >= 500) {
      // As with requests: 503 is a part that is away or too much asked, 500 is a mistake of the program.
      const level = known.status === 503 ? 'warn' : 'error';
      logger[level]({ err: error, event: name }, 'event failed');
    }
    await calls.refused({ name, employeeId: socket.data.actor.id, error: known.code });
    return { ok: false, error: toRefusal(known, socket.data.language) };
  };

  return (payload: unknown, ack: unknown): void => {
    if (typeof ack !== 'function') {
      // An event without an ack has nobody who could be told what came of it: nothing does.
      metrics.calls.socketEvent(name, 'bad_request');
      calls.count({ name: `${name} refused`, error: 'bad_request', employeeId: socket.data.actor.id });
      return;
    }
    const answer = ack as (answer: object) => void;
    const context = {
      requestId: randomUUID(),
      language: socket.data.language,
      traceparent: traceparentOf(socket),
    };
    void withRequestContext(context, async () => {
      try {
        const done = await database.whileReachable(() => answerOf(payload));
        metrics.calls.socketEvent(name, null);
        answer({ ok: true, ...done });
      } catch (error) {
        const refusal = await refuse(error);
        metrics.calls.socketEvent(name, refusal.error.code);
        answer(refusal);
        // Whoever may no longer sign in has no business on an open socket.
        if (refusal.error.code === 'unauthenticated') socket.disconnect(true);
      }
    });
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(payload);
  if (error) throw invalid(payload, error);
  if (!isStorable(data)) throw new AppError('validation_failed');
  return data;
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

function toRefusal(error: AppError, language: Parameters<typeof errorText>[1]): Refusal['error'] {
  const retryAfter = error.options.extra?.retryAfterSeconds;
  return {
    code: error.code,
    message: errorText(error.code, language),
    ...(typeof retryAfter === 'number' ? { retryAfterMs: retryAfter * 1000 } : {}),
  };
}

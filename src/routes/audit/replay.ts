import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import { knowledgeOf } from '../../audit/knowledge';
import { AppError } from '../../errors';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import { eventFor, tableFor } from '../../policies/visibleSql';
import type { Repositories } from '../../repositories/repositories';
import {
  type KnowledgeDto,
  type TimedEvent,
  auditConversationDtoSchema,
  knowledgeDtoSchema,
} from '../../shared/replay';
import { messageFor } from '../conversations/messageFor';
import { decodeCursor, encodeCursor, longRowPlace, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { messageDtoSchema } from '../../shared/chat';
import { timedEventSchema } from '../../shared/chatEvents';
import { pageOf } from '../answers';

const conversationParams = z.strictObject({ conversationId: z.uuid() });
const turnParams = z.strictObject({ turnId: z.uuid() });
const eventsQuery = pageQuerySchema.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});

/** Bytes of events on one page: a table has thousands of cells, a piece of text a few letters. */
const eventBytes = 1024 * 1024;

/**
 * A chat as its owner saw it, deleted or not, and what a turn of it knew: for analysts. Each look is recorded with whose chat it
 * is, before anything of it is given.
 */
export function replayRoutes(
  { auditConversations, chatHistory, turnEvents, traceLogs, knownDocuments }: Repositories,
  audit: AuditLog,
): Route[] {
  const lookAt = async (what: string, actor: Actor, conversationId: string) => {
    const conversation = await auditConversations.find(conversationId);
    const input = { conversationId, owner: conversation?.employee.employeeNo ?? null };
    await audit.record({ name: `audit.${what}`, employeeId: actor.id, input });
    if (!conversation) throw new AppError('not_found');
    return conversation;
  };

  return [
    route({
      method: 'get',
      path: '/api/audit/conversations/:conversationId',
      summary: 'A chat of anybody, also one that its owner deleted.',
      who: 'audit.read',
      record: 'audit.read-conversation',
      params: conversationParams,
      answer: auditConversationDtoSchema,
      handle: ({ actor, params: { conversationId } }) => lookAt('read-conversation', actor, conversationId),
    }),
    route({
      method: 'get',
      path: '/api/audit/conversations/:conversationId/messages',
      summary: 'Messages of a chat of anybody, oldest first, those of every branch.',
      who: 'audit.read',
      record: 'audit.read-messages',
      params: conversationParams,
      query: pageQuerySchema,
      answer: pageOf(messageDtoSchema),
      handle: async ({ actor, params: { conversationId }, query }) => {
        await lookAt('read-messages', actor, conversationId);
        const behindId = decodeCursor(longRowPlace, query.cursor);
        const rows = await chatHistory.list(conversationId, {
          order: 'oldest',
          behindId,
          limit: query.limit + 1,
        });
        const language = requestContext()?.language ?? 'ko';
        return toPage(rows, query.limit, {
          place: ({ id }) => id,
          item: (row) => messageFor(actor, row, language),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/conversations/:conversationId/events',
      summary:
        'What happened in a chat of anybody, in order, each with the time at which its reader was sent it.',
      who: 'audit.read',
      record: 'audit.read-events',
      params: conversationParams,
      query: eventsQuery,
      answer: pageOf(timedEventSchema),
      handle: async ({ actor, params: { conversationId }, query: { cursor, limit } }) => {
        await lookAt('read-events', actor, conversationId);
        const lastSeq = decodeCursor(rowPlace, cursor) ?? 0;
        const room = { limit, bytes: eventBytes };
        const { events, hasMore } = await turnEvents.timedAfter(conversationId, lastSeq, room);
        const items = events.map(({ storedAt, ...event }): TimedEvent => ({
          ...eventFor(actor, event),
          at: storedAt.toISOString(),
        }));
        const last = items[items.length - 1];
        return { items, nextCursor: hasMore && last ? encodeCursor(last.seq) : null };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/turns/:turnId/knowledge',
      summary:
        'What a turn knew: the passages and rows of that moment, and what has become of their documents.',
      who: 'audit.read',
      record: 'audit.read-knowledge',
      params: turnParams,
      answer: knowledgeDtoSchema,
      handle: async ({ actor, params: { turnId } }): Promise<KnowledgeDto> => {
        const turn = await auditConversations.turn(turnId);
        const input = { turnId, owner: turn?.employeeNo ?? null };
        await audit.record({ name: 'audit.read-knowledge', employeeId: actor.id, input });
        if (!turn) throw new AppError('not_found');
        const { passages, rows } = knowledgeOf(await traceLogs.ofTurn(turnId), turn.citations);
        const since = await knownDocuments.since(passages);
        return {
          ...{ turnId, conversationId: turn.conversationId },
          passages: passages.map((passage, at) => ({ ...passage, ...since[at]! })),
          rows: rows.map((read) => ({ ...read, table: read.table && tableFor(actor, read.table) })),
        };
      },
    }),
  ];
}

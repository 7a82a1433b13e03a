import { z } from 'zod';
import type { ChatService } from '../../chat/chatService';
import type { Repositories } from '../../repositories/repositories';
import { tableFor } from '../../policies/visibleSql';
import { decodeCursor, pageQuerySchema, toPage } from '../cursor';
import { route, type Route } from '../route';

const place = z.strictObject({ updatedAt: z.iso.datetime(), id: z.uuid() });

/** A person's own chats. */
export function conversationRoutes(chat: ChatService, { conversations, chatHistory }: Repositories): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/conversations',
      summary: 'Own chats, last used first.',
      who: 'signedIn',
      query: pageQuerySchema,
      handle: async ({ actor, query }) => {
        const rows = await conversations.list({
          employeeId: actor.id,
          limit: query.limit + 1,
          after: decodeCursor(place, query.cursor),
        });
        return toPage(rows, query.limit, {
          place: ({ updatedAt, id }) => ({ updatedAt, id }),
          item: (row) => row,
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/conversations/:id/messages',
      summary: 'Messages of an own chat, oldest first.',
      who: 'signedIn',
      params: z.strictObject({ id: z.uuid() }),
      query: pageQuerySchema,
      handle: async ({ actor, params: { id }, query }) => {
        await chat.openConversation(actor, id);
        const afterId = decodeCursor(z.number().int(), query.cursor) ?? 0;
        const rows = await chatHistory.list(id, { afterId, limit: query.limit + 1 });
        return toPage(rows, query.limit, {
          place: (row) => row.id,
          item: (row) => ({ ...row, tables: row.tables.map((table) => tableFor(actor, table)) }),
        });
      },
    }),
  ];
}

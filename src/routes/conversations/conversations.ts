import { z } from 'zod';
import type { ChatService } from '../../chat/chatService';
import { exportMediaTypes, type ExportTable } from '../../chat/exportTable';
import type { OwnChats } from '../../chat/ownChats';
import type { Repositories } from '../../repositories/repositories';
import { requestContext } from '../../logging/requestContext';
import {
  changeConversationSchema,
  foundConversationDtoSchema,
  openedConversationDtoSchema,
  conversationDtoSchema,
  messageDtoSchema,
} from '../../shared/chat';
import { attachment } from '../attachment';
import { decodeCursor, longRowPlace, momentPlace, pageQuerySchema, toPage } from '../cursor';
import { route, type Route } from '../route';
import { messageFor } from './messageFor';
import { pageOf } from '../answers';

const exportParams = z.strictObject({
  id: z.uuid(),
  turnId: z.uuid(),
  place: z.coerce.number().int().min(1).max(100),
});
const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

const params = z.strictObject({ id: z.uuid() });
const listQuery = pageQuerySchema.extend({ q: z.string().trim().max(200).optional() });

const messagesQuery = pageQuerySchema.extend({ order: z.enum(['oldest', 'newest']).default('oldest') });

const place = z.strictObject({ updatedAt: momentPlace, id: z.uuid() });

/** A person's own chats. */
export function conversationRoutes(
  chat: ChatService,
  ownChats: OwnChats,
  { chatHistory }: Pick<Repositories, 'chatHistory'>,
  exportTable: ExportTable,
): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/conversations',
      summary: 'Own chats, last used first; with `q` those in which all its words were said.',
      who: 'signedIn',
      record: 'access',
      query: listQuery,
      answer: pageOf(foundConversationDtoSchema),
      handle: async ({ actor, query }) => {
        const rows = await ownChats.list(actor, {
          q: query.q,
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
      path: '/api/conversations/:id',
      summary: 'An own chat, and from which event on its messages have to be completed.',
      who: 'signedIn',
      record: 'access',
      params,
      answer: openedConversationDtoSchema,
      handle: async ({ actor, params: { id } }) => ownChats.open(actor, id),
    }),
    route({
      method: 'patch',
      path: '/api/conversations/:id',
      summary: 'Give an own chat another title.',
      who: 'signedIn',
      record: 'conversation.rename',
      params,
      body: changeConversationSchema,
      answer: conversationDtoSchema,
      handle: async ({ actor, params: { id }, body: { title } }) => ownChats.rename(actor, id, title),
    }),
    route({
      method: 'delete',
      path: '/api/conversations/:id',
      summary: 'Delete an own chat: it is hidden, and kept for the audit. An answer under way is stopped.',
      who: 'signedIn',
      record: 'conversation.delete',
      status: 204,
      params,
      handle: async ({ actor, params: { id } }) => ownChats.remove(actor, id),
    }),
    route({
      method: 'get',
      path: '/api/conversations/:id/messages',
      summary: 'Messages of an own chat, oldest first; with `order=newest` the newest first.',
      who: 'signedIn',
      record: 'access',
      params,
      query: messagesQuery,
      answer: pageOf(messageDtoSchema),
      handle: async ({ actor, params: { id }, query }) => {
        await chat.openConversation(actor, id);
        const rows = await chatHistory.list(id, {
          order: query.order,
          behindId: decodeCursor(longRowPlace, query.cursor),
          limit: query.limit + 1,
        });
        const language = requestContext()?.language ?? 'ko';
        return toPage(rows, query.limit, {
          place: (row) => row.id,
          item: (row) => messageFor(actor, row, language),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/conversations/:id/turns/:turnId/tables/:place/export',
      summary:
        'A table of an own answer as a file, whole: its query is run again with the rights of today, for the same days.',
      who: 'signedIn',
      record: 'table.export',
      params: exportParams,
      query: exportQuery,
      file: Object.values(exportMediaTypes),
      problems: ['query_too_slow'],
      handle: async ({ actor, params: { id, turnId, place: table }, query, response }) => {
        const left = new AbortController();
        response.once('close', () => left.abort());
        const file = await exportTable({
          ...{ actor, conversationId: id, turnId, place: table, format: query.format },
          language: requestContext()?.language ?? 'ko',
          signal: left.signal,
        });
        response
          .setHeader('Content-Type', file.mediaType)
          .setHeader('Content-Disposition', attachment(file.fileName))
          .setHeader('Cache-Control', 'no-store')
          .end(file.content);
      },
    }),
  ];
}

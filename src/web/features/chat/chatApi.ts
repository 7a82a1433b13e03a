import type { ConversationDto, MessageDto } from '../../../shared/chat';
import type { Page } from '../../../shared/problem';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const conversationsKey = ['conversations'] as const;
export const conversationsPath = '/api/conversations';

/** The most one call gives (`GET /api/conversations/:id/messages`). */
const messagesPerCall = '100';

/** All messages of a conversation, oldest first. @throws ApiError */
export async function readMessages(conversationId: string): Promise<MessageDto[]> {
  const path = `${conversationsPath}/${conversationId}/messages`;
  const messages: MessageDto[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<MessageDto> = await api(withQuery(path, { limit: messagesPerCall, cursor }));
    messages.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return messages;
}

/** The conversation as it stands now, where it is among the most recent ones. @throws ApiError */
export async function findRecentConversation(conversationId: string): Promise<ConversationDto | undefined> {
  const { items } = await api<Page<ConversationDto>>(conversationsPath);
  return items.find(({ id }) => id === conversationId);
}

/** @throws ApiError `not_found` when it was deleted meanwhile. */
export async function renameConversation(conversationId: string, title: string): Promise<void> {
  await apiCommand(`${conversationsPath}/${conversationId}`, { method: 'PATCH', body: { title } });
}

/** @throws ApiError `not_found` when it was deleted meanwhile. */
export async function deleteConversation(conversationId: string): Promise<void> {
  await apiCommand(`${conversationsPath}/${conversationId}`, { method: 'DELETE' });
}

/** Where a table of an answer can be had whole, as a file; tables are counted from 1. */
export function tableExportPath(conversationId: string, turnId: string, place: number): string {
  return `${conversationsPath}/${conversationId}/turns/${turnId}/tables/${place}/export`;
}

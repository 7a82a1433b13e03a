import type { MessageDto, OpenedConversationDto } from '../../../shared/chat';
import type { Page } from '../../../shared/problem';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const conversationsKey = ['conversations'] as const;
export const conversationsPath = '/api/conversations';

/** Some screens of a conversation: what one call reads of it. */
const messagesPerCall = '100';

/** A stretch of a conversation, oldest message first. */
export interface MessageStretch {
  messages: MessageDto[];
  /** Leads to the stretch before it; null: there is none. */
  olderCursor: string | null;
}

/** The newest messages of a conversation, or those before a stretch that was read. @throws ApiError */
export async function readMessages(
  conversationId: string,
  cursor: string | null = null,
): Promise<MessageStretch> {
  const path = `${conversationsPath}/${conversationId}/messages`;
  const page = await api<Page<MessageDto>>(
    withQuery(path, { order: 'newest', limit: messagesPerCall, cursor }),
  );
  return { messages: page.items.reverse(), olderCursor: page.nextCursor };
}

/** The conversation as it stands now. @throws ApiError `not_found` when it is not there or another person's. */
export function readConversation(conversationId: string): Promise<OpenedConversationDto> {
  return api(`${conversationsPath}/${conversationId}`);
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

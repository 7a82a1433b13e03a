import type { MessageDto } from '../../../shared/chat';
import type { Page } from '../../../shared/problem';
import type { AuditConversationDto, TimedEvent } from '../../../shared/replay';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';

/** A chat with all that was said and happened in it. */
export interface RecordedChat {
  conversation: AuditConversationDto;
  messages: MessageDto[];
  events: TimedEvent[];
}

/** @throws ApiError */
export async function readChat(conversationId: string, signal: AbortSignal): Promise<RecordedChat> {
  const path = `/api/audit/conversations/${conversationId}`;
  const conversation = await api<AuditConversationDto>(path, { signal });
  const [messages, events] = await Promise.all([
    allPages<MessageDto>(`${path}/messages`, '200', signal),
    allPages<TimedEvent>(`${path}/events`, '1000', signal),
  ]);
  return { conversation, messages, events };
}

async function allPages<Item>(path: string, limit: string, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await api(withQuery(path, { limit, cursor }), { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** Where a chat is replayed; with a turn, from where one came. */
export function replayPath(conversationId: string, turnId?: string): string {
  return withQuery(`/audit/conversations/${conversationId}`, { turn: turnId });
}

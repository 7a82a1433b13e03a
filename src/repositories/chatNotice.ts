import type { TurnEvent } from '../shared/chat';

/** Channel by which the processes of an installation tell each other of their chats. */
export const chatChannel = 'narutalk_chat';

/** Said with each event that is stored, by the process `from`. */
export interface ChatNotice {
  from: string;
  conversationId: string;
  turnId: string;
  /** Number of the first event. */
  first: number;
  /** The events, where they fit into a notice; else they are in the table. */
  events: TurnEvent[] | null;
}

/** Asks whoever answers this turn to stop. */
export interface StopNotice {
  stop: string;
}

/** Bytes of events that still fit into a notice of PostgreSQL (8,000) with what goes around them. */
export const noticeRoom = 7_000;

/**
 * The call, in a statement that stores events, that tells the others of them; its values are SQL. The statement binds
 * `channel` and `announceAs`.
 */
export function noticeSql(values: Record<Exclude<keyof ChatNotice, 'from'>, string>): string {
  const { conversationId, turnId, first, events } = values;
  return `pg_notify($channel, jsonb_build_object('from', $announceAs::text,
    'conversationId', ${conversationId}, 'turnId', ${turnId}, 'first', ${first}, 'events', ${events})::text)`;
}

import type { Transaction } from 'sequelize';
import type { TurnEventRepository } from '../repositories/turnEvents';
import type { ChatEvent, TurnEvent } from '../shared/chat';
import type { ConversationFeed } from './conversationFeed';
import { coalesceMs } from './limits';

/**
 * The events of one turn on their way to the reader: stored first, in batches, then published. Text that comes within
 * the same moment is joined, since each batch costs a write.
 */
export interface TurnStream {
  push(event: TurnEvent): void;
  /** The text pushed so far. */
  text(): string;
  /** Stores and publishes what waits. @throws what storing threw, now or before. */
  flush(): Promise<void>;
  /**
   * Stores the last events in the caller's transaction, which has ended the turn.
   * @returns a function that publishes them, to be called once the transaction is committed.
   */
  finish(events: TurnEvent[], transaction: Transaction): Promise<() => void>;
}

export function openTurnStream(
  turn: { conversationId: string; turnId: string; ownerProcess: string },
  turnEvents: TurnEventRepository,
  feed: ConversationFeed,
  onFailure: (error: unknown) => void,
): TurnStream {
  let waiting: TurnEvent[] = [];
  let text = '';
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const { conversationId, turnId, ownerProcess } = turn;
  const store = async (events: TurnEvent[], transaction?: Transaction): Promise<ChatEvent[]> => {
    const how = transaction ? { transaction } : { owner: ownerProcess };
    const first = await turnEvents.append(conversationId, turnId, events, how);
    return events.map((event, at) => ({ ...event, conversationId, turnId, seq: first + at }));
  };

  const writeWaiting = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      const events = waiting;
      waiting = [];
      if (events.length > 0) feed.publish(await store(events));
    });
    writing.catch(onFailure);
    return writing;
  };

  return {
    push(event) {
      const isFirstText = event.type === 'text-delta' && text === '';
      if (event.type === 'text-delta') text += event.text;
      const last = waiting[waiting.length - 1];
      if (event.type === 'text-delta' && last?.type === 'text-delta') {
        waiting[waiting.length - 1] = { type: 'text-delta', text: last.text + event.text };
      } else {
        waiting.push(event);
      }
      if (isFirstText || event.type === 'step-started') void writeWaiting().catch(() => {});
      else timer ??= setTimeout(() => void writeWaiting().catch(() => {}), coalesceMs);
    },
    text: () => text,
    flush: writeWaiting,
    async finish(events, transaction) {
      const stored = await store(events, transaction);
      return () => feed.publish(stored);
    },
  };
}

import { EventEmitter } from 'node:events';
import type { Logger } from '../logging/logger';
import type { ChatNotice } from '../repositories/chatNotice';
import type { TurnEventRepository } from '../repositories/turnEvents';
import type { ChatEvent } from '../shared/chat';
import { resumeBatch } from './limits';

/** Events of chats as they are stored, by whichever process, to whoever in this process listens to that chat. */
export interface ConversationFeed {
  /** Hands on what this process has stored. */
  publish(events: ChatEvent[]): void;
  /** Hands on what another process says that it has stored. */
  take(notice: ChatNotice): void;
  /** Reads what may have been stored unheard, for every chat that somebody listens to. */
  catchUp(): void;
  /** Somebody here has read a chat up to this number: from there on a gap is seen. */
  startFrom(conversationId: string, lastSeq: number): void;
  /** The listener is given the chat's events in order, without a gap from the first one it gets. */
  subscribe(conversationId: string, listener: (events: ChatEvent[]) => void): () => void;
}

/** A chat somebody here listens to. */
interface Followed {
  /** Number of the last event that was handed on; null: none yet. */
  lastSeq: number | null;
  /** Settled when what was missing has been read and handed on. */
  caughtUp: Promise<void>;
}

/**
 * Notices come in the order of the events, may be too long to carry them and may get lost. So each chat remembers the last
 * number it handed on: what follows it is handed on, what came before is dropped, and where something is missing it is
 * read from the table.
 */
export function createConversationFeed(turnEvents: TurnEventRepository, logger: Logger): ConversationFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  const followed = new Map<string, Followed>();

  function handOn(conversationId: string, chat: Followed, events: ChatEvent[]): void {
    const fresh = events.filter(({ seq }) => chat.lastSeq === null || seq > chat.lastSeq);
    if (fresh.length === 0) return;
    chat.lastSeq = fresh[fresh.length - 1]!.seq;
    emitter.emit(conversationId, fresh);
  }

  /** @param after number of the event before those that are missing. */
  function readMissing(conversationId: string, chat: Followed, after: number): void {
    chat.lastSeq ??= after;
    chat.caughtUp = chat.caughtUp.then(async () => {
      for (;;) {
        const { events, hasMore } = await turnEvents.nextAfter(conversationId, chat.lastSeq!, resumeBatch);
        handOn(conversationId, chat, events);
        if (!hasMore) return;
      }
    });
    chat.caughtUp = chat.caughtUp.catch((error: unknown) => {
      // The next event shows the gap again, and a client that misses one asks for it.
      logger.error({ err: error, conversationId }, 'events of a chat could not be read');
    });
  }

  /** @param first number of the first of the events; they are given, or have to be read. */
  function arrive(conversationId: string, first: number, events: ChatEvent[] | null): void {
    const chat = followed.get(conversationId);
    if (!chat) return;
    if (events && (chat.lastSeq === null || first <= chat.lastSeq + 1)) handOn(conversationId, chat, events);
    else readMissing(conversationId, chat, first - 1);
  }

  return {
    publish(events) {
      const [first] = events;
      if (first) arrive(first.conversationId, first.seq, events);
    },
    take({ conversationId, turnId, first, events }) {
      const numbered = events?.map((event, at) => ({ ...event, conversationId, turnId, seq: first + at }));
      arrive(conversationId, first, numbered ?? null);
    },
    catchUp() {
      for (const [conversationId, chat] of followed) {
        if (chat.lastSeq !== null) readMissing(conversationId, chat, chat.lastSeq);
      }
    },
    startFrom(conversationId, lastSeq) {
      const chat = followed.get(conversationId);
      if (chat) chat.lastSeq ??= lastSeq;
    },
    subscribe(conversationId, listener) {
      if (!followed.has(conversationId))
        followed.set(conversationId, { lastSeq: null, caughtUp: Promise.resolve() });
      emitter.on(conversationId, listener);
      return () => {
        emitter.off(conversationId, listener);
        if (emitter.listenerCount(conversationId) === 0) followed.delete(conversationId);
      };
    },
  };
}

import { EventEmitter } from 'node:events';
import type { ChatEvent } from '../shared/chat';

/** Events of chats as they are stored, to whoever in this process listens to that chat. */
export interface ConversationFeed {
  publish(events: ChatEvent[]): void;
  subscribe(conversationId: string, listener: (events: ChatEvent[]) => void): () => void;
}

export function createConversationFeed(): ConversationFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish(events) {
      if (events.length > 0) emitter.emit(events[0]!.conversationId, events);
    },
    subscribe(conversationId, listener) {
      emitter.on(conversationId, listener);
      return () => emitter.off(conversationId, listener);
    },
  };
}

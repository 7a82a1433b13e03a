import { resumeBatch } from '../chat/limits';
import type { ConversationFeed } from '../chat/conversationFeed';
import { eventFor } from '../policies/visibleSql';
import type { TurnEventRepository } from '../repositories/turnEvents';
import type { ChatEvent } from '../shared/chat';
import type { ChatSocket } from './server';
import { untilRoom } from './slowReaders';

/** The chats one socket listens to. */
export interface Subscriptions {
  /** Sends the chat's events from now on. */
  follow(conversationId: string): void;
  /** Sends the events after `lastSeq` in order, then the live ones. @returns the number of the last event sent. */
  resume(conversationId: string, lastSeq: number): Promise<number>;
  close(): void;
}

interface Subscription {
  /** Settled when the resumes asked for so far have sent what they had to. */
  resumed: Promise<unknown>;
  /** Live events that wait while stored ones are sent; null: sent at once. */
  held: ChatEvent[] | null;
  stop: () => void;
}

export function createSubscriptions(
  socket: ChatSocket,
  feed: ConversationFeed,
  turnEvents: TurnEventRepository,
): Subscriptions {
  const subscriptions = new Map<string, Subscription>();

  const send = (events: ChatEvent[]) => {
    // As the person is known now: a right may have come or gone since the event was stored.
    for (const event of events) socket.emit('chat:event', eventFor(socket.data.actor, event));
  };

  const subscribe = (conversationId: string): Subscription => {
    const known = subscriptions.get(conversationId);
    if (known) return known;
    const subscription: Subscription = {
      resumed: Promise.resolve(),
      held: null,
      stop: feed.subscribe(conversationId, (events) => {
        if (subscription.held) subscription.held.push(...events);
        else send(events);
      }),
    };
    subscriptions.set(conversationId, subscription);
    return subscription;
  };

  return {
    follow(conversationId) {
      subscribe(conversationId);
    },
    resume(conversationId, lastSeq) {
      const subscription = subscribe(conversationId);
      // One at a time: two at once would mix their events.
      const resumed = subscription.resumed.then(() => sendStored(subscription, conversationId, lastSeq));
      subscription.resumed = resumed.catch(() => {}); // told to whoever asked for it
      return resumed;
    },
    close() {
      for (const { stop } of subscriptions.values()) stop();
      subscriptions.clear();
    },
  };

  async function sendStored(
    subscription: Subscription,
    conversationId: string,
    lastSeq: number,
  ): Promise<number> {
    const held: ChatEvent[] = [];
    subscription.held = held;
    let sent = lastSeq;
    try {
      for (;;) {
        // What waits is stored, so it is among what is read now.
        held.length = 0;
        const events = await turnEvents.after(conversationId, sent, resumeBatch);
        for (const event of events) {
          await untilRoom(socket);
          send([event]);
        }
        sent = events[events.length - 1]?.seq ?? sent;
        if (events.length < resumeBatch) {
          feed.startFrom(conversationId, sent);
          return sent;
        }
      }
    } finally {
      // The contract: stored events, then the ack, then live ones. The ack goes out before the next immediate.
      setImmediate(() => {
        subscription.held = null;
        send(held.filter((event) => event.seq > sent));
      });
    }
  }
}

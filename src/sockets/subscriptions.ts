import { resumeBatch } from '../chat/limits';
import type { ConversationFeed } from '../chat/conversationFeed';
import type { TurnEventRepository } from '../repositories/turnEvents';
import type { ChatEvent } from '../shared/chat';
import { sendTo, type Audiences, type Listener } from './audiences';
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

interface Subscription extends Listener {
  /** Settled when the resumes asked for so far have sent what they had to. */
  resumed: Promise<unknown>;
}

export interface SubscriptionDependencies {
  audiences: Audiences;
  feed: ConversationFeed;
  turnEvents: TurnEventRepository;
}

export function createSubscriptions(
  socket: ChatSocket,
  { audiences, feed, turnEvents }: SubscriptionDependencies,
): Subscriptions {
  const subscriptions = new Map<string, Subscription>();
  /** Its socket has gone: what was asked by it may go on, and is told to nobody here. */
  let isClosed = false;

  const subscribe = (conversationId: string): Subscription => {
    const known = subscriptions.get(conversationId);
    if (known) return known;
    const subscription: Subscription = { socket, resumed: Promise.resolve(), held: null };
    audiences.add(conversationId, subscription);
    subscriptions.set(conversationId, subscription);
    return subscription;
  };

  return {
    follow(conversationId) {
      if (!isClosed) subscribe(conversationId);
    },
    resume(conversationId, lastSeq) {
      if (isClosed) return Promise.resolve(lastSeq);
      const subscription = subscribe(conversationId);
      // One at a time: two at once would mix their events.
      const resumed = subscription.resumed.then(() => sendStored(subscription, conversationId, lastSeq));
      subscription.resumed = resumed.catch(() => {}); // told to whoever asked for it
      return resumed;
    },
    close() {
      isClosed = true;
      for (const [conversationId, subscription] of subscriptions)
        audiences.remove(conversationId, subscription);
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
        await untilRoom(socket);
        if (isClosed) return sent;
        // What waits is stored, so it is among what is read now.
        held.length = 0;
        const { events, hasMore } = await turnEvents.nextAfter(conversationId, sent, resumeBatch);
        sendTo(socket, events);
        sent = events[events.length - 1]?.seq ?? sent;
        if (!hasMore) {
          feed.startFrom(conversationId, sent);
          return sent;
        }
      }
    } finally {
      // The contract: stored events, then the ack, then live ones. The ack goes out before the next immediate.
      setImmediate(() => {
        // Another resume has begun meanwhile: what waits is among what it reads.
        if (subscription.held !== held) return;
        subscription.held = null;
        sendTo(
          socket,
          held.filter((event) => event.seq > sent),
        );
      });
    }
  }
}

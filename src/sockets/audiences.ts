import type { ConversationFeed } from '../chat/conversationFeed';
import { may } from '../policies/permissions';
import { eventFor } from '../policies/visibleSql';
import type { ChatEvent } from '../shared/chat';
import type { ChatServer, ChatSocket } from './server';

/** One socket that listens to a chat. */
export interface Listener {
  socket: ChatSocket;
  /** Live events that wait while stored ones are sent; null: sent at once. */
  held: ChatEvent[] | null;
}

/** The sockets of this process that listen, by chat. */
export interface Audiences {
  add(conversationId: string, listener: Listener): void;
  remove(conversationId: string, listener: Listener): void;
}

/**
 * Hands each live event of a chat to its sockets. It is encoded once for all of them: of an answer that 200 sockets are given,
 * encoding it for each was most of what it cost.
 */
export function createAudiences(server: ChatServer, feed: ConversationFeed): Audiences {
  const audiences = new Map<string, { listeners: Set<Listener>; stop: () => void }>();

  function deliver(listeners: Iterable<Listener>, events: ChatEvent[]): void {
    const live: ChatSocket[] = [];
    for (const { held, socket } of listeners) {
      if (held) held.push(...events);
      else if (mayRead(socket)) live.push(socket);
    }
    for (const event of events) sendToAll(server, live, event);
  }

  return {
    add(conversationId, listener) {
      const audience = audiences.get(conversationId);
      if (audience) return void audience.listeners.add(listener);
      const listeners = new Set([listener]);
      const stop = feed.subscribe(conversationId, (events) => deliver(listeners, events));
      audiences.set(conversationId, { listeners, stop });
    },
    remove(conversationId, listener) {
      const audience = audiences.get(conversationId);
      if (!audience?.listeners.delete(listener) || audience.listeners.size > 0) return;
      audience.stop();
      audiences.delete(conversationId);
    },
  };
}

/** Sends events to one socket, as its person is known now: a right may have come or gone since they were stored. */
export function sendTo(socket: ChatSocket, events: ChatEvent[]): void {
  if (!mayRead(socket)) return;
  for (const event of events) socket.emit('chat:event', eventFor(socket.data.actor, event));
}

/** Who has no right to the chat now, such as for want of a second factor, asks for what was missed once there is one. */
function mayRead(socket: ChatSocket): boolean {
  return may(socket.data.actor, 'chat.use');
}

function sendToAll(server: ChatServer, sockets: ChatSocket[], event: ChatEvent): void {
  // What a person sees of a table depends on rights; and for one socket a broadcast costs more than it saves.
  const isForEach = event.type === 'table' || sockets.length === 1;
  if (isForEach) for (const socket of sockets) sendTo(socket, [event]);
  else if (sockets.length > 0) server.local.to(sockets.map(({ id }) => id)).emit('chat:event', event);
}

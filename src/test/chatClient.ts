import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import type {
  ChatEvent,
  chatSendSchema,
  ClientToServerEvents,
  SendAck,
  ServerToClientEvents,
} from '../shared/chat';
import { isTurnEnd } from '../shared/isTurnEnd';
import { patienceMs } from './patience';

type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A chat client of a test: keeps every event in the order it came. */
export interface ChatClient {
  socket: ClientSocket;
  events: ChatEvent[];
  /** Sends a question. */
  send(text: string, options?: Partial<z.input<typeof chatSendSchema>>): Promise<SendAck>;
  /** Sends a question and waits for the end of its turn. @returns the events of the turn. */
  ask(text: string, conversationId?: string): Promise<ChatEvent[]>;
  /** The first event, come or to come, that fits. */
  waitFor(fits: (event: ChatEvent) => boolean): Promise<ChatEvent>;
  close(): void;
}

/** Opens a socket with an access token. @throws Error with `data: {code, message}` when it is refused. */
export async function openChat(
  url: string,
  token: string,
  transport: 'websocket' | 'polling' = 'websocket',
  extraHeaders: Record<string, string> = {},
): Promise<ChatClient> {
  const socket: ClientSocket = io(url, {
    auth: { token },
    transports: [transport],
    extraHeaders,
    forceNew: true,
    reconnection: false,
  });
  const events: ChatEvent[] = [];
  const waiting = new Set<(event: ChatEvent) => void>();
  socket.on('chat:event', (event) => {
    events.push(event);
    for (const look of [...waiting]) look(event);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

  const client: ChatClient = {
    socket,
    events,
    send: (text, options = {}) =>
      socket
        .timeout(patienceMs)
        .emitWithAck('chat:send', { clientMessageId: randomUUID(), text, ...options }),
    async ask(text, conversationId) {
      const ack = await client.send(text, { conversationId });
      if (!ack.ok) throw new Error(`refused: ${ack.error.code}`);
      await client.waitFor((event) => event.turnId === ack.turnId && isTurnEnd(event));
      return events.filter((event) => event.turnId === ack.turnId);
    },
    waitFor(fits) {
      const come = events.find(fits);
      if (come) return Promise.resolve(come);
      return new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          reject(new Error(`no such event; came: ${events.map(({ type }) => type).join(', ')}`));
        }, patienceMs);
        const look = (event: ChatEvent) => {
          if (!fits(event)) return;
          clearTimeout(tooLate);
          waiting.delete(look);
          resolve(event);
        };
        waiting.add(look);
      });
    },
    close: () => socket.disconnect(),
  };
  return client;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Logger } from '../logging/logger';
import type { ChatServer, ChatSocket } from './server';

/**
 * Bytes of memory that may wait for a reader who does not take them. Far more than a reader on a bad line falls behind in a
 * turn; and a thousand who stopped reading cost less than what a server has.
 */
const maximumUnsentBytes = 1024 * 1024;

/** Bytes that may wait while stored events are sent: they are there to be read when there is room. */
const roomForStoredBytes = 256 * 1024;

/** Milliseconds between two looks whether there is room again, and how long there may be none. */
const lookForRoomMs = 20;
const stuckMs = 20_000;

/** Bytes handed to each socket that its transport has not taken yet. */
const waiting = new WeakMap<ChatSocket, number>();

/**
 * Ends connections whose reader does not read: what is sent to them would stay in memory. Nothing is lost by that, since all
 * events are stored: the client connects again and resumes behind the last one it got.
 */
export function cutSlowReaders(server: ChatServer, logger: Logger): void {
  server.on('connection', (socket) => {
    socket.conn.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      const unsent = unsentBytes(socket);
      // Before this one is added, so that a single event may be as large as it likes.
      if (unsent > maximumUnsentBytes) cut(socket, logger);
      else waiting.set(socket, (waiting.get(socket) ?? 0) + memoryOf(data));
    });
    socket.conn.on('flush', () => waiting.set(socket, 0));
  });
}

/** Settled when the reader has taken enough of what was sent, or is gone. */
export async function untilRoom(socket: ChatSocket): Promise<void> {
  const deadline = performance.now() + stuckMs;
  while (socket.connected && unsentBytes(socket) > roomForStoredBytes) {
    if (performance.now() > deadline) terminate(socket);
    else await pause(lookForRoomMs);
  }
}

function unsentBytes(socket: ChatSocket): number {
  return (waiting.get(socket) ?? 0) + (webSocketOf(socket)?.bufferedAmount ?? 0);
}

function memoryOf(data: string | Buffer | undefined): number {
  // Text that is not Latin takes two bytes a character.
  return typeof data === 'string' ? data.length * 2 : (data?.length ?? 0);
}

function cut(socket: ChatSocket, logger: Logger): void {
  if (!socket.connected) return;
  logger.warn({ employeeId: socket.data.actor.id, unsentBytes: unsentBytes(socket) }, 'slow reader cut');
  terminate(socket);
}

/** Without a goodbye, which would wait in line behind what is not read. To the client it is a lost connection. */
function terminate(socket: ChatSocket): void {
  const webSocket = webSocketOf(socket);
  socket.conn.close(true);
  webSocket?.terminate();
}

/** Null while the connection is by polling. */
function webSocketOf(socket: ChatSocket): WebSocket | null {
  const { transport } = socket.conn as unknown as { transport: { name: string; socket?: WebSocket } };
  return transport.name === 'websocket' ? (transport.socket ?? null) : null;
}

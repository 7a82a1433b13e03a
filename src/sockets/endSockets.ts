import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatServer, ChatSocket } from './server';

/** Milliseconds that what was sent has to leave: who does not read is not waited for, and takes it up at another process. */
const leaveWithinMs = 1_000;

/**
 * Ends every connection, what was sent on it first: closing the server alone throws away what has not left, the end of an answer
 * with it. Clients take it for a lost network and come back by themselves, which they would not if they were told to go.
 */
export async function endSockets(server: ChatServer): Promise<void> {
  await Promise.all([...server.sockets.sockets.values()].map(endConnection));
  await server.close();
}

async function endConnection({ conn }: ChatSocket): Promise<void> {
  const stream = conn.request.socket;
  if (conn.readyState === 'closed' || stream.destroyed) return;
  const over = new AbortController();
  // The stream's end, not the connection's: that is told before the last bytes are out.
  const left = once(stream, 'close', { signal: over.signal }).catch(() => {});
  conn.close();
  await Promise.race([left, pause(leaveWithinMs, undefined, { signal: over.signal }).catch(() => {})]);
  over.abort();
}

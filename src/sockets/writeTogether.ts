import type { ChatSocket } from './server';

/**
 * Lets the packets that leave a socket together go to the network in one system call, where each frame would be one of its
 * own. (On the connection the handshake came by: one that was upgraded from polling sends as it would anyway.)
 */
export function writeTogether({ conn }: ChatSocket): void {
  const connection = conn.request.socket;
  conn.on('flush', () => connection.cork());
  conn.on('drain', () => connection.uncork());
}

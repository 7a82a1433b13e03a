import type { Accounts } from '../accounts/accounts';
import type { Logger } from '../logging/logger';
import type { ChatServer, ChatSocket } from './server';

/** Milliseconds between two looks: what changes of a person reaches the open sockets within five seconds. */
const checkMs = 2_000;

/**
 * Ends open sockets of people who were deactivated and of sign-ins that were ended, also those that only listen, and tells the
 * others who their people are now: what a socket is sent goes by the rights of the moment.
 * @returns a function that stops looking.
 */
export function cutRevoked(server: ChatServer, accounts: Accounts, logger: Logger): () => void {
  let busy = false;
  const look = async () => {
    const sockets: ChatSocket[] = [...server.sockets.sockets.values()];
    if (busy || sockets.length === 0) return;
    busy = true;
    try {
      const standing = await accounts.standing(sockets.map(({ data }) => data.claims));
      for (const socket of sockets) {
        const actor = standing.get(socket.data.claims);
        if (actor) socket.data.actor = actor;
        else socket.disconnect(true);
      }
    } catch (error) {
      // Each event of these sockets asks for itself; the next look comes soon.
      logger.error({ err: error }, 'looking for revoked sockets');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), checkMs);
  return () => clearInterval(timer);
}

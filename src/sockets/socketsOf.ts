import { may } from '../policies/permissions';
import type { Permission } from '../shared/people';
import type { ChatServer, ChatSocket } from './server';

/** The sockets of this process whose people have a right now: one that was given or taken since they connected counts. */
export function socketsOf(server: ChatServer, permission: Permission): ChatSocket[] {
  return [...server.sockets.sockets.values()].filter(({ data }) => may(data.actor, permission));
}

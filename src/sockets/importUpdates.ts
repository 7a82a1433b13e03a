import { may } from '../policies/permissions';
import type { ImportUpdate } from '../shared/imports';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';

const room = 'imports';

/** Tells those who import figures how far each file is. */
export function relayImportUpdates(server: ChatServer, updates: Notifications<ImportUpdate>): void {
  server.on('connection', (socket) => {
    if (may(socket.data.actor, 'data.import')) void socket.join(room);
  });
  updates.subscribe((update) => void server.local.to(room).emit('import:updated', update));
}

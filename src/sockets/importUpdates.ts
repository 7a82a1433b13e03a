import type { ImportUpdate } from '../shared/imports';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';
import { socketsOf } from './socketsOf';

/** Tells those who import figures how far each file is. */
export function relayImportUpdates(server: ChatServer, updates: Notifications<ImportUpdate>): void {
  updates.subscribe((update) => {
    for (const socket of socketsOf(server, 'data.import')) socket.emit('import:updated', update);
  });
}

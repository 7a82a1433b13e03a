import { may } from '../policies/permissions';
import type { AuditExportUpdate } from '../shared/auditExportUpdate';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';

const room = 'audit-exports';

/** Tells those who audit how far each export is. */
export function relayAuditExportUpdates(server: ChatServer, updates: Notifications<AuditExportUpdate>): void {
  server.on('connection', (socket) => {
    if (may(socket.data.actor, 'audit.read')) void socket.join(room);
  });
  updates.subscribe((update) => void server.local.to(room).emit('audit-export:updated', update));
}

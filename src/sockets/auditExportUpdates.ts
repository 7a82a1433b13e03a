import type { AuditExportUpdate } from '../shared/auditExportUpdate';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';
import { socketsOf } from './socketsOf';

/** Tells those who audit how far each export is. */
export function relayAuditExportUpdates(server: ChatServer, updates: Notifications<AuditExportUpdate>): void {
  updates.subscribe((update) => {
    for (const socket of socketsOf(server, 'audit.read')) socket.emit('audit-export:updated', update);
  });
}

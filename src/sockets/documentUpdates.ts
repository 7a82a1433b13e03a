import { errorCatalogue } from '../errorCatalogue';
import { errorText, type ErrorCode } from '../errors';
import { may } from '../policies/permissions';
import type { DocumentUpdate } from '../shared/documents';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';

const room = 'documents';

/** Tells those who keep documents how far each has come, in their language. */
export function relayDocumentUpdates(server: ChatServer, updates: Notifications<DocumentUpdate>): void {
  server.on('connection', (socket) => {
    if (may(socket.data.actor, 'documents.manage')) void socket.join(room);
  });
  updates.subscribe((update) => {
    for (const socket of server.sockets.sockets.values()) {
      if (!socket.rooms.has(room)) continue;
      socket.emit('document:updated', inWords(update, socket.data.language));
    }
  });
}

/** The reason travels as a code between processes and is put into words for each reader. */
function inWords(update: DocumentUpdate, language: 'ko' | 'en'): DocumentUpdate {
  const { reason } = update;
  return reason && reason in errorCatalogue
    ? { ...update, reason: errorText(reason as ErrorCode, language) }
    : update;
}

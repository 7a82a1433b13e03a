import { errorCatalogue } from '../errorCatalogue';
import { errorText, type ErrorCode } from '../errors';
import type { DocumentUpdate } from '../shared/documents';
import type { Notifications } from '../storage/database/notifications';
import type { ChatServer } from './server';
import { socketsOf } from './socketsOf';

/** Tells those who keep documents how far each has come, in their language. */
export function relayDocumentUpdates(server: ChatServer, updates: Notifications<DocumentUpdate>): void {
  updates.subscribe((update) => {
    for (const socket of socketsOf(server, 'documents.manage'))
      socket.emit('document:updated', inWords(update, socket.data.language));
  });
}

/** The reason travels as a code between processes and is put into words for each reader. */
function inWords(update: DocumentUpdate, language: 'ko' | 'en'): DocumentUpdate {
  const { reason } = update;
  return reason && reason in errorCatalogue
    ? { ...update, reason: errorText(reason as ErrorCode, language) }
    : update;
}

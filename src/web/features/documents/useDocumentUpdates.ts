import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentUpdate } from '../../../shared/documents';
import { socket } from '../../lib/socket';
import { documentsKey } from './documentsApi';
import { patchDocumentLists } from './patchDocumentLists';

/** Keeps every list of documents on the screen as the server tells (`document:updated`). */
export function useDocumentUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: documentsKey });
    const apply = (update: DocumentUpdate) => {
      patchDocumentLists(queryClient, update);
      // An end of the work changes what an update does not carry: pages, chunks, filters.
      if (update.status !== 'processing') readAgain();
    };
    socket.on('document:updated', apply);
    // What happened while there was no connection was not told.
    socket.on('connect', readAgain);
    return () => {
      socket.off('document:updated', apply);
      socket.off('connect', readAgain);
    };
  }, [queryClient]);
}

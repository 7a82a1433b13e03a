import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentDto, DocumentUpdate } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import { socket } from '../../lib/socket';
import { applyDocumentUpdate } from './applyDocumentUpdate';
import { documentListKey, documentsKey } from './documentsApi';

type DocumentPages = InfiniteData<Page<DocumentDto>>;

/** Keeps every list of documents on the screen as the server tells (`document:updated`). */
export function useDocumentUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: documentsKey });
    const apply = (update: DocumentUpdate) => {
      queryClient.setQueriesData<DocumentPages>({ queryKey: documentListKey }, (data) =>
        patchPages(data, update),
      );
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

function patchPages(data: DocumentPages | undefined, update: DocumentUpdate): DocumentPages | undefined {
  if (!data) return data;
  const pages = data.pages.map((page) => ({ ...page, items: applyDocumentUpdate(page.items, update) }));
  return { ...data, pages };
}

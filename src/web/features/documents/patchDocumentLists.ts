import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { DocumentDto, DocumentUpdate } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import { applyDocumentUpdate } from './applyDocumentUpdate';
import { documentListKey } from './documentsApi';

type DocumentPages = InfiniteData<Page<DocumentDto>>;

/** Brings an update into every list of documents in pages. What else was read of documents has another shape, and stays. */
export function patchDocumentLists(queryClient: QueryClient, update: DocumentUpdate): void {
  queryClient.setQueriesData<DocumentPages>({ queryKey: documentListKey }, (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => ({ ...page, items: applyDocumentUpdate(page.items, update) }));
    return { ...data, pages };
  });
}

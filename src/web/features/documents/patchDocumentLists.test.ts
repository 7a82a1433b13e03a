import { QueryClient } from '@tanstack/react-query';
import { documentListKey, documentsKey } from './documentsApi';
import { patchDocumentLists } from './patchDocumentLists';

test('an update goes to the lists in pages, beside other readings of documents', () => {
  const queryClient = new QueryClient();
  const waiting = { id: 'd1', title: '규정', status: 'queued', progress: 0 };
  const listKey = [...documentListKey, {}];
  const searchKey = [...documentsKey, 'replaceable', ''];
  queryClient.setQueryData(searchKey, { items: [waiting], nextCursor: null });
  queryClient.setQueryData(listKey, { pages: [{ items: [waiting], nextCursor: null }], pageParams: [null] });

  patchDocumentLists(queryClient, { documentId: 'd1', status: 'processing', progress: 40 });

  expect(queryClient.getQueryData(listKey)).toMatchObject({
    pages: [{ items: [{ id: 'd1', status: 'processing', progress: 40 }] }],
  });
  expect(queryClient.getQueryData(searchKey)).toEqual({ items: [waiting], nextCursor: null });
  queryClient.clear();
});

import type { ChangedDocumentDto, ChunkDto, DocumentDto, ReconcileReport } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import { api, apiCommand, apiFile } from '../../lib/api';
import { withQuery } from '../../lib/http';
import type { DocumentChanges } from './documentValues';

export const documentsPath = '/api/documents';
/** Everything in the cache that was read of documents. */
export const documentsKey = ['documents'] as const;
/** Every list of them in pages, whatever its filters. */
export const documentListKey = [...documentsKey, 'list'] as const;

export function readDocument(documentId: string): Promise<DocumentDto> {
  return api(`${documentsPath}/${documentId}`);
}

export function deleteDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}`, { method: 'DELETE' });
}

export function reindexDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}/reindex`, { method: 'POST' });
}

/** @returns the document, and whether searches go by the change already. */
export function changeDocument(documentId: string, changes: DocumentChanges): Promise<ChangedDocumentDto> {
  return api(`${documentsPath}/${documentId}`, { method: 'PATCH', body: changes });
}

export function approveDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}/approve`, { method: 'POST' });
}

/** Takes an approval back: the version before stands again. */
export function withdrawDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}/withdraw`, { method: 'POST' });
}

/** Ends the way of a waiting or running document into the index. */
export function cancelDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}/cancel`, { method: 'POST' });
}

/** Lets the server compare documents, index, files and jobs, and mend what differs. */
export function reconcileDocuments(): Promise<ReconcileReport> {
  return api(`${documentsPath}/reconcile`, { method: 'POST' });
}

export function readOriginal(documentId: string): Promise<Blob> {
  return apiFile(`${documentsPath}/${documentId}/content`);
}

export function chunksPath(documentId: string): string {
  return `${documentsPath}/${documentId}/chunks`;
}

/** One chunk of a document, looked for page by page; undefined when the document no longer has it. */
export async function findChunk(documentId: string, chunkId: string): Promise<ChunkDto | undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<ChunkDto> = await api(withQuery(chunksPath(documentId), { cursor }));
    const chunk = page.items.find((item) => item.chunkId === chunkId);
    if (chunk) return chunk;
    cursor = page.nextCursor;
  } while (cursor);
  return undefined;
}

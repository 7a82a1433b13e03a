import type { ChunkDto, DocumentDto } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import { api, apiCommand, apiFile } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const documentsPath = '/api/documents';
/** Every list of documents in the cache, whatever its filters. */
export const documentsKey = ['documents'] as const;

export function readDocument(documentId: string): Promise<DocumentDto> {
  return api(`${documentsPath}/${documentId}`);
}

export function deleteDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}`, { method: 'DELETE' });
}

export function reindexDocument(documentId: string): Promise<void> {
  return apiCommand(`${documentsPath}/${documentId}/reindex`, { method: 'POST' });
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

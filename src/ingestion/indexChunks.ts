import type { ChunkRecord } from '../repositories/chunks';
import type { IndexedChunk, SearchIndex } from '../storage/searchIndex/searchIndex';

/** What the index keeps of a document beside each chunk; `audience` as principals. */
export type IndexedDocument = Pick<
  IndexedChunk,
  'title' | 'docType' | 'audience' | 'productCodes' | 'validFrom' | 'validTo'
>;

/** Writes a document's chunks into the index and takes out what an earlier try left there. */
export async function indexChunks(
  document: IndexedDocument & { id: string },
  chunks: ChunkRecord[],
  searchIndex: SearchIndex,
): Promise<void> {
  await searchIndex.upsert(chunks.map((chunk) => toIndexedChunk(document, chunk)));
  await searchIndex.removeDocument(document.id, { keep: chunks.map((chunk) => chunk.id) });
}

/** One chunk as the index keeps it. */
export function toIndexedChunk(document: IndexedDocument, chunk: ChunkRecord): IndexedChunk {
  const { title, docType, audience, productCodes, validFrom, validTo } = document;
  const { id, documentId, ordinal, heading, text, page, charStart, charEnd, embedding } = chunk;
  return {
    chunkId: id,
    documentId,
    ordinal,
    heading,
    text,
    page,
    charStart,
    charEnd,
    embedding,
    title,
    docType,
    audience,
    productCodes,
    validFrom,
    validTo,
  };
}

import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentProperties, IndexedChunk, SearchIndex } from '../storage/searchIndex/searchIndex';

/** Writes a document's chunks into the index and takes out what an earlier try left there. */
export async function indexChunks(
  document: DocumentProperties & { id: string },
  chunks: ChunkRecord[],
  searchIndex: SearchIndex,
): Promise<void> {
  await searchIndex.upsert(chunks.map((chunk) => toIndexedChunk(document, chunk)));
  await searchIndex.removeDocument(document.id, { keep: chunks.map((chunk) => chunk.id) });
}

/** One chunk as the index keeps it. */
export function toIndexedChunk(document: DocumentProperties, chunk: ChunkRecord): IndexedChunk {
  const { title, docType, audience, productCodes, validFrom, validTo, version, current } = document;
  const { id, documentId, ordinal, parentId, heading, text, page, charStart, charEnd, embedding } = chunk;
  return {
    chunkId: id,
    documentId,
    ordinal,
    parentId,
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
    version,
    current,
  };
}

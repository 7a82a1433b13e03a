import type { IndexedChunk, IndexHit } from './searchIndex';

/** What is stored of a found chunk, without what the reader has no business to see. */
export function toHit(
  chunk: Omit<IndexedChunk, 'embedding' | 'embeddingModel' | 'audience'>,
  { score, legs }: Pick<IndexHit, 'score' | 'legs'>,
): IndexHit {
  return {
    chunkId: chunk.chunkId,
    documentId: chunk.documentId,
    ordinal: chunk.ordinal,
    parentId: chunk.parentId,
    title: chunk.title,
    docType: chunk.docType,
    heading: chunk.heading,
    text: chunk.text,
    page: chunk.page,
    charStart: chunk.charStart,
    charEnd: chunk.charEnd,
    productCodes: chunk.productCodes,
    validFrom: chunk.validFrom,
    validTo: chunk.validTo,
    version: chunk.version,
    current: chunk.current,
    score,
    legs,
  };
}

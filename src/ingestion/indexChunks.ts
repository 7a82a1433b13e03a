import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentProperties, IndexedChunk } from '../storage/searchIndex/searchIndex';
import { writeByRow } from './alignIndex';
import type { IngestionDependencies } from './dependencies';

/** Chunks written at a time: whoever changes the document meanwhile waits well under a second for his turn. */
const batchSize = 500;

/**
 * Makes the index hold these chunks of a document and no other ones, with what its row says of it.
 * @returns what that was; null when the document is gone, and nothing of it is left in the index.
 * @throws Error when the index does not have them all then.
 */
export async function indexChunks(
  documentId: string,
  chunks: ChunkRecord[],
  dependencies: Pick<IngestionDependencies, 'database' | 'repositories' | 'searchIndex'>,
): Promise<DocumentProperties | null> {
  const { searchIndex } = dependencies;
  let written: DocumentProperties | null = null;
  for (let start = 0; start < chunks.length; start += batchSize) {
    const batch = chunks.slice(start, start + batchSize);
    written = await writeByRow(documentId, dependencies, async (properties) => {
      if (properties) await searchIndex.upsert(batch.map((chunk) => toIndexedChunk(properties, chunk)));
      else await searchIndex.removeDocument(documentId);
    });
    if (!written) return null;
  }
  // All of these are in it now: where there are no more, there are no others, as of every document that comes in first.
  let found = await searchIndex.countDocument(documentId);
  if (found !== chunks.length) {
    await searchIndex.removeDocument(documentId, { keep: chunks.map(({ id }) => id) });
    found = await searchIndex.countDocument(documentId);
  }
  if (found !== chunks.length)
    throw new Error(`the index has ${found} of ${chunks.length} chunks of ${documentId}`);
  return written;
}

/** One chunk as the index keeps it. */
export function toIndexedChunk(document: DocumentProperties, chunk: ChunkRecord): IndexedChunk {
  const { title, docType, audience, productCodes, validFrom, validTo, version, current } = document;
  const { id, documentId, ordinal, parentId, heading, text, page, charStart, charEnd } = chunk;
  const { embedding, embeddingModel } = chunk;
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
    embeddingModel,
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

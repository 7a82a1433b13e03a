import { createHash } from 'node:crypto';
import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentRecord } from '../repositories/documents';
import type { IngestionDependencies } from './dependencies';
import type { Chunk } from './parsedDocument';

/**
 * Gives chunks their keys and, where a model is configured, their vectors. A passage that the same model has embedded
 * before is not embedded again.
 */
export async function embedChunks(
  document: DocumentRecord,
  chunks: Chunk[],
  { embeddings, repositories }: IngestionDependencies,
  signal: AbortSignal,
): Promise<ChunkRecord[]> {
  const key = (ordinal: number) => `${document.id}:${ordinal}`;
  const records = chunks.map(({ parent, ...chunk }): ChunkRecord => ({
    ...chunk,
    id: key(chunk.ordinal),
    parentId: key(parent),
    documentId: document.id,
    textSha256: sha256(embeddedText(document, chunk)),
    embedding: null,
    embeddingModel: null,
  }));
  if (!embeddings) return records;

  const hashes = records.map((record) => record.textSha256);
  const vectors = await repositories.chunks.knownEmbeddings(embeddings.name, hashes);
  const missing = chunks
    .filter((_chunk, at) => !vectors.has(hashes[at]!))
    .map((chunk) => embeddedText(document, chunk));
  const unique = [...new Set(missing)];
  const made = unique.length > 0 ? await embeddings.embedDocuments(unique, signal) : [];
  unique.forEach((text, at) => vectors.set(sha256(text), made[at]!));
  return records.map((record) => ({
    ...record,
    embedding: vectors.get(record.textSha256)!,
    embeddingModel: embeddings.name,
  }));
}

/** Title and headings say what a passage is about, which its own words often do not. */
function embeddedText(document: DocumentRecord, chunk: Pick<Chunk, 'heading' | 'text'>): string {
  return [document.title, chunk.heading, chunk.text].filter((part) => part !== '').join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentRecord } from '../repositories/documents';
import type { IngestionDependencies } from './dependencies';
import { embeddedText, embedPassages, textKey } from './embedPassages';
import type { Chunk } from './parsedDocument';

/**
 * Gives chunks their keys and, where a model is configured, their vectors. A passage that the same model has embedded
 * before is not embedded again.
 */
export async function embedChunks(
  document: Pick<DocumentRecord, 'id' | 'title'>,
  chunks: Chunk[],
  {
    embeddings,
    repositories: { passageEmbeddings },
  }: Pick<IngestionDependencies, 'embeddings' | 'repositories'>,
  signal: AbortSignal,
): Promise<ChunkRecord[]> {
  const key = (ordinal: number) => `${document.id}:${ordinal}`;
  const records = chunks.map(({ parent, ...chunk }): ChunkRecord => ({
    ...chunk,
    id: key(chunk.ordinal),
    parentId: key(parent),
    documentId: document.id,
    textSha256: textKey(embeddedText(document, chunk)),
    embedding: null,
    embeddingModel: null,
  }));
  if (!embeddings) return records;

  const texts = new Map(records.map((record) => [record.textSha256, embeddedText(document, record)]));
  const vectors = await passageEmbeddings.known(embeddings.name, [...texts.keys()]);
  const missing = new Map([...texts].filter(([hash]) => !vectors.has(hash)));
  const made = await embedPassages(missing, embeddings, passageEmbeddings, signal);
  return records.map((record) => ({
    ...record,
    embedding: vectors.get(record.textSha256) ?? made.get(record.textSha256)!,
    embeddingModel: embeddings.name,
  }));
}

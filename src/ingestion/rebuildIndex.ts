import { audiencePrincipals } from '../policies/documentAccess';
import type { ChunkRepository } from '../repositories/chunks';
import type { SearchIndex } from '../storage/searchIndex/searchIndex';
import { toIndexedChunk } from './indexChunks';

/** Chunks read at a time: some megabytes with their vectors. */
const batchSize = 500;

/** Fills the index from the chunks kept in the database: the embedded index at each start. @returns chunks written. */
export async function rebuildIndex(chunks: ChunkRepository, searchIndex: SearchIndex): Promise<number> {
  let written = 0;
  let afterId = '';
  for (;;) {
    const batch = await chunks.indexable(afterId, batchSize);
    if (batch.length === 0) return written;
    await searchIndex.upsert(
      batch.map((chunk) => toIndexedChunk({ ...chunk, audience: audiencePrincipals(chunk.audience) }, chunk)),
    );
    written += batch.length;
    afterId = batch[batch.length - 1]!.id;
  }
}

import type { SearchIndexDto } from '../shared/searchIndex';
import type { IngestionDependencies } from './dependencies';
import { rebuildReason } from './indexRecipe';
import { productWords } from './productWords';

type Needed = Pick<IngestionDependencies, 'repositories' | 'searchIndex' | 'embeddings'>;

/** The search index as it stands, and how far a rebuild is. */
export async function describeIndex(needed: Needed): Promise<SearchIndexDto> {
  const { repositories, searchIndex } = needed;
  // First, so that what is said to be rebuilt is described as it was rebuilt, when it took over meanwhile.
  const reason = await rebuildReason(needed);
  const counts = await searchIndex.documentCounts();
  const added = await repositories.searchWords.list();
  return {
    engine: searchIndex.engine,
    documents: counts.size,
    chunks: sum(counts.values()),
    embeddingModel: await searchIndex.vectorModel(),
    words: { products: productWords(await repositories.names.products()).length, added: added.length },
    rebuilding: reason && { reason, progress: Math.floor(100 * (await rebuildProgress(needed))) },
  };
}

/** 0 to 1: the share of passages with vectors, where a model is configured, and of those in the index beside. */
async function rebuildProgress({ repositories, searchIndex, embeddings }: Needed): Promise<number> {
  const total = sum((await repositories.indexContent.counts()).values());
  const filled = share((await searchIndex.chunksBeside()) ?? 0, total);
  if (!embeddings) return filled;
  const { passages, embedded } = await repositories.passageEmbeddings.coverage(embeddings.name);
  return (share(embedded, passages) + filled) / 2;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}

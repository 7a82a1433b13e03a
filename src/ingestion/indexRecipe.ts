import type { IndexRecipe, RecipeDifference } from '../storage/searchIndex/indexRecipe';
import type { IngestionDependencies } from './dependencies';
import { productWords } from './productWords';

type Needed = Pick<IngestionDependencies, 'repositories' | 'searchIndex' | 'embeddings'>;

/**
 * What the index has to be made with: the names of the products, the words admins added, and the embedding model of this
 * process. Without one, the vectors of the index are left as they are: another process may have a model.
 */
export async function wantedRecipe({ repositories, searchIndex, embeddings }: Needed): Promise<IndexRecipe> {
  const added = await repositories.searchWords.list();
  const names = productWords(await repositories.names.products());
  const known = new Set(names.map(({ word }) => word));
  const others = added.filter(({ word }) => !known.has(word)).map(({ word }) => ({ word, parts: [] }));
  return {
    words: [...names, ...others],
    embeddingModel: embeddings?.name ?? (await searchIndex.vectorModel()),
  };
}

/** Why the index has to be rebuilt: it is made with something else, or passages lack their vectors. */
export type RebuildReason = RecipeDifference | 'vectors';

/** @returns null when the index is what it has to be. */
export async function rebuildReason(needed: Needed): Promise<RebuildReason | null> {
  const { repositories, searchIndex, embeddings } = needed;
  const difference = await searchIndex.differenceTo(await wantedRecipe(needed));
  if (difference || !embeddings) return difference;
  const missing = await repositories.passageEmbeddings.missing(embeddings.name, 1);
  return missing.length > 0 ? 'vectors' : null;
}

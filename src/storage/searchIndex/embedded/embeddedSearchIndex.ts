import { type IndexRecipe, plainRecipe } from '../indexRecipe';
import type { ChunkWriter, IndexBuild, SearchIndex } from '../searchIndex';
import { createMemoryIndex, type MemoryIndex } from './memoryIndex';

/**
 * The index inside the process, for an installation without OpenSearch. It lives in memory only; whoever starts it adds the
 * chunks kept in the database. Words are no part of it: bigrams find every word, in a dictionary or not.
 */
export function createEmbeddedSearchIndex(): SearchIndex {
  let serving: MemoryIndex | undefined;
  let beside: MemoryIndex | undefined;

  const prepared = (recipe: IndexRecipe = plainRecipe) =>
    (serving ??= createMemoryIndex(recipe.embeddingModel));

  async function onEach(write: (index: ChunkWriter) => Promise<void>): Promise<void> {
    for (const index of [prepared(), beside]) if (index) await write(index);
  }

  function openBuild({ embeddingModel }: IndexRecipe): IndexBuild {
    const reusable = [prepared(), beside].find((index) => index?.embeddingModel === embeddingModel);
    const index = reusable ?? (beside = createMemoryIndex(embeddingModel));
    const current = (): MemoryIndex => {
      if (index === serving || index === beside) return index;
      throw new Error('The index has been given up for another.');
    };
    return {
      upsert: async (chunks) => current().upsert(chunks),
      removeDocument: async (documentId, options) => current().removeDocument(documentId, options),
      documentCounts: async () => current().documentCounts(),
      takeOver: async () => {
        serving = current();
        beside = undefined;
      },
    };
  }

  return {
    engine: 'minisearch',
    async prepare(recipe) {
      prepared(recipe);
    },
    vectorModel: async () => prepared().embeddingModel,
    differenceTo: async ({ embeddingModel }) =>
      prepared().embeddingModel === embeddingModel ? null : 'embeddingModel',
    openBuild: async (recipe) => openBuild(recipe),
    chunksBeside: async () => beside?.size() ?? null,
    upsert: (chunks) => onEach((index) => index.upsert(chunks)),
    removeDocument: (documentId, options) => onEach((index) => index.removeDocument(documentId, options)),
    updateDocument: (documentId, properties) =>
      onEach((index) => index.updateDocument(documentId, properties)),
    countDocument: async (documentId) => prepared().countDocument(documentId),
    documentCounts: async (options) => prepared().documentCounts(options),
    isEmpty: async () => prepared().size() === 0,
    search: async (query) => prepared().search(query),
    async ping() {},
    async close() {
      serving = beside = undefined;
    },
  };
}

import MiniSearch from 'minisearch';
import { fuse, type ScoredId } from '../fusion';
import { toHit } from '../toHit';
import { candidatesPerLeg, fieldBoosts, legWeights } from '../ranking';
import type { IndexedChunk, IndexQuery, SearchIndex } from '../searchIndex';
import { indexTokens } from '../tokens';
import { chunkFilter } from './chunkFilter';

/**
 * The index inside the process, for an installation without OpenSearch: BM25 over character bigrams, exact cosine where
 * there are vectors. It lives in memory only; whoever starts it adds the chunks kept in the database.
 */
export function createEmbeddedSearchIndex(): SearchIndex {
  const chunks = new Map<string, IndexedChunk>();
  const lexical = new MiniSearch<IndexedChunk>({
    idField: 'chunkId',
    fields: Object.keys(fieldBoosts),
    tokenize: indexTokens,
    processTerm: (term) => term,
    searchOptions: { boost: fieldBoosts },
  });

  function remove(chunk: IndexedChunk): void {
    lexical.remove(chunk);
    chunks.delete(chunk.chunkId);
  }

  function ofDocument(documentId: string): IndexedChunk[] {
    return [...chunks.values()].filter((chunk) => chunk.documentId === documentId);
  }

  function search(query: IndexQuery): ScoredId[] {
    const isAllowed = chunkFilter(query);
    const words: ScoredId[] = lexical.search(query.text, {
      filter: ({ id }) => isAllowed(chunks.get(id as string)!),
    });
    if (!query.vector) return words;
    const nearest = byCosine([...chunks.values()].filter(isAllowed), query.vector);
    return fuse([
      { weight: legWeights.lexical, hits: words.slice(0, candidatesPerLeg) },
      { weight: legWeights.vector, hits: nearest.slice(0, candidatesPerLeg) },
    ]);
  }

  return {
    engine: 'minisearch',
    async prepare() {},
    async upsert(given) {
      for (const chunk of given) {
        const previous = chunks.get(chunk.chunkId);
        if (previous) remove(previous);
        chunks.set(chunk.chunkId, chunk);
        lexical.add(chunk);
      }
    },
    async removeDocument(documentId, { keep = [] } = {}) {
      const kept = new Set(keep);
      for (const chunk of ofDocument(documentId)) if (!kept.has(chunk.chunkId)) remove(chunk);
    },
    async countDocument(documentId) {
      return ofDocument(documentId).length;
    },
    async isEmpty() {
      return chunks.size === 0;
    },
    async search(query) {
      const found = search(query).slice(0, query.topK);
      return found.map(({ id, score }) => toHit(chunks.get(id)!, score, query.text));
    },
    async ping() {},
    async close() {
      chunks.clear();
      lexical.removeAll();
    },
  };
}

/** Unit vectors, so the dot product is the cosine. Chunks embedded by a model of another size cannot be compared. */
function byCosine(chunks: IndexedChunk[], vector: number[]): ScoredId[] {
  return chunks
    .filter(({ embedding }) => embedding?.length === vector.length)
    .map(({ chunkId, embedding }) => ({ id: chunkId, score: dotProduct(embedding!, vector) }))
    .sort((a, b) => b.score - a.score);
}

function dotProduct(a: number[], b: number[]): number {
  let sum = 0;
  for (let place = 0; place < a.length; place += 1) sum += a[place]! * b[place]!;
  return sum;
}

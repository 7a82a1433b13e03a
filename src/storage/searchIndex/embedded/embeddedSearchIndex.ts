import MiniSearch from 'minisearch';
import { fuse, type ScoredId } from '../fusion';
import { toHit } from '../toHit';
import { candidatesPerLeg, fieldBoosts, legWeights, nearestNeighbours } from '../ranking';
import type { IndexedChunk, IndexHit, IndexQuery, SearchIndex } from '../searchIndex';
import { indexTokens } from '../tokens';
import { chunkFilter } from './chunkFilter';

type FoundId = ScoredId & Pick<IndexHit, 'legs'>;

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

  function search(query: IndexQuery): FoundId[] {
    const isAllowed = chunkFilter(query);
    const words: ScoredId[] = lexical.search(query.text, {
      filter: ({ id }) => isAllowed(chunks.get(id as string)!),
    });
    const nearest = query.vector ? byCosine([...chunks.values()].filter(isAllowed), query.vector) : [];
    const lexicalScores = scoresById(words);
    const vectorScores = scoresById(nearest.slice(0, nearestNeighbours));
    const fused = query.vector
      ? fuse([
          { weight: legWeights.lexical, hits: words.slice(0, candidatesPerLeg) },
          { weight: legWeights.vector, hits: nearest.slice(0, candidatesPerLeg) },
        ])
      : words;
    return fused.map(({ id, score }) => ({
      id,
      score,
      legs: { lexical: lexicalScores.get(id) ?? null, vector: vectorScores.get(id) ?? null },
    }));
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
    async updateDocument(documentId, properties) {
      await this.upsert(ofDocument(documentId).map((chunk) => ({ ...chunk, ...properties })));
    },
    async countDocument(documentId) {
      return ofDocument(documentId).length;
    },
    async documentCounts() {
      const counts = new Map<string, number>();
      for (const { documentId } of chunks.values()) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
      return counts;
    },
    async isEmpty() {
      return chunks.size === 0;
    },
    async search(query) {
      const found = search(query).slice(0, query.topK);
      return found.map(({ id, ...scores }) => toHit(chunks.get(id)!, scores, query.text));
    },
    async ping() {},
    async close() {
      chunks.clear();
      lexical.removeAll();
    },
  };
}

function scoresById(hits: ScoredId[]): Map<string, number> {
  return new Map(hits.map(({ id, score }) => [id, score]));
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

import MiniSearch, { type Query } from 'minisearch';
import type { Language } from '../../../shared/problem';
import { fuse, type ScoredId } from '../fusion';
import { toHit } from '../toHit';
import { textLanguage } from '../../../text/textLanguage';
import { expansionBoost, fieldBoosts, legWeights, otherLanguageCandidates } from '../ranking';
import type { ChunkWriter, IndexedChunk, IndexHit, IndexQuery, SearchIndex } from '../searchIndex';
import { indexTokens } from '../tokens';
import { chunkFilter } from './chunkFilter';

type FoundId = ScoredId & Pick<IndexHit, 'legs'>;

/** One index in memory, with vectors of one model. */
export interface MemoryIndex
  extends ChunkWriter, Pick<SearchIndex, 'countDocument' | 'documentCounts' | 'search'> {
  /** Null: a model without a name. */
  readonly embeddingModel: string | null;
  /** Number of chunks. */
  size(): number;
}

/** BM25 over character bigrams, exact cosine where there are vectors. */
export function createMemoryIndex(embeddingModel: string | null): MemoryIndex {
  const chunks = new Map<string, IndexedChunk>();
  const languages = new Map<string, Language>();
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
    languages.delete(chunk.chunkId);
  }

  function ofDocument(documentId: string): IndexedChunk[] {
    return [...chunks.values()].filter((chunk) => chunk.documentId === documentId);
  }

  function search(query: IndexQuery): FoundId[] {
    const isAllowed = chunkFilter(query);
    const words: ScoredId[] = lexical.search(lexicalQuery(query), {
      filter: ({ id }) => isAllowed(chunks.get(id as string)!),
    });
    const vector = (query.vectorModel ?? null) === embeddingModel ? query.vector : undefined;
    const nearest = vector ? byCosine([...chunks.values()].filter(isAllowed), vector) : [];
    const language = textLanguage(query.text);
    const lexicalScores = scoresById(words);
    const vectorScores = scoresById(nearest);
    const fused = vector
      ? fuse([
          { weight: legWeights.lexical, hits: words.slice(0, query.topK) },
          { weight: legWeights.vector, hits: nearest.slice(0, query.topK) },
          {
            weight: legWeights.otherLanguage,
            hits: nearest
              .filter(({ id }) => languages.get(id) !== language)
              .slice(0, otherLanguageCandidates),
          },
        ])
      : words.slice(0, query.topK);
    return fused.map(({ id, score }) => ({
      id,
      score,
      legs: { lexical: lexicalScores.get(id) ?? null, vector: vectorScores.get(id) ?? null },
    }));
  }

  return {
    embeddingModel,
    size: () => chunks.size,
    async upsert(given) {
      for (const chunk of given) {
        const previous = chunks.get(chunk.chunkId);
        if (previous) remove(previous);
        const comparable = (chunk.embeddingModel ?? null) === embeddingModel;
        chunks.set(chunk.chunkId, comparable ? chunk : { ...chunk, embedding: null });
        languages.set(chunk.chunkId, textLanguage(chunk.text));
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
    async documentCounts({ currentOnly = false } = {}) {
      const counts = new Map<string, number>();
      for (const { documentId, current } of chunks.values()) {
        if (current || !currentOnly) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
      }
      return counts;
    },
    async search(query) {
      return search(query).map(({ id, ...scores }) => toHit(chunks.get(id)!, scores));
    },
  };
}

/** The question's own words, and its expansions with less weight. */
function lexicalQuery({ text, expansions = [] }: IndexQuery): Query {
  if (expansions.length === 0) return text;
  const boost = Object.fromEntries(
    Object.entries(fieldBoosts).map(([field, weight]) => [field, weight * expansionBoost]),
  );
  return { combineWith: 'OR', queries: [text, { queries: expansions, combineWith: 'OR', boost }] };
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

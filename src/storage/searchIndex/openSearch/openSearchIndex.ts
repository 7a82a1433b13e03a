import { Client } from '@opensearch-project/opensearch';
import type { Env } from '../../../env';
import { plainRecipe } from '../indexRecipe';
import type { IndexedChunk, IndexHit, SearchIndex } from '../searchIndex';
import { toHit } from '../toHit';
import { openChunkIndexBuild } from './buildChunkIndex';
import { indexMark } from './chunkIndexDefinition';
import { readChunkIndexes } from './chunkIndexes';
import { chunkQuery, type LegName } from './chunkQuery';
import { createChunkWriter } from './chunkWriter';
import { countByDocument } from './countByDocument';
import { prepareChunkIndex } from './prepareChunkIndex';
import { asSearchUnavailable } from './searchUnavailable';
import { searchTimeoutMs } from './timeouts';

type StoredChunk = Omit<IndexedChunk, 'embedding' | 'embeddingModel'>;

/** The index in OpenSearch 2.19 or newer with `analysis-nori`, `opensearch-knn` and `opensearch-neural-search`. */
export function createOpenSearchIndex({ url, indexPrefix }: NonNullable<Env['openSearch']>): SearchIndex {
  const client = new Client({ node: url, requestTimeout: searchTimeoutMs, maxRetries: 0 });
  const alias = `${indexPrefix}-chunks`;
  const writer = createChunkWriter(client, async () => {
    const { serving, beside } = await readChunkIndexes(client, alias);
    if (!serving) throw new Error(`There is no index ${alias}: it has not been prepared.`);
    return [serving, ...beside];
  });

  return {
    engine: 'opensearch',
    prepare: (recipe = plainRecipe) => asSearchUnavailable(() => prepareChunkIndex(client, alias, recipe)),
    vectorModel: () =>
      asSearchUnavailable(async () => {
        // A search asks for it first.
        const { serving } = await readChunkIndexes(client, alias, searchTimeoutMs);
        return serving?.embeddingModel ?? null;
      }),
    differenceTo: (recipe) =>
      asSearchUnavailable(async () => {
        const { serving } = await readChunkIndexes(client, alias);
        const wanted = indexMark(recipe);
        const parts = ['program', 'embeddingModel', 'words'] as const;
        return parts.find((part) => serving?.[part] !== wanted[part]) ?? null;
      }),
    openBuild: (recipe) => asSearchUnavailable(() => openChunkIndexBuild(client, alias, recipe)),
    chunksBeside: () =>
      asSearchUnavailable(async () => {
        const [index] = (await readChunkIndexes(client, alias)).beside;
        if (!index) return null;
        // A count is refused while the shards of an index that was just made are not started. One that is gone has no figures.
        const { body } = await client.indices.stats(
          { index: index.name, metric: ['docs'] },
          { ignore: [404] },
        );
        return body.indices?.[index.name]?.primaries?.docs?.count ?? 0;
      }),
    upsert: (chunks) => asSearchUnavailable(() => writer.upsert(chunks)),
    removeDocument: (id, options) => asSearchUnavailable(() => writer.removeDocument(id, options)),
    updateDocument: (id, properties) => asSearchUnavailable(() => writer.updateDocument(id, properties)),
    countDocument: (documentId) =>
      asSearchUnavailable(async () => {
        const { body } = await client.count({ index: alias, body: { query: { term: { documentId } } } });
        return body.count;
      }),
    documentCounts: ({ currentOnly = false } = {}) =>
      asSearchUnavailable(() =>
        countByDocument(client, alias, currentOnly ? { term: { current: true } } : undefined),
      ),
    isEmpty: () =>
      asSearchUnavailable(async () => {
        const { body } = await client.count({ index: alias });
        return body.count === 0;
      }),
    search: (query) =>
      asSearchUnavailable(async () => {
        const body = chunkQuery(query);
        const answer = await client.search({
          index: alias,
          allow_partial_search_results: false,
          include_named_queries_score: true,
          body,
        });
        return answer.body.hits.hits.map((hit) =>
          toHit(hit._source as StoredChunk, { score: Number(hit._score), legs: legScores(hit) }),
        );
      }),
    ping: () =>
      asSearchUnavailable(async () => {
        await client.search({ index: alias, allow_partial_search_results: false, body: { size: 0 } });
      }),
    close: () => client.close(),
  };
}

/** With `include_named_queries_score` the engine says what each leg gave a hit; the client's types know names only. */
function legScores(hit: { matched_queries?: unknown }): IndexHit['legs'] {
  const scores = (hit.matched_queries ?? {}) as Partial<Record<LegName, number>>;
  const vector = scores.vector ?? scores.otherLanguage;
  return { lexical: scores.lexical ?? null, vector: vector === undefined ? null : toCosine(vector) };
}

/** Lucene's score for `cosinesimil` is half of one plus the cosine, since scores are never negative. */
function toCosine(score: number): number {
  return 2 * score - 1;
}

import { Client, errors } from '@opensearch-project/opensearch';
import type { Env } from '../../../env';
import { AppError } from '../../../errors';
import type { IndexedChunk, IndexHit, SearchIndex } from '../searchIndex';
import { toHit } from '../toHit';
import { vectorField } from './chunkIndexDefinition';
import { chunkQuery } from './chunkQuery';
import { addVectorField, prepareChunkIndex } from './prepareChunkIndex';
import { searchTimeoutMs, writeTimeoutMs } from './timeouts';

/** Keeps a bulk request near one megabyte at 384 dimensions, four at 1,536. */
const bulkSize = 200;

type StoredChunk = Omit<IndexedChunk, 'embedding'>;

/** The index in OpenSearch 2.19 or newer with `analysis-nori`, `opensearch-knn` and `opensearch-neural-search`. */
export function createOpenSearchIndex({ url, indexPrefix }: NonNullable<Env['openSearch']>): SearchIndex {
  const client = new Client({ node: url, requestTimeout: searchTimeoutMs, maxRetries: 0 });
  const alias = `${indexPrefix}-chunks`;
  const writing = { requestTimeout: writeTimeoutMs };

  async function writeBatch(chunks: IndexedChunk[]): Promise<void> {
    const body = chunks.flatMap((chunk) => [{ index: { _id: chunk.chunkId } }, toStored(chunk)]);
    // Without `require_alias` a write before `prepare` would make an index without analyzers under the alias's name.
    const answer = await client.bulk({ index: alias, require_alias: true, body }, writing);
    const failure = answer.body.items.find(({ index }) => index?.error)?.index?.error;
    if (failure) throw new Error(`OpenSearch refused a chunk: ${failure.type}: ${failure.reason}`);
  }

  return {
    engine: 'opensearch',
    prepare: () => asSearchUnavailable(() => prepareChunkIndex(client, alias)),
    upsert: (chunks) =>
      asSearchUnavailable(async () => {
        const sizes = new Set(chunks.flatMap(({ embedding }) => embedding?.length ?? []));
        for (const size of sizes) await addVectorField(client, alias, size);
        for (let start = 0; start < chunks.length; start += bulkSize) {
          await writeBatch(chunks.slice(start, start + bulkSize));
        }
        await client.indices.refresh({ index: alias }, writing);
      }),
    removeDocument: (documentId, { keep = [] } = {}) =>
      asSearchUnavailable(async () => {
        const query = { bool: { filter: [{ term: { documentId } }], must_not: [{ ids: { values: keep } }] } };
        // A chunk that another writer has just replaced or removed is that writer's; the rest must still go.
        await client.deleteByQuery(
          { index: alias, refresh: true, conflicts: 'proceed', body: { query } },
          writing,
        );
      }),
    updateDocument: (documentId, properties) =>
      asSearchUnavailable(async () => {
        const script = { lang: 'painless', source: 'ctx._source.putAll(params)', params: properties };
        const body = { query: { term: { documentId } }, script };
        await client.updateByQuery({ index: alias, refresh: true, conflicts: 'proceed', body }, writing);
      }),
    countDocument: (documentId) =>
      asSearchUnavailable(async () => {
        const { body } = await client.count({ index: alias, body: { query: { term: { documentId } } } });
        return body.count;
      }),
    documentCounts: () => asSearchUnavailable(() => countByDocument(client, alias)),
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
          toHit(hit._source as StoredChunk, { score: Number(hit._score), legs: legScores(hit) }, query.text),
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
  const scores = (hit.matched_queries ?? {}) as Partial<Record<keyof IndexHit['legs'], number>>;
  return { lexical: scores.lexical ?? null, vector: scores.vector ?? null };
}

/** Documents counted a page at a time: a composite aggregation has no limit to their number. */
async function countByDocument(client: Client, index: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: Record<string, string> | undefined;
  do {
    const composite = { size: 1000, sources: [{ documentId: { terms: { field: 'documentId' } } }], after };
    const { body } = await client.search({ index, body: { size: 0, aggs: { documents: { composite } } } });
    const page = body.aggregations!['documents'] as unknown as CompositePage;
    for (const { key, doc_count } of page.buckets) counts.set(key.documentId, doc_count);
    after = page.after_key;
  } while (after);
  return counts;
}

interface CompositePage {
  after_key?: { documentId: string };
  buckets: { key: { documentId: string }; doc_count: number }[];
}

/** The vector goes to the field of its size; a null elsewhere is stored and not indexed. */
function toStored({ embedding, ...chunk }: IndexedChunk) {
  return embedding ? { ...chunk, [vectorField(embedding.length)]: embedding } : chunk;
}

async function asSearchUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError('search_unavailable', { cause: withoutRequest(cause) });
  }
}

/** The client's errors carry the whole request, question and vector included, which has no place in a log. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof errors.OpenSearchClientError)) return error;
  return new Error(`${error.name}: ${error.message}`);
}

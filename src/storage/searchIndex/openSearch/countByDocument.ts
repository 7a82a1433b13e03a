import type { Client, Types } from '@opensearch-project/opensearch';
import { administrationTimeoutMs } from './timeouts';

/** Chunks of each document, counted a page at a time: a composite aggregation has no limit to their number. */
export async function countByDocument(
  client: Client,
  index: string,
  query: Types.Common_QueryDsl.QueryContainer = { match_all: {} },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: Record<string, string> | undefined;
  do {
    const composite = { size: 1000, sources: [{ documentId: { terms: { field: 'documentId' } } }], after };
    const { body } = await client.search(
      { index, body: { size: 0, query, aggs: { documents: { composite } } } },
      { requestTimeout: administrationTimeoutMs },
    );
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

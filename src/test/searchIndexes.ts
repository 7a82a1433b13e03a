import { Client } from '@opensearch-project/opensearch';
import { randomBytes } from 'node:crypto';
import { serviceEnv } from './services';
import { createSearchIndex } from '../storage/searchIndex/createSearchIndex';
import { toHit } from '../storage/searchIndex/toHit';
import type { IndexedChunk, IndexHit, IndexQuery, SearchIndex } from '../storage/searchIndex/searchIndex';

/** Runs a suite on the embedded index, and on OpenSearch where it is set. Each test gets an empty index of its own. */
export function describeEachIndex(suite: (index: () => SearchIndex) => void): void {
  describe('minisearch', () => suite(freshIndex(async () => createSearchIndex({}))));
  const { openSearch } = serviceEnv();
  if (!openSearch) return;
  describe('opensearch', () => {
    const prefixes: string[] = [];
    suite(
      freshIndex(async () => {
        prefixes.push(randomPrefix());
        return createSearchIndex({ openSearch: { ...openSearch, indexPrefix: prefixes.at(-1)! } });
      }),
    );
    afterAll(() => removeIndexes(openSearch.url, prefixes));
  });
}

export function randomPrefix(): string {
  return `test-${randomBytes(6).toString('hex')}`;
}

export async function removeIndexes(url: string, prefixes: string[]): Promise<void> {
  const client = new Client({ node: url });
  await client.indices.delete({ index: prefixes.map((prefix) => `${prefix}-*`) });
  await client.close();
}

function freshIndex(open: () => Promise<SearchIndex>): () => SearchIndex {
  let index: SearchIndex;
  beforeEach(async () => {
    index = await open();
    await index.prepare();
  });
  afterEach(() => index.close());
  return () => index;
}

/** A chunk everybody may read, at any time; a test names what matters to it. */
export function makeChunk(chunkId: string, given: Partial<IndexedChunk> = {}): IndexedChunk {
  const text = given.text ?? '아로큐정은 본태성 고혈압의 치료에 사용한다.';
  return {
    chunkId,
    documentId: 'document-1',
    ordinal: 0,
    parentId: chunkId,
    title: '안내',
    docType: 'reference',
    heading: '',
    text,
    page: null,
    charStart: 0,
    charEnd: text.length,
    audience: ['everyone'],
    productCodes: [],
    validFrom: null,
    validTo: null,
    version: 1,
    current: true,
    embedding: null,
    ...given,
  };
}

/** A chunk as an index answers with it; found by words alone where a test does not say otherwise. */
export function makeHit(chunkId: string, given: Partial<IndexHit> = {}): IndexHit {
  const { score = 1, legs = { lexical: 1, vector: null }, ...chunk } = given;
  return toHit(makeChunk(chunkId, chunk), { score, legs });
}

/** Searches as somebody who may read all. */
export function find(index: SearchIndex, text: string, given: Partial<IndexQuery> = {}): Promise<IndexHit[]> {
  return index.search({ text, topK: 10, principals: null, validOn: '2025-03-15', ...given });
}

/** Which chunks were found, in no order. */
export function idsOf(hits: IndexHit[]): string[] {
  return hits.map(({ chunkId }) => chunkId).sort();
}

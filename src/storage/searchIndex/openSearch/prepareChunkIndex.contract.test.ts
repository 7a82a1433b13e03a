import { Client, type Types } from '@opensearch-project/opensearch';
import { find, idsOf, makeChunk, randomPrefix, removeIndexes } from '../../../test/searchIndexes';
import { serviceEnv } from '../../../test/services';
import { createSearchIndex } from '../createSearchIndex';
import { type IndexRecipe, plainRecipe } from '../indexRecipe';
import { checkAnalyzers } from './checkAnalyzers';
import { analyzers } from './chunkIndexDefinition';
import { indexName } from './chunkIndexes';
import { koreanWords } from './koreanWords';

const { openSearch } = serviceEnv();

(openSearch ? describe : describe.skip)('an index of OpenSearch', () => {
  const url = openSearch?.url ?? '';
  const prefix = randomPrefix();
  const client = new Client({ node: url || 'http://127.0.0.1' });
  const openNode = (indexPrefix: string) => createSearchIndex({ openSearch: { url, indexPrefix } });

  async function terms(index: string, analyzer: string, text: string) {
    const { body } = await client.indices.analyze({ index, body: { analyzer, text } });
    return body.tokens?.map(({ token }) => token);
  }

  async function indexesOf(alias: string) {
    const { body } = await client.indices.get({ index: `${alias}*` });
    return Object.keys(body).sort();
  }

  afterAll(async () => {
    await removeIndexes(url, [prefix]);
    await client.close();
  });

  it('may be prepared by several nodes at once, from nothing', async () => {
    const nodes = [1, 2, 3].map(() => openNode(`${prefix}-new`));
    await Promise.all(nodes.map((node) => node.prepare()));

    await nodes[0]!.upsert([makeChunk('c1', { embedding: [1, 0] })]);
    expect(idsOf(await find(nodes[1]!, '고혈압', { vector: [1, 0] }))).toEqual(['c1']);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it('takes vectors again when it was lost and made anew under a node that knows it', async () => {
    const node = openNode(`${prefix}-lost`);
    const chunk = makeChunk('c1', { embedding: [1, 0] });
    await node.prepare();
    await node.upsert([chunk]);
    await client.indices.delete({ index: `${prefix}-lost-*` });
    await node.prepare();
    await node.upsert([chunk]);
    expect(idsOf(await find(node, '고혈압', { vector: [1, 0] }))).toEqual(['c1']);
    await node.close();
  });

  it('of an older program is searched and written until another takes its place', async () => {
    const alias = `${prefix}-old-chunks`;
    const older = { settings: { index: { knn: true } }, mappings: { properties: oldFields } };
    const analysis = {
      analyzer: Object.fromEntries(Object.values(analyzers).map((name) => [name, bigrams])),
    };
    await client.indices.create({
      index: `${alias}-0123456789ab`,
      body: {
        ...older,
        settings: { ...older.settings, analysis: { ...analysis, tokenizer } },
        aliases: { [alias]: {} },
      },
    });
    const node = openNode(`${prefix}-old`);
    await node.prepare();
    await node.upsert([makeChunk('c1')]);
    expect(idsOf(await find(node, '고혈압'))).toEqual(['c1']);

    expect(await node.differenceTo(plainRecipe)).toBe('program');
    const build = await node.openBuild(plainRecipe);
    await build.upsert([makeChunk('c1')]);
    await build.takeOver();

    expect(await indexesOf(alias)).toEqual([indexName(alias, plainRecipe)]);
    expect(idsOf(await find(node, '고혈압'))).toEqual(['c1']);
    await node.close();
  });

  it('is refused when its analysis confuses what is reimbursed with what is not', async () => {
    // nori as it comes: its stop tags drop the negating prefix.
    const analyzer = { type: 'nori' } as const;
    const settings = { analysis: { analyzer: { [analyzers.index]: analyzer } } };
    await client.indices.create({ index: `${prefix}-plain-nori`, body: { settings } });

    await expect(checkAnalyzers(client, `${prefix}-plain-nori`)).rejects.toThrow(/korean_index.*비급여/);
  });

  it('keeps words and their opposites apart, and tears no other word', async () => {
    const index = `${prefix}-new-chunks`;
    expect(await terms(index, analyzers.search, '비급여')).toEqual(['비급여']);
    expect(await terms(index, analyzers.search, '미투여시')).toEqual(['미투여', '시']);
    expect(await terms(index, analyzers.search, '비적응증은')).toEqual(['비적응증']);
    // A prefix before a word of no dictionary.
    expect(await terms(index, analyzers.search, '비수술')).toEqual(['비', '수술']);
    expect(await terms(index, analyzers.search, '국내성장률')).toEqual(['국내', '성장', '률']);
    expect(await terms(index, analyzers.search, '업무의')).not.toContain('무의');
    expect(new Set(koreanWords).size).toBe(koreanWords.length);
  });

  it('keeps added words whole, with their parts in the index only, and leaves out what is no word', async () => {
    const words = [
      { word: '나루암로정', parts: ['나루암로', '정'] },
      { word: '세비카에이치씨티', parts: [] },
      { word: '어긋난부분', parts: ['어긋난', '것'] },
      { word: '빈 칸', parts: [] },
      { word: '#주석', parts: [] },
      { word: '비급여', parts: ['비', '급여'] },
    ];
    const node = openNode(`${prefix}-words`);
    await node.prepare({ ...plainRecipe, words });
    const index = `${prefix}-words-chunks`;

    expect(await terms(index, analyzers.index, '나루암로정은')).toEqual(['나루암로정', '나루암로', '정']);
    expect(await terms(index, analyzers.search, '나루암로정은')).toEqual(['나루암로정']);
    expect(await terms(index, analyzers.search, '세비카에이치씨티정')).toEqual(['세비카에이치씨티', '정']);
    expect(await terms(index, analyzers.search, '비급여')).toEqual(['비급여']);
    await node.close();
  });

  it('is neither made nor written by a write that comes before it is prepared', async () => {
    const node = openNode(`${prefix}-unprepared`);
    await expect(node.upsert([makeChunk('c1')])).rejects.toMatchObject({ code: 'search_unavailable' });

    const { body: exists } = await client.indices.exists({ index: `${prefix}-unprepared-chunks` });
    expect(exists).toBe(false);
    await node.close();
  });

  it('that one node fills takes the writes of another, which can finish it when the first is gone', async () => {
    const [first, second] = [openNode(`${prefix}-two`), openNode(`${prefix}-two`)];
    const recipe: IndexRecipe = { words: [{ word: '나루암로정', parts: [] }], embeddingModel: null };
    await first.prepare();
    await first.upsert([makeChunk('c1'), makeChunk('c2', { documentId: 'document-2' })]);
    const begun = await first.openBuild(recipe);
    await begun.upsert([makeChunk('c1')]);
    await first.close();

    await second.upsert([makeChunk('c3', { documentId: 'document-3' })]);
    await second.removeDocument('document-1');
    const taken = await second.openBuild(recipe);
    expect(await taken.documentCounts()).toEqual(new Map([['document-3', 1]]));
    await taken.upsert([makeChunk('c2', { documentId: 'document-2' })]);
    await taken.takeOver();
    await taken.takeOver();

    expect(idsOf(await find(second, '고혈압'))).toEqual(['c2', 'c3']);
    expect(await second.differenceTo(recipe)).toBeNull();
    expect(await indexesOf(`${prefix}-two-chunks`)).toEqual([indexName(`${prefix}-two-chunks`, recipe)]);
    await second.close();
  });

  it('is taken over by one of two nodes that finish at once', async () => {
    const nodes = [openNode(`${prefix}-race`), openNode(`${prefix}-race`)];
    const recipe: IndexRecipe = { words: [], embeddingModel: 'newer' };
    await Promise.all(nodes.map((node) => node.prepare()));
    await nodes[0]!.upsert([makeChunk('c1')]);
    const builds = await Promise.all(nodes.map((node) => node.openBuild(recipe)));
    await Promise.all(builds.map((build) => build.upsert([makeChunk('c1')])));
    await Promise.all(builds.map((build) => build.takeOver()));

    expect(idsOf(await find(nodes[0]!, '고혈압'))).toEqual(['c1']);
    expect(await indexesOf(`${prefix}-race-chunks`)).toEqual([indexName(`${prefix}-race-chunks`, recipe)]);
    await Promise.all(nodes.map((node) => node.close()));
  });
});

/** An analysis and fields as a program before this one may have had them. */
const tokenizer: Record<string, Types.Common_Analysis.Tokenizer> = {
  pairs: { type: 'ngram', min_gram: 2, max_gram: 2, token_chars: ['letter', 'digit'] },
};
const bigrams = { type: 'custom', tokenizer: 'pairs' } as const;
const text = {
  type: 'text',
  analyzer: analyzers.index,
  search_analyzer: analyzers.search,
  fields: { bigram: { type: 'text', analyzer: analyzers.bigram } },
} as const;
const oldFields = {
  chunkId: { type: 'keyword' },
  documentId: { type: 'keyword' },
  title: text,
  heading: text,
  text,
} as const;

import { Client } from '@opensearch-project/opensearch';
import { find, idsOf, makeChunk, randomPrefix, removeIndexes } from '../../../test/searchIndexes';
import { serviceEnv } from '../../../test/services';
import { createSearchIndex } from '../createSearchIndex';
import { checkAnalyzers } from './checkAnalyzers';
import { analyzers, chunkIndexDefinition, chunkIndexVersion } from './chunkIndexDefinition';

const { openSearch } = serviceEnv();

(openSearch ? describe : describe.skip)('preparing an index of OpenSearch', () => {
  const url = openSearch?.url ?? '';
  const prefix = randomPrefix();
  const client = new Client({ node: url || 'http://127.0.0.1' });
  const openNode = (indexPrefix: string) => createSearchIndex({ openSearch: { url, indexPrefix } });

  afterAll(async () => {
    await removeIndexes(url, [prefix]);
    await client.close();
  });

  it('may be done by several nodes at once, from nothing', async () => {
    const nodes = [1, 2, 3].map(() => openNode(`${prefix}-new`));
    await Promise.all(nodes.map((node) => node.prepare()));

    await nodes[0]!.upsert([makeChunk('c1', { embedding: [1, 0] })]);
    expect(idsOf(await find(nodes[1]!, '고혈압', { vector: [1, 0] }))).toEqual(['c1']);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it('takes over what an older version of the index holds, vectors included, and removes that', async () => {
    const alias = `${prefix}-old-chunks`;
    const older = openNode(`${prefix}-old`);
    await older.prepare();
    await older.upsert([makeChunk('c1', { embedding: [1, 0] }), makeChunk('c2', { embedding: [0, 1] })]);
    await renameIndex(client, alias, `${alias}-${chunkIndexVersion}`, `${alias}-older`);

    const nodes = [openNode(`${prefix}-old`), openNode(`${prefix}-old`)];
    await Promise.all(nodes.map((node) => node.prepare()));

    const { body } = await client.indices.get({ index: `${alias}*` });
    expect(Object.keys(body)).toEqual([`${alias}-${chunkIndexVersion}`]);
    const hits = await find(nodes[0]!, '상관없는 질문', { vector: [0, 1] });
    expect(hits.map(({ chunkId }) => chunkId)).toEqual(['c2', 'c1']);
    await Promise.all([older, ...nodes].map((node) => node.close()));
  });

  it('refuses an analysis that confuses what is reimbursed with what is not', async () => {
    // nori as it comes: its stop tags drop the negating prefix.
    const analyzer = { type: 'nori' } as const;
    const settings = { analysis: { analyzer: { [analyzers.index]: analyzer } } };
    await client.indices.create({ index: `${prefix}-plain-nori`, body: { settings } });

    await expect(checkAnalyzers(client, `${prefix}-plain-nori`)).rejects.toThrow(/korean_index.*비급여/);
  });

  it('keeps a negating prefix also of a word that stands in no dictionary', async () => {
    const body = { analyzer: analyzers.search, text: '비수술' };
    const { body: answer } = await client.indices.analyze({ index: `${prefix}-new-chunks`, body });
    expect(answer.tokens?.map(({ token }) => token)).toEqual(['비', '수술']);
  });

  it('says it when a write comes before the index is prepared, and makes no index by the way', async () => {
    const node = openNode(`${prefix}-unprepared`);
    await expect(node.upsert([makeChunk('c1')])).rejects.toMatchObject({ code: 'search_unavailable' });

    const { body: exists } = await client.indices.exists({ index: `${prefix}-unprepared-chunks` });
    expect(exists).toBe(false);
    await node.close();
  });
});

/** OpenSearch cannot rename: the chunks go to an index of the older name, which then stands behind the alias. */
async function renameIndex(client: Client, alias: string, from: string, to: string): Promise<void> {
  const { body } = await client.indices.getMapping({ index: from });
  const mappings = body[from]?.mappings;
  await client.indices.create({ index: to, body: { ...chunkIndexDefinition, mappings } });
  await client.reindex({ refresh: true, body: { source: { index: from }, dest: { index: to } } });
  const actions = [{ remove_index: { index: from } }, { add: { index: to, alias } }];
  await client.indices.updateAliases({ body: { actions } });
}

import { createRowProofs } from '../audit/chain/rowProofs';
import { createEmbeddings } from '../llm/createEmbeddings';
import type { EmbeddingModel } from '../llm/embeddings';
import type { Logger } from '../logging/logger';
import { createRepositories, type Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import type { IndexedChunk } from '../storage/searchIndex/searchIndex';
import { openTestDatabase } from '../test/database';
import { startScriptedEmbeddings, vectorsBody } from '../test/scriptedEmbeddings';
import { describeEachIndex, find } from '../test/searchIndexes';
import { describeIndex } from './describeIndex';
import { fillIndex } from './fillIndex';
import { indexedProperties } from './alignIndex';
import { toIndexedChunk } from './indexChunks';
import { bringIndexUp, rebuildIndex, rewriteIndex } from './indexRebuild';
import { rebuildReason } from './indexRecipe';
import { storedDocuments } from './storedDocumentsFixture';

const logger = { info() {}, warn() {}, error() {} } as unknown as Logger;
const going = new AbortController().signal;

let database: Database;
let repositories: Repositories;
let documents: ReturnType<typeof storedDocuments>;
let endpoint: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
let older: EmbeddingModel;
let newer: EmbeddingModel;
/** What the endpoint does before it answers; a test may stop it there. */
let beforeAnswer: () => 'answer' | 'fail' = () => 'answer';

beforeAll(async () => {
  database = await openTestDatabase();
  repositories = createRepositories(database.sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
  documents = storedDocuments(database, repositories);
  endpoint = await startScriptedEmbeddings(({ model, input }) =>
    beforeAnswer() === 'fail'
      ? { status: 400, body: {} }
      : { body: vectorsBody(input.map(() => (model === 'newer' ? [0, 1] : [1, 0]))) },
  );
  older = createEmbeddings({ embeddings: { ...endpoint.settings, passageModel: 'older' } })!;
  newer = createEmbeddings({ embeddings: { ...endpoint.settings, passageModel: 'newer' } })!;
});
afterAll(async () => {
  endpoint.close();
  await database.close();
});

describeEachIndex((index) => {
  const parts = (embeddings: EmbeddingModel | null) => ({
    repositories,
    searchIndex: index(),
    embeddings,
    logger,
  });

  beforeEach(async () => {
    beforeAnswer = () => 'answer';
    await database.sequelize.query('TRUNCATE documents, search_words, passage_embeddings, products CASCADE');
  });

  /** A document that was brought in with this model. */
  async function bringIn(embeddings: EmbeddingModel | null, texts: string[]): Promise<string> {
    const id = await documents.add(texts, embeddings);
    await documents.writeTo(index(), id, embeddings);
    return id;
  }

  async function answers(model?: EmbeddingModel) {
    const hits = await find(index(), '고혈압', { vector: [0, 1], vectorModel: model?.name, versions: 'all' });
    return hits.map(({ chunkId, legs }) => ({ chunkId, byVector: legs.vector !== null }));
  }

  async function startWith(embeddings: EmbeddingModel | null) {
    const build = await index().openBuild({ words: [], embeddingModel: embeddings?.name ?? null });
    await build.takeOver();
  }

  it('embeds with a new model while the old index serves, and is by the new one afterwards', async () => {
    await startWith(older);
    const id = await bringIn(older, ['고혈압 환자에게 쓴다.', '고혈압이 아니면 쓰지 않는다.']);
    expect(await rebuildReason(parts(older))).toBeNull();
    expect(await rebuildReason(parts(newer))).toBe('embeddingModel');

    beforeAnswer = () => 'fail';
    await expect(rebuildIndex(parts(newer), going)).rejects.toMatchObject({ code: 'embeddings_unavailable' });
    expect(await answers(older)).toEqual([expect.objectContaining({ byVector: true }), expect.anything()]);
    expect((await answers(newer)).map(({ byVector }) => byVector)).toEqual([false, false]);
    expect(await describeIndex(parts(newer))).toMatchObject({
      embeddingModel: 'older',
      rebuilding: { reason: 'embeddingModel', progress: 0 },
    });

    beforeAnswer = () => 'answer';
    expect(await rebuildIndex(parts(newer), going)).toBe(true);
    expect(await rebuildReason(parts(newer))).toBeNull();
    expect((await answers(newer)).map(({ byVector }) => byVector)).toEqual([true, true]);
    expect(await index().documentCounts()).toEqual(new Map([[id, 2]]));
  });

  it('never embeds a passage twice by one model, wherever it was cut off', async () => {
    await startWith(older);
    await bringIn(older, ['고혈압 환자에게 쓴다.', '반품은 30일 안에 한다.']);
    endpoint.requests.length = 0;

    await rebuildIndex(parts(newer), going);
    // Back again: the vectors of the older model are still there.
    await rebuildIndex(parts(older), going);
    await rebuildIndex(parts(newer), going);
    expect(endpoint.requests.flatMap(({ input }) => input)).toHaveLength(2);
  });

  it('keeps vectors of an older model for a day, then removes them, and those of passages that are gone', async () => {
    await startWith(older);
    const id = await bringIn(older, ['고혈압 환자에게 쓴다.']);
    await rebuildIndex(parts(newer), going);
    expect(await documents.modelsOfVectors()).toEqual(['newer', 'older']);

    await database.sequelize.query(`UPDATE passage_embeddings SET created_at = now() - interval '2 days'`);
    await repositories.passageEmbeddings.removeUnused('newer');
    expect(await documents.modelsOfVectors()).toEqual(['newer']);

    await database.sequelize.query('DELETE FROM documents WHERE id = $id', { bind: { id } });
    expect(await documents.modelsOfVectors()).toEqual([]);
  });

  it('goes on where a process ended that had begun to fill the index', async () => {
    await startWith(null);
    const ids = [await bringIn(null, ['고혈압 하나.']), await bringIn(null, ['고혈압 둘.'])];
    const begun = await index().openBuild({ words: [], embeddingModel: 'newer' });
    await begun.upsert([]);
    // What a writer reaches that has never heard of the process that ended.
    ids.push(await bringIn(newer, ['고혈압 셋.']));
    await documents.remove(ids[0]!, index());

    await rebuildIndex(parts(newer), going);
    expect(await index().documentCounts()).toEqual(new Map(ids.slice(1).map((id) => [id, 1])));
    expect((await answers(newer)).every(({ byVector }) => byVector)).toBe(true);
  });

  it('ends with what the database says, whatever is written meanwhile', async () => {
    await startWith(older);
    const ids: string[] = [];
    for (let place = 0; place < 25; place += 1) ids.push(await bringIn(older, [`고혈압 문서 ${place}.`]));
    const writing = (async () => {
      await documents.remove(ids[0]!, index());
      for (const id of ids.slice(1, 12)) {
        await documents.hide(id, index());
      }
      ids.push(await bringIn(newer, ['고혈압 새 문서.']));
    })();
    await Promise.all([rebuildIndex(parts(newer), going), writing]);
    await rebuildIndex(parts(newer), going);

    expect(await index().documentCounts()).toEqual(new Map(ids.slice(1).map((id) => [id, 1])));
    const seen = await find(index(), '고혈압', { topK: 50, principals: ['everyone'], versions: 'all' });
    expect(new Set(seen.map(({ documentId }) => documentId))).toEqual(new Set(ids.slice(12)));
  });

  it('writes a document again that changed between reading it and writing it', async () => {
    await startWith(older);
    const hidden = await bringIn(older, ['고혈압 하나.']);
    const removed = await bringIn(older, ['고혈압 둘.']);
    const build = await index().openBuild({ words: [], embeddingModel: 'newer' });
    let isFirst = true;
    const late = {
      ...build,
      async upsert(chunks: IndexedChunk[]) {
        if (isFirst) {
          isFirst = false;
          await documents.hide(hidden, index());
          await documents.remove(removed, index());
        }
        await build.upsert(chunks);
      },
    };
    await fillIndex({ build: late, content: repositories.indexContent, model: 'newer', signal: going });
    await build.takeOver();

    expect(await index().documentCounts()).toEqual(new Map([[hidden, 1]]));
    expect(await find(index(), '고혈압', { principals: ['everyone'], versions: 'all' })).toEqual([]);
  });

  it('finds a passage in every search while the index is rebuilt', async () => {
    await startWith(older);
    await bringIn(older, ['고혈압 환자에게 쓴다.']);
    let rebuilding = true;
    const counts = new Set<number>();
    const searching = (async () => {
      for (; rebuilding; await new Promise(setImmediate)) counts.add((await answers()).length);
    })();
    for (const model of [newer, older, newer]) await rebuildIndex(parts(model), going);
    rebuilding = false;
    await searching;
    expect(counts).toEqual(new Set([1]));
  });

  it('fills an empty index at the start with the vectors there are, and asks for the rest', async () => {
    const asked: string[] = [];
    const jobs = { add: async (name: string) => void asked.push(name) };
    const start = (embeddings: EmbeddingModel | null) =>
      bringIndexUp({ ...parts(embeddings), database, jobs: jobs as never });
    const id = await documents.add(['고혈압 환자에게 쓴다.'], older);

    await start(newer);
    expect(await index().documentCounts()).toEqual(new Map([[id, 1]]));
    expect((await answers(newer)).map(({ byVector }) => byVector)).toEqual([false]);
    expect(asked).toEqual(['index.rebuild']);

    await rebuildIndex(parts(newer), going);
    asked.length = 0;
    await start(newer);
    expect(asked).toEqual([]);
    expect((await answers(newer)).map(({ byVector }) => byVector)).toEqual([true]);
  });

  it('writes everything again as the database has it, whatever the index holds, and says how far it is', async () => {
    await startWith(newer);
    const changed = await bringIn(newer, ['고혈압 환자에게 쓴다.']);
    const lost = await bringIn(newer, ['고혈압 둘.', '고혈압 셋.']);
    const left = await bringIn(newer, ['고혈압 넷.']);
    const unembedded = await documents.add(['고혈압 다섯.'], null);
    const [chunk] = await repositories.indexContent.chunksOf(changed, 'newer');
    await index().upsert([toIndexedChunk(indexedProperties(chunk!), { ...chunk!, text: '다른 말이다.' })]);
    await index().removeDocument(lost);
    await database.sequelize.query('DELETE FROM documents WHERE id = $left', { bind: { left } });
    expect(await rebuildReason(parts(newer))).toBe('vectors');

    const told: unknown[] = [];
    await rewriteIndex(parts(newer), going, (...one) => told.push(one));
    expect(told).toEqual([
      ['vectors', 4, 4],
      ['documents', 3, 3],
    ]);
    const counts = { [changed]: 1, [lost]: 2, [unembedded]: 1 };
    expect(await index().documentCounts()).toEqual(new Map(Object.entries(counts)));
    const found = await answers(newer);
    expect(found).toHaveLength(4);
    expect(found.map(({ chunkId }) => chunkId)).toContain(chunk!.id);
    expect(found.filter(({ byVector }) => !byVector)).toEqual([]);
    expect(await rebuildReason(parts(newer))).toBeNull();
  });

  it('gives passages their vectors that came in without a model', async () => {
    await startWith(newer);
    await bringIn(null, ['고혈압 환자에게 쓴다.']);
    expect(await rebuildReason(parts(null))).toBeNull();
    expect(await rebuildReason(parts(newer))).toBe('vectors');

    await rebuildIndex(parts(newer), going);
    expect((await answers(newer)).map(({ byVector }) => byVector)).toEqual([true]);
  });

  it('knows the names of products, where the engine has a dictionary', async () => {
    await startWith(null);
    await bringIn(null, ['나루암로정은 고혈압에 쓴다.', '암로디핀베실산염 5mg을 담았다.']);
    await repositories.companyData.addProducts([
      {
        code: 'A1',
        brand: '나루암로정 5mg',
        ingredient: '암로디핀베실산염',
        reimbursed: true,
        therapeuticClass: '고혈압',
        unitPrice: 100,
      },
    ]);
    const reason = await rebuildReason(parts(null));
    expect(reason).toBe(index().engine === 'opensearch' ? 'words' : null);
    await rebuildIndex(parts(null), going);
    expect(await rebuildReason(parts(null))).toBeNull();
    for (const [question, place] of [
      ['나루암로', 0],
      ['암로디핀', 1],
    ] as const) {
      const [best] = await find(index(), question, { versions: 'all' });
      expect([question, best?.ordinal]).toEqual([question, place]);
    }
  });
});

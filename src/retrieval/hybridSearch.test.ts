import { createEmbeddings } from '../llm/createEmbeddings';
import { createEmbeddedSearchIndex } from '../storage/searchIndex/embedded/embeddedSearchIndex';
import { startScriptedEmbeddings, vectorsBody } from '../test/scriptedEmbeddings';
import { makeChunk } from '../test/searchIndexes';
import { createPassageSearch } from './hybridSearch';
import { directoryOf } from './nameDirectory';

const noNames = async () => directoryOf([]);

type Endpoint = Awaited<ReturnType<typeof startScriptedEmbeddings>>;

const request = { query: '택배', topK: 5, principals: null, today: '2025-03-15' };
let endpoint: Endpoint;

beforeEach(async () => {
  endpoint = await startScriptedEmbeddings(() => ({ body: vectorsBody([[1, 0]]) }));
});
afterEach(() => endpoint.close());

async function openIndex() {
  const index = createEmbeddedSearchIndex();
  const { passageModel: embeddingModel } = endpoint.settings;
  await index.prepare({ words: [], embeddingModel });
  await index.upsert([
    makeChunk('word', {
      title: '택배 안내',
      text: '택배 절차를 안내한다.',
      heading: '절차',
      page: 3,
      embedding: [0, 1],
      embeddingModel,
    }),
    makeChunk('meaning', { text: '소포는 삼십 일 이내에 보낸다.', embedding: [0.8, 0.6], embeddingModel }),
    makeChunk('old', { text: '택배는 없다.', validTo: '2024-12-31' }),
  ]);
  return index;
}

it('finds by words alone where no model is configured', async () => {
  const search = createPassageSearch({ index: await openIndex(), embeddings: null, names: noNames });
  expect(await search(request)).toEqual({
    passages: [
      {
        documentId: 'document-1',
        chunkId: 'word',
        title: '택배 안내',
        docType: 'reference',
        heading: '절차',
        page: 3,
        charStart: 0,
        charEnd: 12,
        text: '택배 절차를 안내한다.',
        score: expect.any(Number),
        highlights: ['택배'],
        parentId: 'word',
        duplicates: [],
      },
    ],
    mode: 'keyword',
    degraded: false,
    degradedBy: undefined,
    evidence: expect.any(Number),
  });
});

it('finds by words and meaning where there is a model', async () => {
  const embeddings = createEmbeddings({ embeddings: endpoint.settings });
  const answer = await createPassageSearch({ index: await openIndex(), embeddings, names: noNames })(request);

  expect(answer).toMatchObject({ mode: 'hybrid', degraded: false });
  expect(answer.passages.map(({ chunkId }) => chunkId)).toEqual(['word', 'meaning']);
  expect(endpoint.requests).toMatchObject([{ model: 'for-questions', input: ['택배'] }]);
});

it('finds by words and says so while the vectors are of another model', async () => {
  const embeddings = createEmbeddings({ embeddings: { ...endpoint.settings, passageModel: 'newer' } });
  const index = await openIndex();
  const answer = await createPassageSearch({ index, embeddings, names: noNames })(request);

  expect(answer).toMatchObject({
    mode: 'keyword',
    degraded: true,
    degradedBy: { code: 'embeddings_outdated' },
  });
  expect(answer.passages[0]?.chunkId).toBe('word');
  expect(endpoint.requests).toEqual([]);
});

it('finds by words and says so when the model does not answer', async () => {
  const embeddings = createEmbeddings({ embeddings: endpoint.settings });
  endpoint.close();
  const answer = await createPassageSearch({ index: await openIndex(), embeddings, names: noNames })(request);

  expect(answer).toMatchObject({
    mode: 'keyword',
    degraded: true,
    degradedBy: { code: 'embeddings_unavailable' },
  });
  expect(answer.passages.map(({ chunkId }) => chunkId)).toEqual(['word']);
});

it('stops when the reader stops, and does not fall back', async () => {
  const embeddings = createEmbeddings({ embeddings: endpoint.settings });
  const search = createPassageSearch({ index: await openIndex(), embeddings, names: noNames });
  const reason = new Error('stopped');
  await expect(search({ ...request, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

it('looks at another day when the filters name one', async () => {
  const search = createPassageSearch({ index: await openIndex(), embeddings: null, names: noNames });
  const answer = await search({ ...request, filters: { validOn: '2024-12-31' } });
  expect(answer.passages.map(({ chunkId }) => chunkId).sort()).toEqual(['old', 'word']);
});

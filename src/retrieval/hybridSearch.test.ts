import { createEmbeddings } from '../llm/createEmbeddings';
import { createReranker } from '../llm/createReranker';
import { createEmbeddedSearchIndex } from '../storage/searchIndex/embedded/embeddedSearchIndex';
import { startScriptedEmbeddings, vectorsBody } from '../test/scriptedEmbeddings';
import type { ScriptedAnswer } from '../test/scriptedEndpoint';
import { scoresBody, startScriptedReranker } from '../test/scriptedReranker';
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
        version: 1,
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

it('gives the same said twice once, with where else it stands', async () => {
  const text = '택배 상자는 접수한 날에 운송장 번호와 함께 창고 담당자에게 넘긴다.';
  const index = createEmbeddedSearchIndex();
  await index.upsert([
    makeChunk('first', { documentId: 'rule', title: '물류 규정', text, page: 2 }),
    makeChunk('copy', { documentId: 'letter', title: '물류 안내문', text, page: 7 }),
    makeChunk('other', { text: '택배 요금은 본사가 낸다.' }),
  ]);
  const { passages } = await createPassageSearch({ index, embeddings: null, names: noNames })(request);
  const [said] = passages.filter(({ chunkId }) => chunkId !== 'other');

  expect(passages).toHaveLength(2);
  const places = [
    { documentId: 'rule', chunkId: 'first', title: '물류 규정', page: 2 },
    { documentId: 'letter', chunkId: 'copy', title: '물류 안내문', page: 7 },
  ];
  expect(said!.duplicates).toEqual(places.filter(({ chunkId }) => chunkId !== said!.chunkId));
});

describe('with a reranker', () => {
  const texts = ['택배 요금표', '택배 상자를 넘긴다.', '택배'];
  let scripted: Awaited<ReturnType<typeof startScriptedReranker>>;
  afterEach(() => scripted.close());

  /** A search whose reranker answers as told, over the texts above. */
  async function openSearch(answer: Parameters<typeof startScriptedReranker>[0]) {
    scripted = await startScriptedReranker(answer);
    const index = createEmbeddedSearchIndex();
    await index.upsert(texts.map((text) => makeChunk(text, { title: '물류', heading: '요금', text })));
    const parts = { index, embeddings: null, names: noNames };
    return {
      plain: createPassageSearch(parts),
      reranked: createPassageSearch({ ...parts, reranker: createReranker({ reranker: scripted.settings }) }),
    };
  }

  const textsOf = ({ passages }: { passages: { text: string }[] }) => passages.map(({ text }) => text);

  it('takes over its order', async () => {
    const wanted = ['택배 상자를 넘긴다.', '택배', '택배 요금표'];
    const { plain, reranked } = await openSearch(({ documents }) => ({
      body: scoresBody(documents.map((document) => -wanted.indexOf(document.split('\n').at(-1)!))),
    }));
    expect(textsOf(await plain(request))).not.toEqual(wanted);
    const answer = await reranked(request);

    expect(answer).toMatchObject({ degraded: false });
    expect(textsOf(answer)).toEqual(wanted);
    expect(scripted.requests).toMatchObject([{ query: '택배' }]);
    expect(scripted.requests[0]!.documents).toContain('물류\n요금\n택배 상자를 넘긴다.');
  });

  it.each<[string, ScriptedAnswer]>([
    ['is down', { status: 503, body: {} }],
    ['has no score for a passage', { body: scoresBody([0.9]) }],
  ])('keeps its own order and says so when the model %s', async (_what, answer) => {
    const { plain, reranked } = await openSearch(() => answer);
    const degraded = await reranked(request);

    expect(degraded).toMatchObject({ degraded: true, degradedBy: { code: 'reranker_unavailable' } });
    expect(degraded.passages).toEqual((await plain(request)).passages);
  });

  it('stops when the reader stops', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { reranked } = await openSearch(() => {
      stop.abort(reason);
      return 'silence';
    });
    await expect(reranked({ ...request, signal: stop.signal })).rejects.toBe(reason);
  });

  it('does not ask it where nothing was found', async () => {
    const { reranked } = await openSearch(() => ({ body: scoresBody([]) }));
    expect(await reranked({ ...request, query: '모꼬지' })).toMatchObject({ passages: [], degraded: false });
    expect(scripted.requests).toEqual([]);
  });
});

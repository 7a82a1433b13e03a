import type { ScriptedAnswer } from '../test/scriptedEndpoint';
import { scoresBody, startScriptedReranker } from '../test/scriptedReranker';
import { createReranker, type Reranker } from './createReranker';

type Endpoint = Awaited<ReturnType<typeof startScriptedReranker>>;

const unavailable = { code: 'reranker_unavailable' };
const opened: Endpoint[] = [];

/** A model behind an endpoint that answers as told. */
async function openModel(answer: () => ScriptedAnswer) {
  const endpoint = await startScriptedReranker(answer);
  opened.push(endpoint);
  return { endpoint, model: createReranker({ reranker: endpoint.settings }) as Reranker };
}

afterEach(() => opened.splice(0).forEach((endpoint) => endpoint.close()));

it('is null where no endpoint is configured', () => {
  expect(createReranker({})).toBeNull();
});

it('asks for a score of every passage, with the key where there is one', async () => {
  const { endpoint, model } = await openModel(() => ({ body: scoresBody([0.1, 0.9]) }));
  await model.score('질문', ['하나', '둘']);
  await createReranker({ reranker: { ...endpoint.settings, apiKey: 'sesame' } })!.score('질문', [
    '하나',
    '둘',
  ]);

  const body = { model: 'scripted-reranker', query: '질문', documents: ['하나', '둘'], top_n: 2 };
  expect(endpoint.requests).toMatchObject([
    { ...body, path: '/v1/rerank', authorization: undefined },
    { ...body, authorization: 'Bearer sesame' },
  ]);
  expect(model.name).toBe('scripted-reranker');
});

it('gives the scores in the order of the passages, whatever the order of the answer', async () => {
  const { model } = await openModel(() => ({ body: scoresBody([-2, 7.5, 0.3]) }));
  expect(await model.score('질문', ['하나', '둘', '셋'])).toEqual([-2, 7.5, 0.3]);
});

it.each<[string, unknown]>([
  ['too few scores', scoresBody([0.5])],
  ['too many scores', scoresBody([0.5, 0.4, 0.3])],
  ['a score for a passage that was not sent', { results: [scored(0), scored(2)] }],
  ['two scores for one passage', { results: [scored(0), scored(1), scored(1)] }],
  ['a score that is no number', { results: [scored(0), { index: 1, relevance_score: null }] }],
  ['something else', { scores: [0.5, 0.4] }],
])('an answer with %s is refused', async (_what, body) => {
  const { model } = await openModel(() => ({ body }));
  await expect(model.score('질문', ['하나', '둘'])).rejects.toMatchObject(unavailable);
});

it.each([500, 429, 400])('is not asked twice, for somebody waits (%i)', async (status) => {
  const { endpoint, model } = await openModel(() => ({ status, body: {} }));
  await expect(model.score('질문', ['하나'])).rejects.toMatchObject(unavailable);
  expect(endpoint.requests).toHaveLength(1);
});

it('is given up when it says nothing', async () => {
  const { model } = await openModel(() => 'silence');
  await expect(model.score('질문', ['하나'])).rejects.toMatchObject(unavailable);
});

it('is left at once when the caller stops', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const { model } = await openModel(() => {
    stop.abort(reason);
    return 'silence';
  });
  await expect(model.score('질문', ['하나'], stop.signal)).rejects.toBe(reason);
});

function scored(index: number) {
  return { index, relevance_score: 0.5 };
}

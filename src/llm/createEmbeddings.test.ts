import { createEmbeddings } from './createEmbeddings';
import type { EmbeddingModel } from './embeddings';
import { startScriptedEmbeddings, vectorsBody, type EmbeddingsRequest } from '../test/scriptedEmbeddings';
import type { ScriptedAnswer } from '../test/scriptedEndpoint';

type Endpoint = Awaited<ReturnType<typeof startScriptedEmbeddings>>;

const unavailable = { code: 'embeddings_unavailable' };
const opened: Endpoint[] = [];

/** A model behind an endpoint that answers as told. */
async function openModel(answer: (request: EmbeddingsRequest, place: number) => ScriptedAnswer) {
  const endpoint = await startScriptedEmbeddings(answer);
  opened.push(endpoint);
  return { endpoint, model: createEmbeddings({ embeddings: endpoint.settings }) as EmbeddingModel };
}

afterEach(() => opened.splice(0).forEach((endpoint) => endpoint.close()));

it('is null where no endpoint is configured', () => {
  expect(createEmbeddings({})).toBeNull();
});

describe('what is asked', () => {
  it('uses one model for questions and another for passages, and is known by the latter', async () => {
    const { endpoint, model } = await openModel(() => ({ body: vectorsBody([[1, 0]]) }));
    await model.embedQuery('질문');
    await model.embedDocuments(['문단']);

    expect(endpoint.requests).toMatchObject([
      { model: 'for-questions', input: ['질문'] },
      { model: 'for-passages', input: ['문단'] },
    ]);
    expect(model.name).toBe('for-passages');
  });

  it('sends the key where there is one', async () => {
    const { endpoint, model } = await openModel(() => ({ body: vectorsBody([[1, 0]]) }));
    await model.embedQuery('질문');
    await createEmbeddings({ embeddings: { ...endpoint.settings, apiKey: 'sesame' } })!.embedQuery('질문');

    expect(endpoint.requests.map(({ authorization }) => authorization)).toEqual([undefined, 'Bearer sesame']);
  });

  it('embeds many passages in batches, in their order', async () => {
    const { endpoint, model } = await openModel(({ input }) => ({
      body: vectorsBody(input.map((text) => [Number(text), 1])),
    }));
    const texts = Array.from({ length: 70 }, (_, place) => String(place));
    const vectors = await model.embedDocuments(texts);

    expect(endpoint.requests.map(({ input }) => input.length)).toEqual([32, 32, 6]);
    // The slope of each vector is the number it was made of, whatever its length.
    expect(vectors.map(([first, second]) => Math.round(first! / second!))).toEqual(texts.map(Number));
  });

  it('asks for nothing where there is nothing to embed', async () => {
    const { endpoint, model } = await openModel(() => ({ body: vectorsBody([]) }));
    expect(await model.embedDocuments([])).toEqual([]);
    expect(endpoint.requests).toEqual([]);
  });
});

describe('what is answered', () => {
  it('becomes vectors of unit length, sorted by their index', async () => {
    const data = [
      { index: 1, embedding: [0, 2] },
      { index: 0, embedding: [3, 4] },
    ];
    const { model } = await openModel(() => ({ body: { data } }));
    expect(await model.embedDocuments(['하나', '둘'])).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
  });

  it.each([
    ['too few vectors', vectorsBody([[1, 0]])],
    [
      'too many vectors',
      vectorsBody([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    ],
    [
      'vectors of different sizes',
      vectorsBody([
        [1, 0],
        [1, 0, 0],
      ]),
    ],
    [
      'a vector of zeros',
      vectorsBody([
        [1, 0],
        [0, 0],
      ]),
    ],
    ['vectors of size zero', vectorsBody([[], []])],
    [
      'something that is no number',
      {
        data: [
          { index: 0, embedding: ['1'] },
          { index: 1, embedding: [null] },
        ],
      },
    ],
    ['something else', { vectors: [] }],
  ])('is refused when it is %s', async (_name, body) => {
    const { model, endpoint } = await openModel(() => ({ body }));
    await expect(model.embedDocuments(['하나', '둘'])).rejects.toMatchObject(unavailable);
    // The endpoint works; it would say the same again.
    expect(endpoint.requests).toHaveLength(1);
  });

  it('is refused when the size changes', async () => {
    const { model } = await openModel((_request, place) => ({
      body: vectorsBody([place === 0 ? [1, 0] : [1, 0, 0]]),
    }));
    await model.embedQuery('질문');
    await expect(model.embedQuery('질문')).rejects.toMatchObject(unavailable);
  });
});

describe('an endpoint in trouble', () => {
  it('is tried again when that may help', async () => {
    const { endpoint, model } = await openModel((_request, place) =>
      place < 2 ? { status: [503, 429][place], body: {} } : { body: vectorsBody([[1, 0]]) },
    );
    expect(await model.embedDocuments(['문단'])).toEqual([[1, 0]]);
    expect(endpoint.requests).toHaveLength(3);
  });

  it('is not tried for ever', async () => {
    const { endpoint, model } = await openModel(() => ({ status: 500, body: {} }));
    await expect(model.embedQuery('질문')).rejects.toMatchObject(unavailable);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('is not tried again when the request is wrong', async () => {
    const { endpoint, model } = await openModel(() => ({ status: 400, body: {} }));
    await expect(model.embedDocuments(['문단'])).rejects.toMatchObject(unavailable);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('is embeddings_unavailable when nobody listens', async () => {
    const { endpoint, model } = await openModel(() => 'silence');
    endpoint.close();
    await expect(model.embedQuery('질문')).rejects.toMatchObject(unavailable);
  });

  it('is given up when it says nothing', async () => {
    const { endpoint, model } = await openModel(() => 'silence');
    await expect(model.embedQuery('질문')).rejects.toMatchObject(unavailable);
    expect(endpoint.requests).toHaveLength(2);
  }, 15_000);

  it('is left at once when the caller stops', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { endpoint, model } = await openModel(() => {
      stop.abort(reason);
      return 'silence';
    });
    await expect(model.embedDocuments(['문단'], stop.signal)).rejects.toBe(reason);
    expect(endpoint.requests).toHaveLength(1);
  });
});

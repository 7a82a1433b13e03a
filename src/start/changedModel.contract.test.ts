import { setTimeout as pause } from 'node:timers/promises';
import type { SearchIndexDto } from '../shared/searchIndex';
import { callApi } from '../test/api';
import { uploadDocument, waitForDocument } from '../test/documents';
import { createAdmin } from '../test/people';
import { startScriptedEmbeddings, vectorsBody } from '../test/scriptedEmbeddings';
import { startTestServer, type TestServer } from '../test/server';
import { serviceEnv } from '../test/services';
import { startServer } from './startServer';
import { patienceMs } from '../test/patience';

// An embedded database has one process, and the stores of a test go with it: there is no second start on them.
(serviceEnv().database ? describe : describe.skip)('a start with another embedding model', () => {
  let stores: TestServer;
  let endpoint: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
  /** Keeps the newer model from answering until a test lets it. */
  let mayAnswer = false;

  beforeAll(async () => {
    endpoint = await startScriptedEmbeddings(({ model, input }) =>
      model === 'newer' && !mayAnswer
        ? { status: 400, body: {} }
        : { body: vectorsBody(input.map(() => (model.startsWith('newer') ? [0, 1] : [1, 0]))) },
    );
    stores = await startTestServer({ processRole: 'server', embeddings: undefined });
  });
  afterAll(async () => {
    await stores.close();
    endpoint.close();
  });

  const startWith = (passageModel: string) =>
    startServer({
      ...stores.env,
      processRole: 'all',
      embeddings: { ...endpoint.settings, passageModel, queryModel: `${passageModel}-query` },
    });

  test('answers by keyword and says so until the passages are embedded again, then by both', async () => {
    const admin = await createAdmin(stores);
    const older = await startWith('older');
    const { id } = await uploadDocument(
      { url: older.url! },
      admin,
      'a.txt',
      '반품은 구입 후 30일 안에 한다.',
    );
    await waitForDocument({ url: older.url! }, admin, id);
    const ask = async (url: string) => {
      const answer = await callApi<{ mode: string; degraded: boolean; items: { documentId: string }[] }>(
        url,
        'POST',
        '/api/search',
        { token: admin, body: { query: '반품 기한' } },
      );
      const { mode, degraded, items } = answer.body;
      return { mode, degraded, documents: items.map(({ documentId }) => documentId) };
    };
    expect(await ask(older.url!)).toEqual({ mode: 'hybrid', degraded: false, documents: [id] });
    await older.close();

    const newer = await startWith('newer');
    const index = async () =>
      (await callApi<SearchIndexDto>(newer.url!, 'GET', '/api/search-index', { token: admin })).body;
    expect(await ask(newer.url!)).toEqual({ mode: 'keyword', degraded: true, documents: [id] });
    expect(await index()).toMatchObject({ rebuilding: { reason: expect.any(String) }, documents: 1 });

    mayAnswer = true;
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200)) {
      if ((await index()).rebuilding === null) break;
    }
    expect(await index()).toMatchObject({ embeddingModel: 'newer', rebuilding: null, documents: 1 });
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200)) {
      if ((await ask(newer.url!)).mode === 'hybrid') break;
    }
    expect(await ask(newer.url!)).toEqual({ mode: 'hybrid', degraded: false, documents: [id] });
    await newer.close();
  });
});

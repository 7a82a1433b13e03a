import { once } from 'node:events';
import { callApi } from '../test/api';
import { uploadDocument, waitForDocument } from '../test/documents';
import { createAdmin } from '../test/people';
import { startScriptedEmbeddings, vectorsBody } from '../test/scriptedEmbeddings';
import { startTestServer, type TestServer } from '../test/server';

let server: TestServer;
let endpoint: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
let admin: string;
/** Fires when two documents wait for their vectors, which none gets before. */
const both = new AbortController();

beforeAll(async () => {
  const waiting: string[] = [];
  endpoint = await startScriptedEmbeddings(async ({ input }) => {
    waiting.push(...input);
    if (waiting.length === 2) both.abort();
    if (!both.signal.aborted) await once(both.signal, 'abort');
    return { body: vectorsBody(input.map(() => [1, 0])) };
  });
  server = await startTestServer({ embeddings: endpoint.settings });
  admin = await createAdmin(server);
});
afterAll(async () => {
  await server.close();
  endpoint.close();
});

test('two documents are under way at once, each comes in whole', async () => {
  const texts = ['반품은 서른 날 안에 한다.', '교환은 이레 안에 한다.'];
  const uploaded = await Promise.all(
    texts.map((text, place) => uploadDocument(server, admin, `${place}.txt`, text)),
  );
  const documents = await Promise.all(uploaded.map(({ id }) => waitForDocument(server, admin, id)));
  expect(documents.map(({ status }) => status)).toEqual(['indexed', 'indexed']);

  const { body } = await callApi<{ items: { documentId: string }[] }>(server.url, 'POST', '/api/search', {
    token: admin,
    body: { query: '교환 기한' },
  });
  expect(body.items.map(({ documentId }) => documentId)).toContain(uploaded[1]!.id);
});

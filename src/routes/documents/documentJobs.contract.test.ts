import type { DocumentDto } from '../../shared/documents';
import type { Passage } from '../../shared/search';
import { callApi } from '../../test/api';
import { startCuttableProxy, type CuttableProxy } from '../../test/cuttableProxy';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin } from '../../test/people';
import { startScriptedEmbeddings, vectorsBody } from '../../test/scriptedEmbeddings';
import type { ScriptedAnswer } from '../../test/scriptedEndpoint';
import { startTestServer, type TestServer } from '../../test/server';
import { serviceEnv } from '../../test/services';
import { patienceMs } from '../../test/patience';

/** A model that answers, refuses or stays silent as told: a document can be held on its way. */
let model: 'answers' | 'refuses' | 'silent' = 'answers';
let asked: () => void = () => {};
let embeddings: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
let proxies: { openSearch?: CuttableProxy; minio?: CuttableProxy };
let server: TestServer;
let admin: string;

const { openSearch, minio } = serviceEnv();

beforeAll(async () => {
  embeddings = await startScriptedEmbeddings(({ input }): ScriptedAnswer => {
    asked();
    if (model === 'silent') return 'silence';
    if (model === 'refuses') return { status: 400, body: { error: { message: 'no such model' } } };
    return { body: vectorsBody(input.map(() => [0.6, 0.8])) };
  });
  proxies = {
    openSearch: openSearch && (await startCuttableProxy(openSearch.url)),
    minio: minio && (await startCuttableProxy(minio.endpoint)),
  };
  server = await startTestServer({
    embeddings: embeddings.settings,
    ...(openSearch ? { openSearch: { ...openSearch, url: proxies.openSearch!.url } } : {}),
    ...(minio ? { minio: { ...minio, endpoint: proxies.minio!.url } } : {}),
  });
  admin = await createAdmin(server);
});
afterAll(async () => {
  await server.close();
  embeddings.close();
  await proxies.openSearch?.close();
  await proxies.minio?.close();
});
beforeEach(() => {
  model = 'answers';
  asked = () => {};
});

const api = <Body = DocumentDto>(method: string, path: string, body?: unknown) =>
  callApi<Body>(server.url, method, path, { token: admin, body });

async function read(id: string): Promise<DocumentDto> {
  return (await api('GET', `/api/documents/${id}`)).body;
}

/** Uploads a document and waits until it stands at the model, which does not answer. */
async function uploadUpToModel(name: string, text: string): Promise<string> {
  model = 'silent';
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const { id } = await uploadDocument(server, admin, name, text);
  await isAsked;
  return id;
}

async function waitUntil(id: string, isSo: (document: DocumentDto) => boolean): Promise<DocumentDto> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline;) {
    const document = await read(id);
    if (isSo(document)) return document;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`document ${id} is ${JSON.stringify(await read(id))}`);
}

test('a document that is being read can be cancelled, and tried again', async () => {
  const id = await uploadUpToModel('취소.txt', '취소했다가 다시 처리하는 문서이다.');
  expect(await read(id)).toMatchObject({ status: 'processing', progress: 40, attempts: 1 });

  const cancelled = await api('POST', `/api/documents/${id}/cancel`);
  expect(cancelled.body).toMatchObject({ status: 'failed', reason: expect.stringContaining('취소') });
  const twice = await api<{ code: string }>('POST', `/api/documents/${id}/cancel`);
  expect([twice.status, twice.body.code]).toEqual([409, 'document_not_waiting']);
  expect(await server.services.ingestion.searchIndex.countDocument(id)).toBe(0);

  // The worker is free again at once, although the model never answers.
  model = 'answers';
  const { id: next } = await uploadDocument(server, admin, '다음.txt', '다음 차례인 문서이다.');
  expect((await waitForDocument(server, admin, next)).status).toBe('indexed');
  expect((await read(id)).status).toBe('failed');
  expect((await api('POST', `/api/documents/${id}/reindex`)).status).toBe(202);
  expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
});

test('a document that waits can be cancelled before its turn', async () => {
  // As many as a worker has under way at once.
  const before = [
    await uploadUpToModel('앞.txt', '앞서 처리하는 문서이다.'),
    await uploadUpToModel('둘째.txt', '그 다음에 처리하는 문서이다.'),
  ];
  const { id } = await uploadDocument(server, admin, '뒤.txt', '뒤에서 기다리는 문서이다.');
  expect(await read(id)).toMatchObject({ status: 'queued', attempts: 0 });
  expect((await api('POST', `/api/documents/${id}/cancel`)).body).toMatchObject({ status: 'failed' });
  model = 'answers';
  for (const other of before) await api('POST', `/api/documents/${other}/cancel`);
});

test('re-indexing leaves a document in the search until it is done, and when it is cancelled', async () => {
  const { id } = await uploadDocument(server, admin, '남는.txt', '다시 읽어도 찾을 수 있는 문서이다.');
  await waitForDocument(server, admin, id);
  // What is embedded already is not asked for again: another title makes another text of it.
  await api('PATCH', `/api/documents/${id}`, { title: '이름을 바꾼 문서' });
  model = 'silent';
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  await api('POST', `/api/documents/${id}/reindex`);
  await isAsked;
  const found = async () => {
    model = 'answers';
    const answer = await api<{ items: Passage[] }>('POST', '/api/search', { query: '다시 읽어도 찾을 수' });
    return answer.body.items[0]?.documentId;
  };
  expect(await found()).toBe(id);
  await api('POST', `/api/documents/${id}/cancel`);
  expect(await found()).toBe(id);
  expect((await read(id)).status).toBe('failed');
});

test('while the model is away a document says what it waits for, and comes in when it is back', async () => {
  model = 'refuses';
  const { id } = await uploadDocument(server, admin, '모델.txt', '모델을 기다리는 문서이다.');
  const waiting = await waitUntil(id, (document) => document.waitingFor !== undefined);
  expect(waiting).toMatchObject({
    status: 'queued',
    attempts: 0,
    waitingFor: { code: 'embeddings_unavailable', message: expect.stringMatching(/[가-힣]/) },
  });
  expect(Date.parse(waiting.waitingFor!.nextTryAt)).toBeGreaterThan(Date.now());
  model = 'answers';
  const done = await waitForDocument(server, admin, id);
  expect([done.status, done.waitingFor]).toEqual(['indexed', undefined]);
});

(openSearch ? test : test.skip)('OpenSearch is cut off on the way: the queue waits and drains', async () => {
  const id = await uploadUpToModel('색인.txt', '색인이 끊겨도 들어오는 문서이다.');
  proxies.openSearch!.cut();
  model = 'answers';
  await api('POST', `/api/documents/${id}/cancel`); // lets the silent model go
  await api('POST', `/api/documents/${id}/reindex`);
  const { id: second } = await uploadDocument(server, admin, '색인-2.txt', '뒤이어 올린 문서이다.');
  for (const waits of [id, second]) {
    const waiting = await waitUntil(waits, (document) => document.waitingFor !== undefined);
    expect(waiting).toMatchObject({
      status: 'queued',
      waitingFor: { code: 'search_unavailable' },
      attempts: 0,
    });
  }
  proxies.openSearch!.join();
  for (const drained of [id, second])
    expect((await waitForDocument(server, admin, drained)).status).toBe('indexed');
});

(openSearch ? test : test.skip)(
  'a change while OpenSearch is away says so, and holds when it is back',
  async () => {
    const { id } = await uploadDocument(server, admin, '변경.txt', '색인이 없을 때 바꾸는 문서이다.');
    await waitForDocument(server, admin, id);
    proxies.openSearch!.cut();
    const changed = await api<DocumentDto & { searchUpdated: boolean }>('PATCH', `/api/documents/${id}`, {
      validTo: '2020-01-01',
    });
    expect(changed.body).toMatchObject({ validTo: '2020-01-01', searchUpdated: false });
    expect((await api('DELETE', `/api/documents/${id}`)).status).toBe(204);
    expect((await api('GET', `/api/documents/${id}`)).status).toBe(404);
    proxies.openSearch!.join();
    await waitUntilGone(id);
  },
);

(minio ? test : test.skip)('MinIO is cut off on the way: the queue waits and drains', async () => {
  const { id } = await uploadDocument(server, admin, '원본.txt', '원본을 기다리는 문서이다.');
  await waitForDocument(server, admin, id);
  proxies.minio!.cut();
  await api('POST', `/api/documents/${id}/reindex`);
  const waiting = await waitUntil(id, (document) => document.waitingFor !== undefined);
  expect(waiting).toMatchObject({ waitingFor: { code: 'file_store_unavailable' } });
  proxies.minio!.join();
  expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
});

async function waitUntilGone(id: string): Promise<void> {
  const { repositories, ingestion } = server.services;
  for (const deadline = Date.now() + patienceMs; await repositories.documents.findById(id);) {
    if (Date.now() > deadline) throw new Error(`document ${id} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await ingestion.searchIndex.countDocument(id)).toBe(0);
}

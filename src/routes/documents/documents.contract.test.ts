import { createHash } from 'node:crypto';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { openChat } from '../../test/chatClient';
import type { DocumentUpdate } from '../../shared/documents';
import type { Passage } from '../../shared/search';

let server: TestServer;
let admin: string;
let seoul: TestPerson;
let gyeonggi: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  seoul = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  gyeonggi = await createPerson(server, admin, { role: 'rep', team: '경기팀' });
  manager = await createPerson(server, admin, { role: 'manager', team: '서울1팀' });
});
afterAll(() => server.close());

async function search(token: string, query: string): Promise<Passage[]> {
  const answer = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', {
    token,
    body: { query },
  });
  expect(answer.status).toBe(200);
  return answer.body.items;
}

const storageRule =
  '# 보관 규정\n\n나루시럽은 개봉 후 2℃에서 8℃ 사이의 냉장고에 보관하며 14일 안에 사용한다.\n';

test('an upload is read, indexed, found, opened and deleted without a trace', async () => {
  const { id, status } = await uploadDocument(server, admin, '보관 규정.md', storageRule);
  expect(status).toBe('queued');
  const document = await waitForDocument(server, admin, id);
  expect(document).toMatchObject({
    status: 'indexed',
    title: '보관 규정.md',
    docType: 'reference',
    progress: 100,
    sha256: createHash('sha256').update(storageRule).digest('hex'),
  });

  const [passage] = await search(seoul.token, '나루시럽 개봉 후 보관 온도');
  expect(passage).toMatchObject({ documentId: id, title: '보관 규정.md' });
  expect(passage!.text).toContain('14일 안에 사용한다');

  const chunks = await callApi<{ items: { chunkId: string }[] }>(
    server.url,
    'GET',
    `/api/documents/${id}/chunks`,
    {
      token: seoul.token,
    },
  );
  expect(chunks.body.items.map(({ chunkId }) => chunkId)).toContain(passage!.chunkId);
  const original = await callApi(server.url, 'GET', `/api/documents/${id}/content`, { token: seoul.token });
  expect(original.body).toBe(storageRule);

  expect((await callApi(server.url, 'DELETE', `/api/documents/${id}`, { token: admin })).status).toBe(204);
  expect(await search(seoul.token, '나루시럽 개봉 후 보관 온도')).toEqual([]);
  for (const path of ['', '/chunks', '/content']) {
    expect((await callApi(server.url, 'GET', `/api/documents/${id}${path}`, { token: admin })).status).toBe(
      404,
    );
  }
  const { ingestion, repositories } = server.services;
  expect(await ingestion.searchIndex.countDocument(id)).toBe(0);
  expect(await ingestion.objectStore.exists(document.sha256)).toBe(false);
  expect(await repositories.chunks.ofDocument(id)).toEqual([]);
});

test('an admin’s socket is told how far a document has come, a rep’s is not', async () => {
  const updates: DocumentUpdate[] = [];
  const told: DocumentUpdate[] = [];
  const [adminSocket, repSocket] = await Promise.all(
    [admin, seoul.token].map((token) => openChat(server.url, token)),
  );
  const removed = new Promise<void>((resolve) => {
    adminSocket!.socket.on('document:updated', (update) => {
      updates.push(update);
      if (update.status === 'deleted') resolve();
    });
  });
  repSocket!.socket.on('document:updated', (update) => told.push(update));
  const { id } = await uploadDocument(server, admin, 'told.txt', '진행 상황을 알려 주는 문서이다.');
  await waitForDocument(server, admin, id);
  await callApi(server.url, 'DELETE', `/api/documents/${id}`, { token: admin });
  await removed;
  // The ack of a later event comes after what was sent before it.
  await repSocket!.socket.emitWithAck('chat:resume', { conversationId: crypto.randomUUID(), lastSeq: 0 });
  const mine = updates
    .filter(({ documentId }) => documentId === id)
    .map(({ status, progress }) => [status, progress]);
  expect(mine).toEqual([
    ['processing', 5],
    ['processing', 40],
    ['processing', 80],
    ['indexed', 100],
    ['deleted', 100],
  ]);
  expect(told).toEqual([]);
  adminSocket!.close();
  repSocket!.close();
});

describe('the audience', () => {
  const secret = '특별 인센티브 기준은 분기 달성률 105%를 넘을 때 지급액의 1.5배로 한다.';
  let id: string;

  beforeAll(async () => {
    const uploaded = await uploadDocument(server, admin, 'incentive.txt', secret, {
      title: '인센티브 기준',
      audience: JSON.stringify({ roles: ['manager'], teams: ['경기팀'] }),
    });
    id = uploaded.id;
    await waitForDocument(server, admin, id);
  });

  test('decides who finds, lists and opens; not yours and not there are one', async () => {
    for (const reader of [manager.token, gyeonggi.token, admin]) {
      expect((await search(reader, '인센티브 지급 기준')).map(({ documentId }) => documentId)).toContain(id);
      expect((await callApi(server.url, 'GET', `/api/documents/${id}`, { token: reader })).status).toBe(200);
    }
    expect(JSON.stringify(await search(seoul.token, '인센티브 지급 기준 105%'))).not.toContain('인센티브');
    const list = await callApi(server.url, 'GET', '/api/documents', { token: seoul.token });
    expect(JSON.stringify(list.body)).not.toContain(id);
    const nowhere = await callApi(server.url, 'GET', `/api/documents/${crypto.randomUUID()}`, {
      token: seoul.token,
    });
    for (const path of ['', '/content', '/chunks']) {
      const hidden = await callApi(server.url, 'GET', `/api/documents/${id}${path}`, { token: seoul.token });
      expect([hidden.status, hidden.body.code]).toEqual([nowhere.status, nowhere.body.code]);
      expect(hidden.status).toBe(404);
    }
  });

  test('only admins upload, delete and index again', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.txt');
    expect((await callApi(server.url, 'POST', '/api/documents', { token: manager.token, form })).status).toBe(
      403,
    );
    expect(
      (await callApi(server.url, 'DELETE', `/api/documents/${id}`, { token: manager.token })).status,
    ).toBe(403);
    expect(
      (await callApi(server.url, 'POST', `/api/documents/${id}/reindex`, { token: manager.token })).status,
    ).toBe(403);
  });
});

test('a document that is no longer valid is not cited', async () => {
  const { id } = await uploadDocument(
    server,
    admin,
    'old.txt',
    '구형 포장 교환 기간은 접수일부터 45일이다.',
    {
      validTo: '2020-12-31',
    },
  );
  await waitForDocument(server, admin, id);
  expect(await search(seoul.token, '구형 포장 교환 기간')).toEqual([]);
  const then = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', {
    token: seoul.token,
    body: { query: '구형 포장 교환 기간', filters: { validOn: '2020-06-01' } },
  });
  expect(then.body.items[0]?.documentId).toBe(id);
  expect((await callApi(server.url, 'GET', `/api/documents/${id}`, { token: seoul.token })).status).toBe(404);
});

describe('bad uploads', () => {
  const upload = (body: string, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('file', new Blob([body]), name);
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    return callApi(server.url, 'POST', '/api/documents', { token: admin, form });
  };

  test('an empty file, no file and an unknown field are refused', async () => {
    const empty = await upload('', 'empty.txt');
    expect([empty.status, empty.body.code]).toEqual([422, 'file_empty']);
    const none = await callApi(server.url, 'POST', '/api/documents', { token: admin, form: new FormData() });
    expect(none.status).toBe(400);
    const unknown = await upload('글', 'a.txt', { colour: 'red' });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'validation_failed']);
    const audience = await upload('글', 'a.txt', { audience: '{"roles":["king"]}' });
    expect(audience.status).toBe(400);
    const notMultipart = await callApi(server.url, 'POST', '/api/documents', { token: admin, body: {} });
    expect(notMultipart.status).toBe(400);
  });

  test('the same content twice names the document that has it', async () => {
    const { id } = await uploadDocument(server, admin, 'first.txt', '같은 내용은 한 번만 올린다.');
    const second = await upload('같은 내용은 한 번만 올린다.', 'second.txt');
    expect([second.status, second.body.code, second.body.documentId]).toEqual([
      409,
      'document_already_exists',
      id,
    ]);
    const both = await Promise.all([
      upload('동시에 올린 문서.', 'a.txt'),
      upload('동시에 올린 문서.', 'b.txt'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  test('a name in NFD with folders in it becomes a plain NFC name', async () => {
    const name = `../../etc/${'가격표'.normalize('NFD')}.txt`;
    const { id } = await uploadDocument(server, admin, name, '가격표는 매월 1일에 바뀐다.');
    const document = await waitForDocument(server, admin, id);
    expect(document.fileName).toBe('가격표.txt');
  });

  test('what cannot be read ends as failed with a reason a person understands', async () => {
    const { id } = await uploadDocument(
      server,
      admin,
      'renamed.pdf',
      Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]),
    );
    const document = await waitForDocument(server, admin, id);
    expect(document.status).toBe('failed');
    expect(document.reason).toMatch(/[가-힣]/);
  });
});

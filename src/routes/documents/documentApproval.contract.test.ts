import type { ChangedDocumentDto, DocumentDto } from '../../shared/documents';
import type { Passage } from '../../shared/search';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let secondAdmin: string;
let rep: string;

beforeAll(async () => {
  server = await startTestServer({ documentApproval: 'second-person' });
  admin = await createAdmin(server);
  secondAdmin = (await createPerson(server, admin, { role: 'admin' })).token;
  rep = (await createPerson(server, admin, { role: 'rep', team: '서울1팀' })).token;
});
afterAll(() => server.close());

async function find(query: string): Promise<string[]> {
  const options = { token: rep, body: { query } };
  const answer = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', options);
  // Of the other tests' documents some share a word: the first is what a test is about.
  const [subject] = query.split(' ');
  const own = answer.body.items.filter(({ title, text }) => `${title} ${text}`.includes(subject!));
  return own.map(({ documentId }) => documentId);
}

const approve = (id: string, token: string) =>
  callApi<ChangedDocumentDto & { code?: string }>(server.url, 'POST', `/api/documents/${id}/approve`, {
    token,
  });

test('what is uploaded is cited once another person has approved it', async () => {
  const { id } = await uploadDocument(server, admin, '판촉.txt', '판촉물 단가는 만 원을 넘지 않는다.');
  expect(await waitForDocument(server, admin, id)).toMatchObject({ status: 'indexed', approvedAt: null });
  expect(await find('판촉물 단가')).toEqual([]);
  for (const path of ['', '/chunks', '/content']) {
    expect((await callApi(server.url, 'GET', `/api/documents/${id}${path}`, { token: rep })).status).toBe(
      404,
    );
  }

  const own = await approve(id, admin);
  expect([own.status, own.body.code]).toEqual([403, 'approver_is_uploader']);
  expect((await approve(id, rep)).status).toBe(403);
  const approved = await approve(id, secondAdmin);
  expect(approved.body).toMatchObject({ approvedAt: expect.any(String), searchUpdated: true });
  expect(approved.body.approvedBy).not.toBe(approved.body.uploadedBy);
  expect(await find('판촉물 단가')).toEqual([id]);
});

test('a new version waits for its approval while the one before is cited', async () => {
  const first = await uploadDocument(server, admin, '견본.txt', '견본은 병원마다 둘까지 준다.');
  await waitForDocument(server, admin, first.id);
  await approve(first.id, secondAdmin);
  const second = await uploadDocument(server, admin, '견본-2.txt', '견본은 병원마다 셋까지 준다.', {
    replaces: first.id,
  });
  await waitForDocument(server, admin, second.id);
  expect(await find('견본 병원')).toEqual([first.id]);

  await approve(second.id, secondAdmin);
  expect(await find('견본 병원')).toEqual([second.id]);
  await callApi(server.url, 'POST', `/api/documents/${second.id}/withdraw`, { token: admin });
  expect(await find('견본 병원')).toEqual([first.id]);
  const again = await callApi<DocumentDto>(server.url, 'GET', `/api/documents/${first.id}`, { token: rep });
  expect(again.body.supersededAt).toBeNull();
});

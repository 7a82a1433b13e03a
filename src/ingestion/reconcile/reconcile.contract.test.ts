import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { QueryTypes } from 'sequelize';
import type { ReconcileReport } from '../../shared/documents';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson } from '../../test/people';
import { makeChunk } from '../../test/searchIndexes';
import { startTestServer, type TestServer } from '../../test/server';
import { requestRemoval } from '../removeDocument';

let server: TestServer;
let admin: string;
let adminId: number;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  adminId = (await server.services.repositories.people.findByEmail('admin@test.example'))!.id;
});
afterAll(() => server.close());

async function upload(name: string, text: string, fields: Record<string, string> = {}): Promise<string> {
  const { id } = await uploadDocument(server, admin, name, text, fields);
  expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
  return id;
}

async function reconcile() {
  const answer = await callApi<ReconcileReport>(server.url, 'POST', '/api/documents/reconcile', {
    token: admin,
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function run(statement: string, bind: Record<string, unknown>): Promise<void> {
  await server.services.database.sequelize.query(statement, { bind, type: QueryTypes.SELECT });
}

/** Expects that what was done is found and mended as told, and that a second look finds nothing. */
async function expectMended(kind: string, id: string | null): Promise<void> {
  expect((await reconcile()).findings).toEqual([{ kind, id, mended: true }]);
  expect((await reconcile()).findings).toEqual([]);
}

test('finds nothing where nothing differs, and only for those who keep documents', async () => {
  await upload('안녕.txt', '모든 것이 제자리에 있다.');
  expect(await reconcile()).toMatchObject({ documents: 1, files: 1, findings: [] });
  const { token } = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const refused = await callApi(server.url, 'POST', '/api/documents/reconcile', { token });
  expect(refused.status).toBe(403);
});

test('passages without a document leave the index', async () => {
  const documentId = randomUUID();
  await server.services.ingestion.searchIndex.upsert([makeChunk(`${documentId}:0`, { documentId })]);
  await expectMended('index-without-document', documentId);
  expect(await server.services.ingestion.searchIndex.countDocument(documentId)).toBe(0);
});

test('what a failed document left in the index goes', async () => {
  const { id } = await uploadDocument(server, admin, '깨진.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 7]));
  expect((await waitForDocument(server, admin, id)).status).toBe('failed');
  await server.services.ingestion.searchIndex.upsert([makeChunk(`${id}:0`, { documentId: id })]);
  await expectMended('index-without-document', id);
});

test('missing passages come back into the index, with what is said of the document', async () => {
  const id = await upload('빠진.txt', '첫째 줄이다.\n둘째 줄이다.', { title: '빠진 문서' });
  const { searchIndex } = server.services.ingestion;
  await searchIndex.removeDocument(id);
  await expectMended('index-incomplete', id);
  const [hit] = await searchIndex.search({
    text: '빠진 문서',
    topK: 1,
    principals: null,
    validOn: '2026-03-01',
  });
  expect(hit).toMatchObject({ documentId: id, title: '빠진 문서', current: true });
});

test('a document without passages at all is read again', async () => {
  const id = await upload('텅빈.txt', '다시 읽을 문서이다.');
  await server.services.ingestion.searchIndex.removeDocument(id);
  await run('DELETE FROM document_chunks WHERE document_id = $id', { id });
  expect((await reconcile()).findings).toEqual([{ kind: 'index-incomplete', id, mended: true }]);
  expect((await waitForDocument(server, admin, id)).chunks).toBe(1);
  expect((await reconcile()).findings).toEqual([]);
});

test('a version is cited if and only if it stands', async () => {
  const first = await upload('판.txt', '판이 바뀌기 전이다.');
  const second = await upload('판-2.txt', '판이 바뀐 뒤이다.', { replaces: first });
  const { searchIndex } = server.services.ingestion;
  await searchIndex.updateDocument(first, { current: true });
  await expectMended('index-outdated', first);
  await searchIndex.updateDocument(second, { current: false });
  await expectMended('index-outdated', second);
});

test('a version whose day has come takes its place', async () => {
  const first = await upload('날.txt', '어제까지의 규정이다.');
  const second = await upload('날-2.txt', '앞으로의 규정이다.', { replaces: first, validFrom: '2999-01-01' });
  await run(`UPDATE documents SET valid_from = '2020-01-01' WHERE id = $second`, { second });
  const { seriesId } = (await server.services.repositories.documents.findById(first))!;
  const { findings } = await reconcile();
  expect(findings).toEqual([{ kind: 'version-outdated', id: seriesId, mended: true }]);
  expect((await server.services.repositories.documents.findById(first))!.supersededAt).not.toBeNull();
});

test('documents that wait, or are going, without a job get one', async () => {
  const waiting = await upload('대기.txt', '일감을 잃은 문서이다.');
  await run(`UPDATE documents SET status = 'queued' WHERE id = $waiting`, { waiting });
  await expectMended('job-missing', waiting);
  expect((await waitForDocument(server, admin, waiting)).status).toBe('indexed');

  await server.services.repositories.documents.findById(waiting);
  await run(`UPDATE documents SET status = 'deleting' WHERE id = $waiting`, { waiting });
  await expectMended('job-missing', waiting);
});

test('files that no document has go, unless an upload may be on its way to its row', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-reconcile-'));
  const { objectStore } = server.services.ingestion;
  const key = 'ab'.repeat(32);
  await writeFile(path.join(folder, 'file'), '주인 없는 파일');
  await objectStore.putFile(key, path.join(folder, 'file'), { size: 20, mediaType: 'text/plain' });
  expect((await reconcile()).findings).toEqual([]);

  // Only the folder lets a test make a file old.
  if (objectStore.engine === 'folder') {
    const stored = path.join(server.env.dataDir, 'objects', 'ab', key);
    const unfinished = path.join(server.env.dataDir, 'objects', 'unfinished', 'half');
    await writeFile(unfinished, '쓰다 만 파일');
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    for (const file of [stored, unfinished]) await utimes(file, longAgo, longAgo);
    expect((await reconcile()).findings).toEqual([
      { kind: 'file-without-document', id: key, mended: true },
      { kind: 'file-unfinished', id: null, mended: true },
    ]);
    expect(await objectStore.exists(key)).toBe(false);
    expect((await reconcile()).findings).toEqual([]);
  }
  await objectStore.remove(key);
  await rm(folder, { recursive: true });
});

test('a lost original is said, and stays said until it is uploaded again', async () => {
  const id = await upload('잃은.txt', '원본을 잃은 문서이다.');
  const { sha256 } = (await server.services.repositories.documents.findById(id))!;
  await server.services.ingestion.objectStore.remove(sha256);
  const lost = [{ kind: 'document-without-file', id, mended: false }];
  expect((await reconcile()).findings).toEqual(lost);
  expect((await reconcile()).findings).toEqual(lost);

  await callApi(server.url, 'POST', `/api/documents/${id}/reindex`, { token: admin });
  const failed = await waitForDocument(server, admin, id);
  expect([failed.status, failed.reason]).toEqual(['failed', expect.stringContaining('원본')]);
  await requestRemoval(id, adminId, server.services.ingestion);
});

test('what was found is on record, with who asked', async () => {
  const [event] = await server.services.database.sequelize.query<{
    employeeId: number;
    output: ReconcileReport;
  }>(
    `SELECT employee_id AS "employeeId", output FROM system_trace_logs
     WHERE name = 'documents.reconcile' AND output -> 'findings' <> '[]' ORDER BY started_at LIMIT 1`,
    { type: QueryTypes.SELECT },
  );
  expect(event).toMatchObject({
    employeeId: adminId,
    output: { findings: [{ kind: 'index-without-document', mended: true }] },
  });
});

import { QueryTypes } from 'sequelize';
import type { ChangedDocumentDto, DocumentDto } from '../../shared/documents';
import { koreanDay } from '../../shared/koreanTime';
import type { Passage } from '../../shared/search';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = (await createPerson(server, admin, { role: 'rep', team: '서울1팀' })).token;
});
afterAll(() => server.close());

async function upload(name: string, text: string | Buffer<ArrayBuffer>, fields: Record<string, string> = {}) {
  const { id } = await uploadDocument(server, admin, name, text, fields);
  return waitForDocument(server, admin, id);
}

async function find(query: string, validOn?: string): Promise<string[]> {
  const body = { query, ...(validOn ? { filters: { validOn } } : {}) };
  const answer = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', { token: rep, body });
  expect(answer.status).toBe(200);
  // Of the other tests' documents some share a word, or a synonym of one: the first word is what a test is about.
  const [subject] = query.split(' ');
  const own = answer.body.items.filter(({ title, text }) => `${title} ${text}`.includes(subject!));
  return [...new Set(own.map(({ documentId }) => documentId))];
}

async function open(id: string, token = rep) {
  return callApi<DocumentDto>(server.url, 'GET', `/api/documents/${id}`, { token });
}

async function remove(id: string): Promise<void> {
  expect((await callApi(server.url, 'DELETE', `/api/documents/${id}`, { token: admin })).status).toBe(204);
}

async function relations() {
  return server.services.database.sequelize.query<{ from: string; to: string; kind: string }>(
    `SELECT from_document_id AS "from", to_document_id AS "to", kind FROM document_relations`,
    { type: QueryTypes.SELECT },
  );
}

const inDays = (days: number) => koreanDay(new Date(Date.now() + days * 86_400_000));

test('a new version takes the place of the one before, which can still be opened', async () => {
  const first = await upload('환불.txt', '환불 접수 기한은 7일이다.', {
    title: '환불 규정',
    docType: 'compliance-rule',
    productCodes: '["A001"]',
  });
  expect(first).toMatchObject({ version: 1, supersededAt: null, attempts: 0 });
  const second = await upload('환불-2.txt', '환불 접수 기한은 14일로 늘었다.', { replaces: first.id });

  expect(second).toMatchObject({
    status: 'indexed',
    version: 2,
    seriesId: first.seriesId,
    supersededAt: null,
    title: '환불 규정',
    docType: 'compliance-rule',
    productCodes: ['A001'],
  });
  expect(await find('환불 접수 기한')).toEqual([second.id]);
  const old = await open(first.id);
  expect(old.body).toMatchObject({ status: 'indexed', supersededAt: expect.any(String) });
  expect((await callApi(server.url, 'GET', `/api/documents/${first.id}/content`, { token: rep })).body).toBe(
    '환불 접수 기한은 7일이다.',
  );
  expect(await relations()).toContainEqual({ from: second.id, to: first.id, kind: 'supersedes' });

  const listed = async (token: string) =>
    (
      await callApi<{ items: DocumentDto[] }>(
        server.url,
        'GET',
        `/api/documents?seriesId=${first.seriesId}`,
        { token },
      )
    ).body.items.map(({ id }) => id);
  expect(await listed(admin)).toEqual([second.id, first.id]);
  expect(await listed(rep)).toEqual([second.id]);

  await remove(second.id);
  expect(await find('환불 접수 기한')).toEqual([first.id]);
  expect((await open(first.id)).body.supersededAt).toBeNull();
  expect(await relations()).toEqual([]);
  await remove(first.id);
});

test('while a new version is not in, or cannot be read, the one before stays', async () => {
  const first = await upload('교환.txt', '교환 수량은 한 상자까지이다.');
  const broken = await upload('교환.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]), {
    replaces: first.id,
  });

  expect(broken).toMatchObject({ status: 'failed', version: 2 });
  expect(await find('교환 수량')).toEqual([first.id]);
  expect((await open(first.id)).body.supersededAt).toBeNull();

  const third = await upload('교환-3.txt', '교환 수량은 두 상자까지이다.', { replaces: broken.id });
  expect(third.version).toBe(3);
  expect(await find('교환 수량')).toEqual([third.id]);
  await remove(broken.id);
  expect(await find('교환 수량')).toEqual([third.id]);
});

test('an older version that comes in late stays behind the newer one', async () => {
  const first = await upload('배송.txt', '배송비는 삼천 원이다.');
  const second = await upload('배송-2.txt', '배송비는 오천 원이다.', { replaces: first.id });
  await callApi(server.url, 'POST', `/api/documents/${first.id}/reindex`, { token: admin });
  expect((await waitForDocument(server, admin, first.id)).status).toBe('indexed');

  expect(await find('배송비')).toEqual([second.id]);
});

test('a version of a later day stands beside the one of today, parted by their dates', async () => {
  const now = await upload('약가.txt', '나루메트정 상한금액은 300원이다.', { validFrom: inDays(-10) });
  const later = await upload('약가-다음.txt', '나루메트정 상한금액은 280원이다.', {
    replaces: now.id,
    validFrom: inDays(5),
  });

  expect(await find('나루메트정 상한금액')).toEqual([now.id]);
  expect(await find('나루메트정 상한금액', inDays(4))).toEqual([now.id]);
  expect(await find('나루메트정 상한금액', inDays(5))).toEqual([later.id]);

  await callApi(server.url, 'PATCH', `/api/documents/${later.id}`, {
    token: admin,
    body: { validFrom: inDays(0) },
  });
  expect(await find('나루메트정 상한금액')).toEqual([later.id]);
  expect((await open(now.id)).body.supersededAt).toEqual(expect.any(String));
});

test('a new version opens nothing that was closed', async () => {
  const first = await upload('급여표.txt', '팀장 수당은 월 20만 원이다.', {
    audience: JSON.stringify({ roles: ['manager'] }),
  });
  const second = await upload('급여표-2.txt', '팀장 수당은 월 25만 원이다.', { replaces: first.id });

  expect(second.audience).toEqual({ roles: ['manager'] });
  expect(await find('팀장 수당')).toEqual([]);
});

test('what it replaces has to be there', async () => {
  const form = new FormData();
  form.set('file', new Blob(['아무것도 잇지 않는 문서']), 'none.txt');
  form.set('replaces', crypto.randomUUID());
  const answer = await callApi(server.url, 'POST', '/api/documents', { token: admin, form });
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
});

describe('changing a document', () => {
  const patch = (id: string, body: unknown, token = admin) =>
    callApi<ChangedDocumentDto>(server.url, 'PATCH', `/api/documents/${id}`, { token, body });

  test('the audience holds for the next search, and is on record', async () => {
    const { id } = await upload('행사.txt', '하반기 행사 예산은 삼억 원이다.');
    expect(await find('하반기 행사 예산')).toEqual([id]);

    const closed = await patch(id, { audience: { roles: ['manager'] } });
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({ audience: { roles: ['manager'] }, searchUpdated: true });
    expect(await find('하반기 행사 예산')).toEqual([]);
    expect((await open(id)).status).toBe(404);

    await patch(id, { audience: {} });
    expect(await find('하반기 행사 예산')).toEqual([id]);
    const [event] = await server.services.database.sequelize.query<{ input: object }>(
      `SELECT input FROM system_trace_logs
       WHERE name = 'document.update' AND input ->> 'documentId' = $id ORDER BY started_at LIMIT 1`,
      { bind: { id }, type: QueryTypes.SELECT },
    );
    expect(event!.input).toEqual({
      documentId: id,
      changes: { audience: { roles: ['manager'] } },
      previous: { audience: {} },
    });
  });

  test('title, kind, products and dates too; null takes a date away', async () => {
    const { id } = await upload('연수.txt', '신입 연수는 닷새 동안 한다.');
    const changes = {
      title: '신입 연수 안내',
      docType: 'meeting-note',
      productCodes: ['B002'],
      validTo: inDays(-1),
    };
    expect((await patch(id, changes)).body).toMatchObject(changes);
    expect(await find('신입 연수')).toEqual([]);
    expect((await patch(id, { validTo: null })).body.validTo).toBeNull();
    const answer = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', {
      token: rep,
      body: { query: '신입 연수', filters: { docTypes: ['meeting-note'], productCodes: ['B002'] } },
    });
    expect(answer.body.items[0]).toMatchObject({ documentId: id, title: '신입 연수 안내' });
  });

  test('only those who keep documents, only known fields, no end before the beginning', async () => {
    const { id } = await upload('회식.txt', '회식 장소는 매달 바뀐다.', { validFrom: '2026-03-01' });
    expect((await patch(id, { title: '다른 이름' }, rep)).status).toBe(403);
    for (const body of [{}, { colour: 'red' }, { validTo: '2026-02-28' }]) {
      const refused = await patch(id, body);
      expect([refused.status, refused.body]).toMatchObject([400, { code: 'validation_failed' }]);
    }
    expect((await patch(crypto.randomUUID(), { title: '없는 문서' })).status).toBe(404);
  });
});

test('a document whose approval is withdrawn is not cited until it is approved again', async () => {
  const { id } = await upload('시연.txt', '시연 장비는 사흘까지 빌려준다.');
  const call = (what: string) =>
    callApi<ChangedDocumentDto>(server.url, 'POST', `/api/documents/${id}/${what}`, { token: admin });

  expect((await call('withdraw')).body).toMatchObject({ approvedAt: null, searchUpdated: true });
  expect(await find('시연 장비')).toEqual([]);
  expect((await open(id)).status).toBe(404);
  expect((await open(id, admin)).status).toBe(200);
  expect((await call('approve')).body.approvedAt).toEqual(expect.any(String));
  expect(await find('시연 장비')).toEqual([id]);
});

import type { Problem } from '../../shared/problem';
import type { DocumentLinkDto } from '../../shared/relations';
import type { CustomerSheetDto } from '../../shared/statistics';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;
let colleague: TestPerson;
let stranger: TestPerson;
let manager: TestPerson;
let analyst: TestPerson;
let brochure: string;
let secret: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  const person = (role: 'rep' | 'manager' | 'analyst', team: string, name: string) =>
    createPerson(server, admin, { role, team, name });
  rep = await person('rep', '서울1팀', '한가람');
  colleague = await person('rep', '서울1팀', '오세린');
  stranger = await person('rep', '서울2팀', '배소율');
  manager = await person('manager', '서울1팀', '정해솔');
  analyst = await person('analyst', '분석팀', '류다온');
  await server.services.database.sequelize.query(`
INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
VALUES (1, 'P01', '나루암로정 5mg', '암로디핀', true, '고혈압', 100);
INSERT INTO customers (id, code, name, type) VALUES (1, 'C01', '한빛내과의원', '의원'), (2, 'C02', '새론약국', '약국');
INSERT INTO assignment_map (employee_id, customer_id, valid_from)
VALUES (${rep.id}, 1, '2020-01-01'), (${stranger.id}, 2, '2020-01-01');
INSERT INTO sales_records (id, sold_on, employee_id, customer_id, product_id, quantity, amount)
VALUES (71, '2026-09-01', ${rep.id}, 1, 1, 10, 1000), (72, '2026-09-01', ${stranger.id}, 2, 1, 10, 1000);
INSERT INTO interaction_logs (id, employee_id, customer_id, type, occurred_at, summary) VALUES
(1, ${rep.id}, 1, '방문', '2026-09-02 10:00+09', '논의'), (2, ${colleague.id}, 1, '방문', '2026-09-03 10:00+09', '동행'),
(3, ${stranger.id}, 2, '방문', '2026-09-03 10:00+09', '문의')`);
  brochure = (
    await uploadDocument(server, admin, 'a.txt', '나루암로정 소개 자료입니다.', { title: '소개 자료' })
  ).id;
  secret = (
    await uploadDocument(server, admin, 'b.txt', '팀장 전용 지침입니다.', {
      title: '팀장 지침',
      audience: JSON.stringify({ roles: ['manager'] }),
    })
  ).id;
  await waitForDocument(server, admin, brochure);
  await waitForDocument(server, admin, secret);
});
afterAll(() => server.close());

type Person = Pick<TestPerson, 'token'>;
const call = async (method: string, path: string, person: Person, body?: unknown) => {
  const answer = await callApi<{ items: DocumentLinkDto[] } & Problem>(
    server.url,
    method,
    `/api/customers/${path}`,
    {
      token: person.token,
      body,
    },
  );
  return { status: answer.status, body: answer.body, code: answer.body?.code };
};
const link = (person: Person, code: string, body: object) => call('POST', `${code}/documents`, person, body);
const list = async (person: Person, code = 'C01') =>
  (await call('GET', `${code}/documents`, person)).body.items;

test('a rep links a document to an own visit, an own sale and an assigned customer, and takes it back', async () => {
  expect(await link(rep, 'C01', { documentId: brochure, interactionId: 1 })).toMatchObject({ status: 201 });
  expect(await link(rep, 'C01', { documentId: brochure, salesRecordId: 71 })).toMatchObject({ status: 201 });
  expect(await link(rep, 'C01', { documentId: brochure })).toMatchObject({ status: 201 });
  expect(await link(rep, 'C01', { documentId: brochure })).toMatchObject({
    status: 409,
    code: 'already_exists',
  });
  const items = await list(rep);
  expect(items).toHaveLength(3);
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...{ documentId: brochure, title: '소개 자료', linkedTo: 'interaction', interactionId: 1 },
        ...{ day: '2026-09-02', employeeName: '한가람', about: '방문', linkedBy: '한가람', mayUnlink: true },
      }),
      expect.objectContaining({ linkedTo: 'sale', salesRecordId: 71, about: '나루암로정 5mg' }),
      expect.objectContaining({ linkedTo: 'customer', day: null }),
    ]),
  );
  const { body: sheet } = await callApi<CustomerSheetDto>(server.url, 'GET', '/api/stats/customers/C01', {
    token: rep.token,
  });
  expect(sheet.documents).toEqual(items);

  for (const query of ['?interactionId=1', '?salesRecordId=71', '']) {
    expect((await call('DELETE', `C01/documents/${brochure}${query}`, rep)).status).toBe(204);
    expect((await call('DELETE', `C01/documents/${brochure}${query}`, rep)).code).toBe('not_found');
  }
  expect(await list(rep)).toEqual([]);
  const [events] = await server.services.database.sequelize.query(
    `SELECT name FROM system_trace_logs WHERE employee_id = ${rep.id} AND name LIKE 'document.%link' ORDER BY name`,
  );
  expect(events.map((event) => (event as { name: string }).name)).toEqual([
    ...['document.link', 'document.link', 'document.link'],
    ...['document.unlink', 'document.unlink', 'document.unlink'],
  ]);
});

test('who may: own visits, the team’s for its manager, all for an admin', async () => {
  const onColleagues = { documentId: brochure, interactionId: 2 };
  // The colleague's visit to the own customer is seen, and is the colleague's.
  expect((await link(rep, 'C01', onColleagues)).code).toBe('forbidden');
  expect((await link(analyst, 'C01', onColleagues)).code).toBe('forbidden');
  expect((await link(analyst, 'C01', { documentId: brochure })).code).toBe('forbidden');
  expect((await link(manager, 'C01', onColleagues)).status).toBe(201);
  expect((await link({ token: admin }, 'C02', { documentId: brochure, interactionId: 3 })).status).toBe(201);
  expect((await list(rep)).map(({ mayUnlink }) => mayUnlink)).toEqual([false]);
  expect((await call('DELETE', `C01/documents/${brochure}?interactionId=2`, rep)).code).toBe('forbidden');
});

test('what a person may not see is not there: customer, visit, sale, document', async () => {
  expect((await call('GET', 'C02/documents', rep)).code).toBe('not_found');
  expect((await call('GET', 'NONE/documents', rep)).code).toBe('not_found');
  for (const [code, body] of [
    ['C02', { documentId: brochure }],
    ['C02', { documentId: brochure, interactionId: 3 }],
    ['C01', { documentId: brochure, interactionId: 3 }],
    ['C01', { documentId: brochure, interactionId: 999 }],
    ['C01', { documentId: brochure, salesRecordId: 72 }],
    ['C01', { documentId: secret }],
    ['C01', { documentId: '00000000-0000-4000-8000-000000000000' }],
  ] as const) {
    expect([body, (await link(rep, code, body)).code]).toEqual([body, 'not_found']);
  }
  expect((await link(manager, 'C01', { documentId: secret, interactionId: 2 })).status).toBe(201);
  expect((await list(manager)).map(({ title }) => title)).toContain('팀장 지침');
  expect((await list(rep)).map(({ title }) => title)).not.toContain('팀장 지침');
  expect((await call('DELETE', `C01/documents/${secret}?interactionId=2`, rep)).code).toBe('forbidden');
});

test('a contact and a sale at once is one too many', async () => {
  const { status, body } = await link(rep, 'C01', {
    documentId: brochure,
    interactionId: 1,
    salesRecordId: 71,
  });
  expect([status, body.errors![0]!.path]).toEqual([400, 'salesRecordId']);
});

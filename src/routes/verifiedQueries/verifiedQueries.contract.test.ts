import type { SpanDto } from '../../shared/audit';
import type { ChatEvent } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import type { VerifiedQueryDto } from '../../shared/verifiedQueries';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createTestDatabase } from '../../test/database';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { callsTools, says } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedModel } from '../../test/scriptedModel/scriptedModel';
import { startTestServer, type TestServer } from '../../test/server';

const path = '/api/verified-queries';

let server: TestServer;
let admin: string;
let people: Record<'rep' | 'colleague' | 'manager' | 'analyst', TestPerson>;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  const register = (role: 'rep' | 'manager' | 'analyst', name: string) =>
    createPerson(server, admin, { role, name, team: role === 'analyst' ? '분석팀' : '서울1팀' });
  people = {
    rep: await register('rep', '한가람'),
    colleague: await register('rep', '오세린'),
    manager: await register('manager', '정해솔'),
    analyst: await register('analyst', '류다온'),
  };
  const { rep, colleague } = people;
  // Every month of two years, so that whatever day it is there are sales in any month that is asked for.
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, region, grade) VALUES
    (1, 'C01', '한빛내과의원', '의원', '서울 마포구', 'A'), (2, 'C02', '새론약국', '약국', '서울 마포구', 'A');
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
    (1, 'P01', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100);
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES
    (${rep.id}, 1, '2020-01-01'), (${colleague.id}, 2, '2020-01-01');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    SELECT month::date, person, customer, 1, 1, amount
    FROM generate_series(now() - interval '2 years', now(), interval '1 month') AS month,
      (VALUES (${rep.id}, 1, 1000), (${colleague.id}, 2, 70000)) AS sale (person, customer, amount);`);
});
afterAll(() => server?.close());

const call = <Body = VerifiedQueryDto>(method: string, to: string, token: string, body?: object) =>
  callApi<Body>(server.url, method, to, { token, ...(body ? { body } : {}) });
const byHand = (question: string, query: object = {}) => ({
  question,
  statement: {
    kind: 'figures',
    subject: 'sales',
    query: { metrics: ['amount'], dimensions: ['customer'], period: { unit: 'month', moved: 0 }, ...query },
  },
});

async function ask(person: TestPerson, question: string): Promise<ChatEvent[]> {
  const chat = await openChat(server.url, person.token);
  try {
    return await chat.ask(question);
  } finally {
    chat.close();
  }
}
const tableOf = (events: ChatEvent[]) => events.find((event) => event.type === 'table');
const endOf = (events: ChatEvent[]) => events.find((event) => event.type === 'turn-completed');

async function traceOf(turnId: string): Promise<SpanDto | undefined> {
  const { body } = await call<Page<SpanDto>>('GET', `/api/audit/turns/${turnId}/trace`, people.analyst.token);
  return body.items.find(({ name }) => name === 'verified-queries');
}

test('what a turn asked and ran is approved with one call; last month stays last month', async () => {
  const [{ turnId }] = (await ask(people.rep, '지난달 거래처별 매출 보여줘')) as [ChatEvent];
  const approved = await call('POST', path, people.analyst.token, { turnId });
  expect(approved).toMatchObject({
    status: 201,
    body: {
      question: '지난달 거래처별 매출 보여줘',
      statement: { kind: 'figures', subject: 'sales', query: { period: { unit: 'month', moved: -1 } } },
      brokenReason: null,
      approvedBy: '류다온',
      turnId,
    },
  });
  const again = await call('POST', path, people.analyst.token, { turnId });
  expect([again.status, again.body]).toMatchObject([409, { code: 'already_exists' }]);
});

test('a turn of somebody else is not there for who may not look into turns, nor one without a query', async () => {
  const [{ turnId }] = (await ask(people.rep, '안녕하세요')) as [ChatEvent];
  expect((await call('POST', path, admin, { turnId })).status).toBe(404);
  const none = await call('POST', path, people.analyst.token, { turnId });
  expect([none.status, none.body]).toMatchObject([400, { errors: [{ path: 'turnId' }] }]);
});

describe('an approved query', () => {
  const question = '효자 거래처 알려줘';
  let id: number;
  beforeAll(async () => {
    const query = { period: { unit: 'month', last: 3 }, order: { by: 'amount', direction: 'desc' } };
    id = (await call('POST', path, admin, byHand(question, query))).body.id;
  });

  test('answers a question like its own with the rights of whoever asks, and is named', async () => {
    const own = await ask(people.rep, '효자 거래처는 어디야?');
    expect(tableOf(own)).toMatchObject({
      rows: [{ customer: '한빛내과의원' }],
      scope: '본인 실적과 현재 담당 거래처 기준',
    });
    expect(endOf(own)).toMatchObject({ text: expect.stringContaining('확인된 조회 사용') as string });
    expect(await traceOf(own[0]!.turnId)).toMatchObject({
      kind: 'link',
      output: { used: { id, question, similarity: 1 } },
    });
    const colleagues = await ask(people.colleague, '효자 거래처는?');
    expect(tableOf(colleagues)).toMatchObject({ rows: [{ customer: '새론약국' }] });
    expect(JSON.stringify(colleagues)).not.toContain('한빛내과의원');
    const all = await ask(people.analyst, 'which 효자 거래처?');
    expect(tableOf(all)).toMatchObject({ rows: [{ customer: '새론약국' }, { customer: '한빛내과의원' }] });
  });

  test('takes the time the question names', async () => {
    const events = await ask(people.rep, '2026년 1월 효자 거래처는?');
    expect(tableOf(events)).toMatchObject({
      definition: expect.stringContaining('2026-01-01 ~ 2026-01-31') as string,
    });
  });

  test('leaves a question alone that asks for something else', async () => {
    for (const other of ['효자 거래처 상위 3곳', '효자 제품 알려줘']) {
      const events = await ask(people.rep, other);
      expect(await traceOf(events[0]!.turnId)).toMatchObject({ output: { used: null } });
      expect(endOf(events)).not.toMatchObject({ text: expect.stringContaining('확인된 조회') as string });
    }
  });

  test('is an example in the prompt of a real model', async () => {
    const model = await startScriptedModel();
    const database = await createTestDatabase();
    const chatModel = { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' };
    const other = await startTestServer({ chatModel }, 'migrated', database);
    try {
      const token = await createAdmin(other);
      await callApi(other.url, 'POST', path, { token, body: byHand('효자 거래처 알려줘') });
      model.script(callsTools({ name: 'search_documents', arguments: { query: '효자' } }), says('없습니다.'));
      const chat = await openChat(other.url, token);
      await chat.ask('효자 거래처는 어디야?');
      chat.close();
      const [system] = model.requests[0]!.body.messages;
      expect(JSON.stringify(system)).toContain('- 효자 거래처 알려줘 -> query_sales {');
    } finally {
      await other.close();
      await model.close();
    }
  });

  test('is changed and removed, each time on record', async () => {
    const changed = await call('PATCH', `${path}/${id}`, people.analyst.token, {
      question: '알짜 거래처 알려줘',
    });
    expect(changed.body).toMatchObject({ question: '알짜 거래처 알려줘', approvedBy: '류다온' });
    expect(tableOf(await ask(people.rep, '알짜 거래처는?'))).toBeDefined();
    expect((await call('DELETE', `${path}/${id}`, admin)).status).toBe(204);
    expect((await call('DELETE', `${path}/${id}`, admin)).status).toBe(404);
    expect(tableOf(await ask(people.rep, '알짜 거래처는?'))).toBeUndefined();
    const [rows] = await server.services.database.sequelize.query(
      `SELECT name FROM system_trace_logs WHERE name LIKE 'verifiedQuery.%' AND input ->> 'id' = '${id}'
       ORDER BY started_at`,
    );
    expect(rows).toEqual(['approve', 'change', 'remove'].map((what) => ({ name: `verifiedQuery.${what}` })));
  });
});

test.each([
  ['an unknown metric', byHand('이익 순위', { metrics: ['profit'] }), 'metrics'],
  [
    'an order by no column',
    byHand('거래처 순위', { order: { by: 'quantity', direction: 'desc' } }),
    'quantity',
  ],
  ['a customer that does not exist', byHand('없는 곳 매출', { filters: { customers: ['C99'] } }), 'C99'],
  [
    'a customer its question does not name',
    byHand('전략 거래처', { filters: { customers: ['C01'] } }),
    'C01',
  ],
  [
    'a team its question does not name',
    byHand('우리 팀 거래처', { filters: { teams: ['서울1팀'] } }),
    '서울1팀',
  ],
])('%s is refused with what is wrong', async (_, body, said) => {
  const answer = await call('POST', path, people.analyst.token, body);
  expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ path: 'statement.query' }] }]);
  expect(JSON.stringify(answer.body)).toContain(said);
});

test('a query of a customer is nothing for whoever does not know that customer', async () => {
  const question = '한빛내과의원 효자 품목';
  const named = byHand(question, { dimensions: ['product'], filters: { customers: ['한빛내과의원'] } });
  const { body } = await call('POST', path, people.analyst.token, named);
  expect(body.statement.query).toMatchObject({ filters: { customers: ['C01'] } });
  expect(tableOf(await ask(people.rep, `${question}은?`))).toMatchObject({
    rows: [{ product: '나루암로정 5mg' }],
  });
  const strange = await ask(people.colleague, `${question}은?`);
  expect(tableOf(strange)).toBeUndefined();
  expect(await traceOf(strange[0]!.turnId)).toMatchObject({ output: { used: null, offered: [] } });
});

test('one that no longer passes is broken: listed with its reason and not used, until it passes again', async () => {
  const { sequelize } = server.services.database;
  const { id } = (
    await call('POST', path, admin, byHand('나루암로정 단골 거래처', { filters: { products: ['P01'] } }))
  ).body;
  await sequelize.query(`UPDATE products SET code = 'P77' WHERE code = 'P01'`);
  expect(await server.services.verifiedQueries.checkAll()).toBeGreaterThan(0);
  const listed = await call<Page<VerifiedQueryDto>>('GET', path, people.analyst.token);
  expect(listed.body.items.find((entry) => entry.id === id)?.brokenReason).toMatchObject({
    ko: expect.stringContaining('P01') as string,
  });
  expect(await traceOf((await ask(people.rep, '나루암로정 단골 거래처'))[0]!.turnId)).not.toMatchObject({
    output: { used: { id } },
  });
  await sequelize.query(`UPDATE products SET code = 'P01' WHERE code = 'P77'`);
  const checked = await call('POST', `${path}/${id}/check`, people.analyst.token);
  expect(checked.body).toMatchObject({ id, brokenReason: null });
});

test('all are checked when migrations are done, whoever ran them', async () => {
  const database = await createTestDatabase();
  const first = await startTestServer({}, 'migrated', { ...database, remove: async () => {} });
  const token = await createAdmin(first);
  await callApi(first.url, 'POST', path, { token, body: byHand('효자 거래처') });
  // As if a release had taken the metric out of the semantic model.
  await first.services.database.sequelize.query(
    `UPDATE verified_queries SET query = jsonb_set(query, '{query,metrics}', '["profit"]')`,
  );
  await first.close();
  const second = await startTestServer({}, 'migrated', database);
  try {
    const rows = await second.services.repositories.verifiedQueries.all();
    expect(rows).toMatchObject([{ brokenReason: { en: expect.stringContaining('metrics') as string } }]);
    expect(await second.services.verifiedQueries.usable()).toEqual([]);
  } finally {
    await second.close();
  }
});

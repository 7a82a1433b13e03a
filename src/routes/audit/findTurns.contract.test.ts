import { QueryTypes } from 'sequelize';
import type { AuditTurnDto, TurnChoicesDto, TurnFilter } from '../../shared/audit';
import type { Page } from '../../shared/problem';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;
let analyst: TestPerson;
/** A turn the rep asked in a chat, answered by a query. */
let asked: AuditTurnDto;

const sql = <Row extends object>(text: string, bind: Record<string, unknown> = {}) =>
  server.services.database.sequelize.query<Row>(text, { bind, type: QueryTypes.SELECT });

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', name: '한가람', team: '서울1팀' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, region, grade) VALUES (1, 'C01', '한빛내과의원', '의원', '서울 마포구', 'A');
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
    (1, 'P01', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100);
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (${rep.id}, 1, '2020-01-01');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    SELECT month::date, ${rep.id}, 1, 1, 1, 1000 FROM generate_series(now() - interval '2 years', now(), interval '1 month') AS month`);
  const chat = await openChat(server.url, rep.token);
  const [first] = await chat.ask('지난달 한빛내과의원 나루암로정 5mg 매출은 얼마야?');
  await chat.socket.emitWithAck('chat:feedback', { turnId: first!.turnId, rating: 'down' });
  chat.close();
  await server.services.repositories.turnFacts.setFlags(first!.turnId, ['low_evidence', 'low_evidence']);
  asked = (await find({}))[0]!;
});
afterAll(() => server?.close());

const call = <Body>(method: string, path: string, body?: object, by = analyst) =>
  callApi<Body>(server.url, method, path, { token: by.token, ...(body ? { body } : {}) });

async function page(filter: object): Promise<Page<AuditTurnDto>> {
  const query = new URLSearchParams(filter as Record<string, string>);
  const { status, body } = await call<Page<AuditTurnDto>>('GET', `/api/audit/turns?${query.toString()}`);
  expect(status).toBe(200);
  return body;
}
const find = async (filter: TurnFilter) => (await page(filter)).items;

test('a turn says what it was about, what it used and what was thought of it', () => {
  expect(asked).toMatchObject({
    employee: { name: '한가람', team: '서울1팀' },
    status: 'completed',
    tools: ['query_sales'],
    products: [{ code: 'P01', name: '나루암로정 5mg' }],
    customers: [{ code: 'C01', name: '한빛내과의원' }],
    feedback: 'down',
    evidence: null,
    errorCode: null,
    flags: ['low_evidence'],
  });
  expect(asked.latencyMs).toBeGreaterThan(0);
  expect(asked.firstTokenMs).toBeLessThanOrEqual(asked.latencyMs! + 1_000);
});

test.each<[keyof TurnFilter, (turn: AuditTurnDto) => unknown, unknown]>([
  ['employeeNo', ({ employee }) => employee.employeeNo, 'nobody'],
  ['team', ({ employee }) => employee.team, '부산팀'],
  ['status', ({ status }) => status, 'failed'],
  ['tool', ({ tools }) => tools[0], 'run_sql'],
  ['product', ({ products }) => products[0]!.code, 'P02'],
  ['customer', ({ customers }) => customers[0]!.code, 'C02'],
  ['model', ({ model }) => model, 'another'],
  ['feedback', ({ feedback }) => feedback, 'up'],
  ['flag', ({ flags }) => flags[0], 'personal_data'],
  ['minMs', ({ latencyMs }) => latencyMs, 1e8],
  ['maxMs', ({ latencyMs }) => latencyMs, 0],
  ['minCostKrw', ({ costKrw }) => costKrw, 1],
  ['maxCostKrw', ({ costKrw }) => costKrw, undefined],
  ['q', () => '매출 한빛내과', '매출 없는말'],
])('%s finds it, and not with another value', async (name, own, other) => {
  expect((await find({ [name]: own(asked) })).map(({ turnId }) => turnId)).toEqual([asked.turnId]);
  if (other !== undefined) expect(await find({ [name]: other })).toEqual([]);
});

test.each([
  ['two syllables', '매출', 1],
  ['inside a word with its particle', '암로정', 1],
  ['all of several words', '나루암로정 얼마', 1],
  ['one of them missing', '나루암로정 방문', 0],
  ['as it stands in quotes', '"5mg 매출은"', 1],
  ['in quotes, but apart', '"나루암로정 매출은"', 0],
  ['small and large letters', '5MG', 1],
  ['a single letter', '정', 1],
  ['wildcards are letters', '%_%', 0],
  ['pairs of letters that stand apart', '한빛내매출', 0],
])('text: %s', async (_, q, count) => {
  expect(await find({ q })).toHaveLength(count);
});

test('an opinion that is taken back is gone from the search', async () => {
  const chat = await openChat(server.url, rep.token);
  const say = (rating: string | null) =>
    chat.socket.emitWithAck('chat:feedback', { turnId: asked.turnId, rating } as never);
  await say(null);
  expect(await find({ feedback: 'down' })).toEqual([]);
  expect(await find({ feedback: 'none' })).toHaveLength(1);
  await say('down');
  expect(await find({ feedback: 'down' })).toHaveLength(1);
  chat.close();
});

test('made anew from what is stored, the facts are the same', async () => {
  const facts = () => sql('SELECT * FROM turn_facts');
  const before = await facts();
  await sql('SELECT rebuild_turn_facts()');
  expect(await facts()).toEqual(before);
});

test('what there is to choose from', async () => {
  const { body } = await call<TurnChoicesDto>('GET', '/api/audit/turn-choices');
  expect(body).toMatchObject({
    teams: ['서울1팀'],
    tools: ['query_sales'],
    flags: ['low_evidence'],
    products: [{ code: 'P01' }],
    customers: [{ code: 'C01', name: '한빛내과의원' }],
  });
});

describe('many turns', () => {
  const count = 300;
  /** Turns of two years, the older the fewer, at times that some share. */
  beforeAll(async () => {
    await server.services.database.sequelize.query(`
      INSERT INTO conversations (id, employee_id, title) VALUES (md5('chat')::uuid, ${rep.id}, '대화');
      INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at, finished_at)
      SELECT gen_random_uuid(), md5('chat')::uuid, ${rep.id}, n, CASE WHEN n % 7 = 0 THEN 'failed' ELSE 'completed' END,
        md5('process')::uuid, at, at + n * interval '37 ms'
      FROM (SELECT n, date_trunc('milliseconds', now() - interval '1 hour' - (n / 2 * n / 2) * interval '45 minutes') AS at
            FROM generate_series(1, ${count}) AS n) AS placed;
      INSERT INTO chat_history (turn_id, conversation_id, role, content, status, created_at)
      SELECT id, conversation_id, 'user', CASE WHEN client_message_id::integer % 3 = 0 THEN '혈압이 높은 환자는?' ELSE '당뇨 환자는?' END,
        'completed', started_at FROM turns WHERE conversation_id = md5('chat')::uuid;
      INSERT INTO chat_history (turn_id, conversation_id, role, content, status, created_at, model)
      SELECT id, conversation_id, 'assistant', CASE WHEN client_message_id::integer % 50 = 0 THEN '간이식 후에는' ELSE '용량은' END,
        status, finished_at, 'model' FROM turns WHERE conversation_id = md5('chat')::uuid;
      SELECT rebuild_turn_facts()`);
  });

  test.each<[string, TurnFilter, string]>([
    ['nothing', {}, 'true'],
    ['a word that many have', { q: '혈압' }, `said LIKE '%혈압%'`],
    ['a word that few have', { q: '간이식' }, `said LIKE '%간이식%'`],
    ['words of question and answer', { q: '혈압 간이식' }, `said LIKE '%혈압%' AND said LIKE '%간이식%'`],
    ['status', { status: 'failed' }, `status = 'failed'`],
    ['status and word', { status: 'failed', q: '당뇨' }, `status = 'failed' AND said LIKE '%당뇨%'`],
    ['time it took', { minMs: 1_000, maxMs: 3_000 }, 'latency_ms BETWEEN 1000 AND 3000'],
    ['model and a single letter', { model: 'model', q: '용' }, `model = 'model' AND said LIKE '%용%'`],
  ])('pages by %s are all there is, in order', async (_, filter, where) => {
    const wanted = await sql<{ id: string }>(
      `SELECT turn_id AS id FROM turn_facts WHERE ${where} ORDER BY started_at DESC, turn_id DESC`,
    );
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const { items, nextCursor }: Page<AuditTurnDto> = await page({
        ...filter,
        limit: 40,
        ...(cursor ? { cursor } : {}),
      });
      found.push(...items.map(({ turnId }) => turnId));
      cursor = nextCursor;
    } while (cursor);
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(wanted.map(({ id }) => id));
  });

  test('days bound the search, and count whole', async () => {
    const [{ day }] = (await sql<{ day: string }>(
      `SELECT to_char(started_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD') AS day FROM turn_facts
       WHERE said LIKE '%간이식%' ORDER BY started_at LIMIT 1`,
    )) as [{ day: string }];
    const [{ turns }] = (await sql<{ turns: number }>(
      `SELECT count(*)::integer AS turns FROM turn_facts
       WHERE said LIKE '%간이식%' AND (started_at AT TIME ZONE 'Asia/Seoul')::date = $day`,
      { day },
    )) as [{ turns: number }];
    expect(await find({ q: '간이식', from: day, to: day })).toHaveLength(turns);
  });

  test('a page goes on where it ended, whatever has been asked since', async () => {
    const first = await page({ limit: 10 });
    const chat = await openChat(server.url, rep.token);
    await chat.ask('안녕하세요');
    chat.close();
    const second = await page({ limit: 10, cursor: first.nextCursor! });
    const both = await sql<{ id: string }>(
      `SELECT turn_id AS id FROM turn_facts WHERE started_at <= $newest
       ORDER BY started_at DESC, turn_id DESC LIMIT 20`,
      { newest: first.items[0]!.startedAt },
    );
    expect([...first.items, ...second.items].map(({ turnId }) => turnId)).toEqual(both.map(({ id }) => id));
  });
});

describe('filters that are kept', () => {
  type Saved = { id: string; name: string; isOwn: boolean; filter: TurnFilter };
  const list = async (by = analyst) =>
    (await call<Page<Saved>>('GET', '/api/audit/filters', undefined, by)).body.items;

  test('are saved, shared, renamed and deleted by whose they are, on the record', async () => {
    const colleague = await createPerson(server, admin, { role: 'analyst' });
    const filter = { q: '혈압', feedback: 'down' };
    const { status, body } = await call<Saved>('POST', '/api/audit/filters', { name: '불만', filter });
    expect([status, body.isOwn]).toEqual([201, true]);
    expect((await call('POST', '/api/audit/filters', { name: '불만', filter })).status).toBe(409);
    expect(await list(colleague)).toEqual([]);

    const change = (changes: object, by = analyst) =>
      call('PATCH', `/api/audit/filters/${body.id}`, changes, by);
    expect((await change({ shared: true, name: '혈압 불만' })).status).toBe(204);
    expect(await list(colleague)).toMatchObject([{ name: '혈압 불만', isOwn: false, filter }]);
    expect((await change({ name: '내 것' }, colleague)).status).toBe(404);

    expect((await call('DELETE', `/api/audit/filters/${body.id}`, undefined, colleague)).status).toBe(404);
    expect((await call('DELETE', `/api/audit/filters/${body.id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    const recorded = await sql<{ name: string }>(
      `SELECT DISTINCT name FROM system_trace_logs WHERE name LIKE 'audit.%-filter' AND employee_id = $id ORDER BY name`,
      { id: analyst.id },
    );
    expect(recorded.map(({ name }) => name)).toEqual([
      'audit.change-filter',
      'audit.delete-filter',
      'audit.save-filter',
    ]);
  });
});

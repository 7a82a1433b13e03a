import { randomUUID } from 'node:crypto';
import type {
  CostNumbersDto,
  FeedbackNumbersDto,
  GroundednessNumbersDto,
  LatencyNumbersDto,
  NumbersChoicesDto,
  UnansweredNumbersDto,
  UsageNumbersDto,
} from '../../shared/auditNumbers';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

interface Planted {
  by: TestPerson;
  chat: string;
  at: string;
  status?: string;
  question?: string;
  regenerates?: string;
  ms?: number;
  firstTextMs?: number;
  citations?: { quote: string }[];
  tables?: object[];
  grade?: 'found' | 'near' | 'none';
  model?: string;
  tokens?: [input: number, output: number, krw: number | null];
  errorCode?: string;
  modelMs?: number;
}

let server: TestServer;
let analyst: TestPerson;
let hana: TestPerson;
let duri: TestPerson;
const turns: Record<string, string> = {};

const run = (sql: string, bind: Record<string, unknown>) =>
  server.services.database.sequelize.query(sql, { bind });

/** A turn as it stands when it was written; its time is Korean. */
async function plant(name: string, given: Planted): Promise<void> {
  const {
    by,
    chat,
    status = 'completed',
    ms = 1000,
    citations = [],
    tables = [],
    tokens = [0, 0, 0],
  } = given;
  const turnId = (turns[name] = randomUUID());
  const startedAt = new Date(`${given.at}+09:00`);
  const finishedAt = status === 'running' ? null : new Date(startedAt.getTime() + ms);
  const turn = { turnId, chat, employeeId: by.id };
  await run(
    `INSERT INTO turns (id, conversation_id, employee_id, client_message_id, regenerates_turn_id, status, owner_process,
       started_at, finished_at, lease_until)
     VALUES ($turnId, $chat, $employeeId, $name, $regenerates, $status, $owner, $startedAt, $finishedAt,
       now() + interval '1 day')`,
    {
      ...{ ...turn, name, status, startedAt, finishedAt },
      regenerates: given.regenerates ? turns[given.regenerates] : null,
      owner: server.services.chatDependencies.processId,
    },
  );
  const message = `INSERT INTO chat_history (turn_id, conversation_id, role, content, citations, tables, model, input_tokens,
      output_tokens, cost_krw, status, error_code, created_at, proof)
    VALUES ($turnId, $chat, $role, $content, $citations, $tables, $model, $input, $output, $krw, $status, $errorCode,
      $startedAt, repeat('0', 64))`;
  const said = { turnId, chat, startedAt, errorCode: null, citations: '[]', tables: '[]', model: null };
  const nothing = { input: 0, output: 0, krw: null };
  await run(message, {
    ...{ ...said, ...nothing, role: 'user', status: 'completed' },
    content: given.question ?? `${name}의 질문`,
  });
  if (status === 'running') return;
  await run(message, {
    ...{ ...said, role: 'assistant', status, content: '답' },
    ...{ citations: JSON.stringify(citations), tables: JSON.stringify(tables), model: given.model ?? null },
    ...{ input: tokens[0], output: tokens[1], krw: tokens[2], errorCode: given.errorCode ?? null },
  });
  if (given.firstTextMs !== undefined) {
    await run(
      `INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload, created_at)
       VALUES ($chat, 1, $turnId, 'text-delta', '{}', $at)`,
      { chat, turnId, at: new Date(startedAt.getTime() + given.firstTextMs) },
    );
  }
  const span = (kind: string, spanName: string, durationMs: number, output: object) => ({
    ...{
      id: randomUUID(),
      turnId,
      parentId: null,
      employeeId: by.id,
      kind,
      name: spanName,
      input: { query: given.question ?? name },
      output,
    },
    ...{ error: null, startedAt, durationMs, requestId: null },
  });
  const spans = [
    ...(given.grade
      ? [
          span('tool', 'search_documents', 10, {
            artifact: { kind: 'passages', grade: given.grade, passages: [] },
          }),
        ]
      : []),
    ...(given.modelMs ? [span('model', 'scripted', given.modelMs, {})] : []),
  ];
  if (spans.length > 0) await server.services.repositories.traceLogs.append(spans as never);
}

async function newChat(by: TestPerson, deletedAt: Date | null = null): Promise<string> {
  const id = randomUUID();
  await run(
    'INSERT INTO conversations (id, employee_id, title, deleted_at) VALUES ($id, $by, $title, $deletedAt)',
    {
      ...{ id, deletedAt, by: by.id, title: '대화' },
    },
  );
  return id;
}

async function numbers<Dto>(what: string, query: string): Promise<Dto> {
  const { status, body } = await callApi<Dto>(server.url, 'GET', `/api/audit/numbers/${what}?${query}`, {
    token: analyst.token,
  });
  expect([what, query, status]).toEqual([what, query, 200]);
  return body;
}

const days = 'from=2026-03-01&to=2026-03-02';

beforeAll(async () => {
  server = await startTestServer();
  const admin = await createAdmin(server);
  analyst = await createPerson(server, admin, { role: 'analyst' });
  hana = await createPerson(server, admin, { role: 'rep', team: '서울팀', name: '김하나' });
  duri = await createPerson(server, admin, { role: 'rep', team: '부산팀', name: '이두리' });
  const first = await newChat(hana);
  const deleted = await newChat(hana, new Date());
  const [third, fourth, fifth] = [await newChat(duri), await newChat(duri), await newChat(duri)];
  const quoted = { quote: '1일 2회' };

  await plant('the last moment of February', { by: hana, chat: first, at: '2026-02-28T23:59:59.999' });
  await plant('midnight', {
    ...{ by: hana, chat: first, at: '2026-03-01T00:00:00', ms: 1000, firstTextMs: 200, modelMs: 100 },
    ...{ citations: [quoted, { quote: '' }], grade: 'found', model: 'big', tokens: [100, 10, 5.5] },
  });
  await plant('figures', {
    ...{ by: hana, chat: first, at: '2026-03-01T10:00:00', ms: 3000, modelMs: 900 },
    ...{ tables: [{ rows: [] }], model: 'planner' },
  });
  const unclear = { by: hana, chat: deleted, question: '반감기는?' };
  await plant('not known at first', {
    ...unclear,
    at: '2026-03-01T10:30:00',
    ms: 2000,
    grade: 'none',
    model: 'planner',
  });
  await plant('its second branch', {
    ...{ ...unclear, at: '2026-03-01T10:40:00', ms: 4000, regenerates: 'not known at first' },
    ...{ citations: [quoted], grade: 'near', model: 'big', tokens: [200, 20, 11] },
  });
  const broken = { by: duri, chat: third, question: '지난달 실적 보여줘' };
  await plant('interrupted', {
    ...{ ...broken, at: '2026-03-02T12:00:00', status: 'interrupted', errorCode: 'turn_interrupted' },
  });
  await plant('stopped', { by: duri, chat: third, at: '2026-03-02T13:00:00', status: 'stopped' });
  await plant('running', { by: duri, chat: fourth, at: '2026-03-02T14:00:00', status: 'running' });
  await plant('not known', {
    ...{ by: duri, chat: fifth, at: '2026-03-02T15:00:00', ms: 500, question: '탕비실 커피는?' },
    ...{ grade: 'near', model: 'unpriced', tokens: [50, 5, null] },
  });
  await plant('failed', {
    ...{ ...broken, at: '2026-03-02T23:59:59.999', status: 'failed', errorCode: 'internal' },
  });
  await plant('the first moment of the third', { by: duri, chat: third, at: '2026-03-03T00:00:00' });

  for (const [name, rating, reason, by] of [
    ['midnight', 'up', null, hana],
    ['figures', 'down', 'wrong', hana],
    ['not known', 'down', null, duri],
  ] as const) {
    const opinion = { turnId: turns[name]!, employeeId: by.id, rating, reason, comment: null };
    await server.services.database.sequelize.transaction((transaction) =>
      server.services.repositories.feedback.save(opinion, transaction),
    );
  }
  const refusal = (at: string) => ({
    ...{ id: randomUUID(), turnId: null, parentId: null, employeeId: duri.id, kind: 'event' as const },
    ...{ name: 'chat:send refused', input: null, output: null, error: 'too_many_questions' },
    ...{ startedAt: new Date(`${at}+09:00`), durationMs: 0, requestId: null },
  });
  await server.services.repositories.traceLogs.append(
    ['2026-03-02T00:00:00', '2026-03-02T09:00:00', '2026-03-03T00:00:00'].map(refusal),
  );
});
afterAll(() => server.close());

const noTurns = {
  ...{
    turns: 0,
    completed: 0,
    stopped: 0,
    failed: 0,
    interrupted: 0,
    running: 0,
    people: 0,
    conversations: 0,
  },
};

describe.each([
  ['as written', () => Promise.resolve()],
  ['as far as they are made', makeAll],
])('numbers %s', (_how, prepare) => {
  beforeAll(prepare);

  it('counts turns, people and chats by Korean days', async () => {
    const { total, items } = await numbers<UsageNumbersDto>('usage', days);
    expect(total).toEqual({
      ...{
        turns: 9,
        completed: 5,
        stopped: 1,
        failed: 1,
        interrupted: 1,
        running: 1,
        people: 2,
        conversations: 5,
      },
    });
    expect(items).toEqual([
      { start: '2026-03-01', ...noTurns, turns: 4, completed: 4, people: 1, conversations: 2 },
      {
        ...{ start: '2026-03-02', turns: 5, completed: 1, stopped: 1, failed: 1, interrupted: 1, running: 1 },
        ...{ people: 1, conversations: 3 },
      },
    ]);
  });

  it('counts them by hours, weeks and months, without a gap', async () => {
    const turnsOf = async (query: string) =>
      (await numbers<UsageNumbersDto>('usage', query)).items.map((item) => [item.start, item.turns] as const);
    const hours = await turnsOf(`${days}&by=hour`);
    expect(hours).toHaveLength(48);
    expect(hours.filter(([, count]) => count > 0)).toEqual([
      ['2026-03-01T00', 1],
      ['2026-03-01T10', 3],
      ['2026-03-02T12', 1],
      ['2026-03-02T13', 1],
      ['2026-03-02T14', 1],
      ['2026-03-02T15', 1],
      ['2026-03-02T23', 1],
    ]);
    // The first of March is a Sunday.
    expect(await turnsOf('from=2026-02-28&to=2026-03-10&by=week')).toEqual([
      ['2026-02-23', 5],
      ['2026-03-02', 6],
      ['2026-03-09', 0],
    ]);
    expect(await turnsOf('from=2026-02-01&to=2026-04-01&by=month')).toEqual([
      ['2026-02', 1],
      ['2026-03', 10],
      ['2026-04', 0],
    ]);
  });

  it('counts of a team, a person and a model alone', async () => {
    const total = async (filter: string) =>
      (await numbers<UsageNumbersDto>('usage', `${days}&${filter}`)).total;
    expect(await total(`team=${encodeURIComponent('부산팀')}`)).toMatchObject({ turns: 5, people: 1 });
    expect(await total(`employeeNo=${hana.employeeNo}`)).toMatchObject({ turns: 4, conversations: 2 });
    expect(await total('model=big')).toMatchObject({ turns: 2, completed: 2 });
    expect(await total('employeeNo=nobody')).toEqual(noTurns);
    expect(await numbers<NumbersChoicesDto>('choices', days)).toEqual({
      teams: ['부산팀', '서울팀'],
      models: ['big', 'planner', 'unpriced'],
    });
  });

  it('counts what was not answered: refused, not known by the last answer, failed', async () => {
    const found = await numbers<UnansweredNumbersDto>('unanswered', days);
    expect(found).toMatchObject({
      ...{ turns: 9, notKnown: 1, failed: 1, interrupted: 1, truncated: false },
      refused: { total: 2, codes: [{ code: 'too_many_questions', count: 2 }] },
    });
    expect(found.notKnownQuestions).toEqual([
      expect.objectContaining({
        ...{ question: '탕비실 커피는?', count: 1 },
        examples: [expect.objectContaining({ turnId: turns['not known'] })],
      }),
    ]);
    expect(found.failedQuestions).toEqual([
      {
        ...{
          question: '지난달 실적 보여줘',
          count: 2,
          people: 1,
          errorCodes: ['internal', 'turn_interrupted'],
        },
        lastAskedAt: '2026-03-02T14:59:59.999Z',
        examples: [
          expect.objectContaining({ turnId: turns.failed }),
          expect.objectContaining({ turnId: turns.interrupted }),
        ],
      },
    ]);
    expect((await numbers<UnansweredNumbersDto>('unanswered', `${days}&model=big`)).refused).toBeNull();
  });

  it('counts what answers stand on', async () => {
    const { total, byDay } = await numbers<GroundednessNumbersDto>('groundedness', days);
    expect(total).toEqual({
      ...{ answers: 5, cited: 2, withFigures: 1, grounded: 3, found: 1, near: 2, none: 1, notSearched: 1 },
      ...{ citations: 3, quotes: 2 },
    });
    expect(byDay[1]).toEqual({
      ...{ day: '2026-03-02', answers: 1, cited: 0, withFigures: 0, grounded: 0 },
      ...{ found: 0, near: 1, none: 0, notSearched: 0 },
    });
  });

  it('counts opinions by the day of the answer', async () => {
    const { total, byDay, reasons, latest } = await numbers<FeedbackNumbersDto>('feedback', days);
    expect(total).toEqual({ answers: 5, up: 1, down: 2 });
    expect(byDay).toEqual([
      { day: '2026-03-01', answers: 4, up: 1, down: 1 },
      { day: '2026-03-02', answers: 1, up: 0, down: 1 },
    ]);
    expect(reasons).toEqual([
      { reason: 'wrong', count: 1 },
      { reason: null, count: 1 },
    ]);
    expect(latest.map(({ turnId }) => turnId)).toEqual([turns['not known'], turns.figures]);
  });

  it('measures answers, first texts and steps', async () => {
    const { total, firstText, byDay, steps } = await numbers<LatencyNumbersDto>('latency', days);
    expect(total).toEqual({ count: 5, p50: 2000, p95: 4000, p99: 4000 });
    expect(firstText).toEqual({ count: 1, p50: 200, p95: 200, p99: 200 });
    expect(byDay[1]!.total).toEqual({ count: 1, p50: 500, p95: 500, p99: 500 });
    const model = steps.find(({ kind }) => kind === 'model')!;
    expect(model).toMatchObject({ name: 'scripted', count: 2 });
    expect(Math.abs(model.p50! / 100 - 1)).toBeLessThan(0.05);
    expect(Math.abs(model.p99! / 900 - 1)).toBeLessThan(0.05);
    expect(steps.find(({ kind }) => kind === 'tool')).toMatchObject({ name: 'search_documents', count: 4 });
    const ofHana = await numbers<LatencyNumbersDto>('latency', `${days}&employeeNo=${hana.employeeNo}`);
    expect(ofHana.steps.map(({ kind, count }) => [kind, count])).toEqual([
      ['model', 2],
      ['tool', 3],
    ]);
  });

  it('sums tokens and cost up by day, person, team and model', async () => {
    const { total, byDay, byPerson, byTeam, byModel } = await numbers<CostNumbersDto>('cost', days);
    expect(total).toEqual({ turns: 9, inputTokens: 350, outputTokens: 35, costKrw: 16.5, unpriced: 1 });
    expect(byDay).toEqual([
      { day: '2026-03-01', turns: 4, inputTokens: 300, outputTokens: 30, costKrw: 16.5, unpriced: 0 },
      { day: '2026-03-02', turns: 5, inputTokens: 50, outputTokens: 5, costKrw: 0, unpriced: 1 },
    ]);
    expect(byPerson.map(({ name, team, turns: count, costKrw }) => [name, team, count, costKrw])).toEqual([
      ['김하나', '서울팀', 4, 16.5],
      ['이두리', '부산팀', 5, 0],
    ]);
    expect(byTeam.map(({ team, inputTokens }) => [team, inputTokens])).toEqual([
      ['서울팀', 300],
      ['부산팀', 50],
    ]);
    expect(new Map(byModel.map(({ model, turns: count }) => [model, count]))).toEqual(
      new Map([
        ['big', 2],
        ['planner', 2],
        ['unpriced', 1],
        [null, 4],
      ]),
    );
  });

  it('has zeros where nothing was asked', async () => {
    const empty = 'from=2020-01-01&to=2020-01-02';
    const { total, items } = await numbers<UsageNumbersDto>('usage', empty);
    expect([total, items]).toEqual([
      noTurns,
      ['2020-01-01', '2020-01-02'].map((start) => ({ start, ...noTurns })),
    ]);
    expect((await numbers<LatencyNumbersDto>('latency', empty)).total).toEqual({
      ...{ count: 0, p50: null, p95: null, p99: null },
    });
    expect((await numbers<CostNumbersDto>('cost', empty)).byPerson).toEqual([]);
    expect((await numbers<GroundednessNumbersDto>('groundedness', empty)).total.answers).toBe(0);
    expect((await numbers<FeedbackNumbersDto>('feedback', empty)).latest).toEqual([]);
    expect((await numbers<UnansweredNumbersDto>('unanswered', empty)).refused).toEqual({
      total: 0,
      codes: [],
    });
  });
});

it('makes an hour only when no turn of it runs any more', async () => {
  const { numberRollups } = server.services.repositories;
  await makeAll();
  expect((await numberRollups.madeUntil())?.toISOString()).toBe('2026-03-02T05:00:00.000Z');
  await run(`UPDATE turns SET status = 'stopped', finished_at = started_at WHERE id = $id`, {
    id: turns.running,
  });
  await makeAll();
  expect((await numberRollups.madeUntil())!.getTime()).toBeGreaterThan(Date.parse('2026-03-02T16:00:00Z'));
  const { total } = await numbers<UsageNumbersDto>('usage', days);
  expect(total).toMatchObject({ turns: 9, stopped: 2, running: 0, people: 2, conversations: 5 });
});

it.each([
  'from=2026-03-02&to=2026-03-01',
  'from=2024-01-01&to=2026-03-01',
  'from=2026-01-01&to=2026-03-01&by=hour',
  'from=yesterday&to=2026-03-01',
])('refuses %s', async (query) => {
  const answer = await callApi(server.url, 'GET', `/api/audit/numbers/usage?${query}`, {
    token: analyst.token,
  });
  expect(answer.status).toBe(400);
});

it('records each look', async () => {
  await numbers('cost', `${days}&model=big`);
  const [looks] = await server.services.database.sequelize.query(
    `SELECT employee_id, input FROM system_trace_logs WHERE name = 'audit.numbers-cost' ORDER BY recorded_at DESC LIMIT 1`,
  );
  expect(looks).toEqual([
    { employee_id: analyst.id, input: { from: '2026-03-01', to: '2026-03-02', model: 'big' } },
  ]);
});

async function makeAll(): Promise<void> {
  while (await server.services.repositories.numberRollups.makeNext(new Date('2026-03-04T00:00:00+09:00')));
}

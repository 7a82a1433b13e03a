import { setTimeout as pause } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import type { SpanDto } from '../../shared/audit';
import type { ChatEvent } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import type {
  AssignedFlags,
  EvaluationCaseDto,
  FlagCounts,
  FlagDto,
  FlagRuleDto,
  ScoreDto,
  TurnFlagsDto,
} from '../../shared/review';
import { callApi, type Answer } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { tireless } from '../../test/chatLimits';
import { createTestDatabase } from '../../test/database';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { patienceMs } from '../../test/patience';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let rep: TestPerson;
let analyst: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ chatLimits: tireless });
  const admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', name: '한가람' });
  analyst = await createPerson(server, admin, { role: 'analyst', name: '류다온' });
  colleague = await createPerson(server, admin, { role: 'analyst', name: '문세아' });
  const { id } = await uploadDocument(
    server,
    admin,
    '반품 규정.txt',
    '반품 규정\n반품은 출고 뒤 30일 안에 접수한다. 냉장 제품은 반품할 수 없다.',
  );
  await waitForDocument(server, admin, id);
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, region) VALUES (1, 'C01', '한빛내과의원', '의원', '서울 마포구');
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
    (1, 'P01', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100);
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (${rep.id}, 1, '2020-01-01');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    SELECT month::date, ${rep.id}, 1, 1, 1, 1000
    FROM generate_series(now() - interval '1 years', now(), interval '1 month') AS month;`);
});
afterAll(() => server?.close());

const call = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  { body, by = analyst }: { body?: object; by?: TestPerson } = {},
): Promise<Answer<Body>> => callApi<Body>(server.url, method, path, { token: by.token, body });

async function ask(question: string, at = server): Promise<string> {
  const chat = await openChat(at.url, rep.token);
  try {
    return (await chat.ask(question))[0]!.turnId;
  } finally {
    chat.close();
  }
}

/** Waits until a turn has been looked at by whichever worker. */
async function lookedAt(turnId: string, at = server): Promise<void> {
  const { sequelize } = at.services.database;
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(20)) {
    const [row] = await sequelize.query('SELECT 1 FROM turns_to_review WHERE turn_id = $turnId', {
      bind: { turnId },
      type: QueryTypes.SELECT,
    });
    if (!row) return;
  }
  throw new Error('the turn is still in line');
}

async function flagsOf(turnId: string, at = server): Promise<TurnFlagsDto> {
  await lookedAt(turnId, at);
  const path = `/api/audit/turns/${turnId}/flags`;
  return (await callApi<TurnFlagsDto>(at.url, 'GET', path, { token: analyst.token })).body;
}
const kindsOf = ({ items }: TurnFlagsDto) => items.map(({ kind }) => kind);

async function askAndFlag(question: string): Promise<FlagDto> {
  const turnId = await ask(question);
  await lookedAt(turnId);
  const { body } = await call<FlagDto>('POST', `/api/audit/turns/${turnId}/flags`, {
    body: { comment: '살펴볼 것' },
  });
  return body;
}

/** Records of these names about a flag, a turn or a rule. */
async function recordsOf(names: string, member: string, value: unknown): Promise<unknown[]> {
  const rows = await server.services.database.sequelize.query<Pick<SpanDto, 'name'>>(
    `SELECT name FROM system_trace_logs WHERE name LIKE $names AND input ->> $member = $value ORDER BY number`,
    { bind: { names, member, value: String(value) }, type: QueryTypes.SELECT },
  );
  return rows.map(({ name }) => name);
}

describe('flags of the program', () => {
  test('an answer that found nothing is a refusal; one that cites its passage is none', async () => {
    const refused = await flagsOf(await ask('우주정거장 도킹 절차 알려줘'));
    expect(refused.items).toMatchObject([
      { kind: 'refusal', status: 'open', version: 1, raisedBy: null, askedBy: { name: '한가람' } },
    ]);
    expect(refused.history).toMatchObject([{ changedBy: null, before: null, after: { status: 'open' } }]);
    expect(await recordsOf('flag.%', 'turnId', refused.items[0]!.turnId)).toEqual(['flag.raise']);
    const answered = await flagsOf(await ask('반품은 며칠 안에 접수해?'));
    expect(kindsOf(answered)).not.toContain('refusal');
  });

  test('thumbs down flags at once, again it is the same flag, and taking them back leaves it', async () => {
    const chat = await openChat(server.url, rep.token);
    const [{ turnId }] = (await chat.ask('지난달 내 매출 얼마야?')) as [ChatEvent];
    const rate = (rating: 'up' | 'down' | null, more = {}) =>
      chat.socket.timeout(patienceMs).emitWithAck('chat:feedback', { turnId, rating, ...more });
    expect(await rate('down', { reason: 'wrong_figure', comment: '작년 것 같아요' })).toEqual({ ok: true });
    const path = `/api/audit/turns/${turnId}/flags`;
    const { body } = await call<TurnFlagsDto>('GET', path);
    expect(body.items).toMatchObject([
      { kind: 'feedback', reason: { feedback: { reason: 'wrong_figure', comment: '작년 것 같아요' } } },
    ]);
    await Promise.all([rate('down'), rate('down')]);
    await rate(null);
    expect((await flagsOf(turnId)).items.map(({ id }) => id)).toEqual([body.items[0]!.id]);
    chat.close();
  });

  test.each([
    [
      'a word of the question',
      { words: ['반품', '환불'], wordsIn: 'question' },
      '반품은 며칠 안에 접수해?',
      true,
    ],
    ['a word of the answer alone', { words: ['반품'], wordsIn: 'answer' }, '안녕하세요', false],
    ['the tool', { tool: 'query_sales' }, '지난달 내 매출 얼마야?', true],
    ['another tool', { tool: 'run_sql' }, '지난달 내 매출 얼마야?', false],
    ['the product', { productCodes: ['P01'] }, '지난달 나루암로정 매출 얼마야?', true],
    ['another product', { productCodes: ['P02'] }, '지난달 나루암로정 매출 얼마야?', false],
    ['the time', { overMs: 0 }, '안녕하세요', true],
    [
      'a time it did not take, with the right tool',
      { tool: 'query_sales', overMs: 600_000 },
      '지난달 내 매출 얼마야?',
      false,
    ],
    ['the cost', { overKrw: 1_000 }, '지난달 내 매출 얼마야?', false],
  ])('a rule by %s', async (name, condition, question, flagged) => {
    const rule = await call<FlagRuleDto>('POST', '/api/audit/rules', { body: { name, condition } });
    expect(rule.status).toBe(201);
    const { items } = await flagsOf(await ask(question));
    expect(items.some((flag) => flag.rule?.id === rule.body.id)).toBe(flagged);
    expect((await call('DELETE', `/api/audit/rules/${rule.body.id}`)).status).toBe(204);
    const after = await flagsOf(await ask(question));
    expect(after.items.some((flag) => flag.rule?.id === rule.body.id)).toBe(false);
    expect(await recordsOf('rule.%', 'id', rule.body.id)).toEqual(['rule.add', 'rule.remove']);
  });

  test('many workers at once, and again after a crash, raise each flag once', async () => {
    const { turns } = server.services.review;
    const { sequelize } = server.services.database;
    const turnIds = [];
    for (let at = 0; at < 5; at += 1) turnIds.push(await ask(`화성 기지 ${at}호 조립 순서 알려줘`));
    // As a process that was killed before it knew that its transaction was committed.
    await sequelize.query(
      'INSERT INTO turns_to_review (turn_id) SELECT id FROM turns ON CONFLICT DO NOTHING',
    );
    await Promise.all([1, 2, 3, 4].map(() => turns.reviewWaiting()));
    for (const turnId of turnIds) expect(kindsOf(await flagsOf(turnId))).toEqual(['refusal']);
    const [{ count }] = (await sequelize.query(
      `SELECT count(*)::integer AS count FROM (
         SELECT flag_id FROM review_changes WHERE before IS NULL GROUP BY flag_id HAVING count(*) > 1) twice`,
      { type: QueryTypes.SELECT },
    )) as [{ count: number }];
    expect(count).toBe(0);
  });

  test('a turn whose look fails stays in line, keeps no other waiting, and is flagged when it can be', async () => {
    const { sequelize } = server.services.database;
    await sequelize.query(`
      CREATE FUNCTION break_flags() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM chat_history WHERE turn_id = NEW.turn_id AND content LIKE '%목성%') THEN
          RAISE EXCEPTION 'broken for the test';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER break_flags BEFORE INSERT ON turn_flags FOR EACH ROW EXECUTE FUNCTION break_flags();`);
    const broken = await ask('목성 탐사선 정비 주기 알려줘');
    const fine = await ask('토성 탐사선 정비 주기 알려줘');
    expect(kindsOf(await flagsOf(fine))).toEqual(['refusal']);
    const { turnFlags } = server.services.repositories;
    expect(await turnFlags.ofTurn(broken)).toEqual([]);
    await sequelize.query('DROP TRIGGER break_flags ON turn_flags; DROP FUNCTION break_flags();');
    expect(kindsOf(await flagsOf(broken))).toEqual(['refusal']);
  });
});

test('a turn that ends while no worker runs is flagged by the next one', async () => {
  const database = await createTestDatabase();
  const keeping = { ...database, remove: async () => {} };
  const settings = { chatLimits: tireless, authSecret: 'the-same-secret-in-both-of-them-1' };
  const first = await startTestServer({ ...settings, processRole: 'server' }, 'migrated', keeping);
  const admin = await createAdmin(first);
  const person = await createPerson(first, admin, { role: 'rep' });
  const chat = await openChat(first.url, person.token);
  const [{ turnId }] = (await chat.ask('금성 착륙 절차 알려줘')) as [ChatEvent];
  chat.close();
  expect(await first.services.repositories.turnFlags.ofTurn(turnId)).toEqual([]);
  await first.close();
  const second = await startTestServer(settings, 'migrated', database);
  try {
    await lookedAt(turnId, second);
    expect(await second.services.repositories.turnFlags.ofTurn(turnId)).toMatchObject([{ kind: 'refusal' }]);
  } finally {
    await second.close();
  }
});

describe('what analysts do about a flag', () => {
  test('two at once: one is told that the other was faster, and history has one change', async () => {
    const { id, turnId, version } = await askAndFlag('안녕하세요');
    const answers = await Promise.all([
      call<FlagDto>('PATCH', `/api/audit/flags/${id}`, { body: { version, decision: 'fine' } }),
      call<FlagDto>('PATCH', `/api/audit/flags/${id}`, {
        body: { version, assigneeNo: colleague.employeeNo },
        by: colleague,
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'changed_meanwhile', version: version + 1 });
    const { history } = await flagsOf(turnId);
    expect(history.filter(({ flagId, before }) => flagId === id && before !== null)).toHaveLength(1);
  });

  test('assignee, decision, comment, reopening: each with who, when, before and after, and its record', async () => {
    const { id, turnId } = await askAndFlag('고마워');
    const change = async (body: object, by = analyst) => {
      const answer = await call<FlagDto>('PATCH', `/api/audit/flags/${id}`, { body, by });
      expect(answer.status).toBe(200);
      return answer.body;
    };
    await change({ version: 1, assigneeNo: colleague.employeeNo, status: 'in_review' });
    const decided = await change(
      { version: 2, decision: 'missing_document', comment: '지침 없음' },
      colleague,
    );
    expect(decided).toMatchObject({
      ...{ status: 'decided', decision: 'missing_document', comment: '지침 없음', version: 3 },
      assignee: { employeeNo: colleague.employeeNo, name: '문세아' },
    });
    expect(await change({ version: 3, status: 'open' })).toMatchObject({ status: 'open', decision: null });
    const { history } = await flagsOf(turnId);
    expect(history).toMatchObject([
      { changedBy: { name: '류다온' }, before: null },
      { changedBy: { name: '류다온' }, after: { status: 'in_review', assignee: { name: '문세아' } } },
      { changedBy: { name: '문세아' }, before: { decision: null }, after: { decision: 'missing_document' } },
      { changedBy: { name: '류다온' }, before: { status: 'decided' }, after: { status: 'open' } },
    ]);
    expect(await recordsOf('flag.change', 'id', id)).toHaveLength(3);
    const { sequelize } = server.services.database;
    for (const statement of ['UPDATE review_changes SET after = before', 'DELETE FROM review_changes'])
      await expect(sequelize.query(statement)).rejects.toThrow(/written once/);
  });

  test('nobody is given a flag who may not look into turns, and decided needs a decision', async () => {
    const { id, version } = await askAndFlag('반가워요');
    const refuse = async (body: object) =>
      (await call('PATCH', `/api/audit/flags/${id}`, { body: { version, ...body } })).body;
    expect(await refuse({ assigneeNo: rep.employeeNo })).toMatchObject({ errors: [{ path: 'assigneeNo' }] });
    expect(await refuse({ status: 'decided' })).toMatchObject({ errors: [{ path: 'decision' }] });
    expect(await refuse({ status: 'open', decision: 'fine' })).toMatchObject({
      errors: [{ path: 'status' }],
    });
    expect(await refuse({})).toMatchObject({ code: 'validation_failed' });
    const { body } = await call<Page<{ employeeNo: string }>>('GET', '/api/audit/reviewers');
    const numbers = body.items.map(({ employeeNo }) => employeeNo);
    expect(numbers).toEqual(expect.arrayContaining([analyst.employeeNo, colleague.employeeNo]));
    expect(numbers).not.toContain(rep.employeeNo);
  });

  test('a turn is flagged by hand once', async () => {
    const { turnId } = await askAndFlag('좋은 아침이에요');
    const again = await call('POST', `/api/audit/turns/${turnId}/flags`, { body: { comment: '또' } });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  });

  test('many are assigned at once; one that was changed meanwhile is left alone and named', async () => {
    const first = await askAndFlag('점심 뭐 먹지');
    const second = await askAndFlag('저녁 뭐 먹지');
    await call('PATCH', `/api/audit/flags/${first.id}`, {
      body: { version: 1, comment: '내가 봄' },
      by: colleague,
    });
    const { body } = await call<AssignedFlags>('POST', '/api/audit/flags/assign', {
      body: { flags: [first, second].map(({ id }) => ({ id, version: 1 })), assigneeNo: analyst.employeeNo },
    });
    expect(body).toEqual({ assigned: [second.id], changedMeanwhile: [first.id] });
  });

  test('the list is filtered, counted and paged', async () => {
    const { body: counts } = await call<FlagCounts>('GET', '/api/audit/flags/counts?kind=manual');
    const all: FlagDto[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/audit/flags?kind=manual&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body }: Answer<Page<FlagDto>> = await call<Page<FlagDto>>('GET', path);
      expect(body.items.length).toBeLessThanOrEqual(2);
      all.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const of = (status: string) => all.filter((flag) => flag.status === status).length;
    expect(counts).toEqual({ open: of('open'), in_review: of('in_review'), decided: of('decided') });
    expect(counts.open).toBeGreaterThan(2);
    const listed = async (query: string, by = analyst) =>
      (await call<Page<FlagDto>>('GET', `/api/audit/flags?limit=100&${query}`, { by })).body.items;
    expect(
      (await listed('mine=1')).every(({ assignee }) => assignee?.employeeNo === analyst.employeeNo),
    ).toBe(true);
    expect(await listed('mine=1')).toEqual(await listed(`assignee=${analyst.employeeNo}`, colleague));
    expect((await listed('assignee=none')).every(({ assignee }) => assignee === null)).toBe(true);
    expect((await listed('kind=refusal&status=open')).map(({ kind }) => kind)).not.toContain('manual');
  });
});

test('rules: changed as they were read, one of a name, and applied to past turns', async () => {
  const turnId = await ask('반품 규정에서 냉장 제품은?');
  await lookedAt(turnId);
  const add = (body: object) => call<FlagRuleDto>('POST', '/api/audit/rules', { body });
  const { body: rule } = await add({ name: '냉장', condition: { words: ['냉장'] }, active: false });
  expect((await add({ name: '냉장', condition: { overMs: 1 } })).body).toMatchObject({
    code: 'already_exists',
  });
  expect((await add({ name: '빈 규칙', condition: {} })).status).toBe(400);
  const change = (version: number) =>
    call<FlagRuleDto>('PATCH', `/api/audit/rules/${rule.id}`, { body: { version, active: true } });
  const both = await Promise.all([change(1), change(1)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const applied = await call('POST', '/api/audit/rules/apply', { body: { from: '2020-01-01' } });
  expect([applied.status, applied.body.turns]).toEqual([202, expect.any(Number)]);
  expect((await flagsOf(turnId)).items).toMatchObject([
    { kind: 'rule', rule: { id: rule.id, name: '냉장' }, reason: { words: ['냉장'] } },
  ]);
  const { body } = await call<Page<FlagRuleDto>>('GET', '/api/audit/rules');
  expect(body.items.find(({ id }) => id === rule.id)).toMatchObject({
    changedBy: { name: '류다온' },
    version: 2,
  });
});

test('scores: one a person and scale, changed with history', async () => {
  const turnId = await ask('반품은 며칠 안에 접수해?');
  const save = (body: object, by = analyst) =>
    call<{ items: ScoreDto[] }>('PUT', `/api/audit/turns/${turnId}/scores`, { body, by });
  await save({ scale: 'correctness', value: 4 });
  await save({ scale: 'verdict', value: 0, comment: '근거 부족' }, colleague);
  const [one, other] = await Promise.all([
    save({ scale: 'correctness', value: 5, comment: '맞음' }),
    save({ scale: 'correctness', value: 2 }),
  ]);
  expect([one.status, other.status]).toEqual([200, 200]);
  const { body } = await call<{ items: ScoreDto[] }>('GET', `/api/audit/turns/${turnId}/scores`);
  expect(body.items).toMatchObject([
    { scale: 'correctness', by: { name: '류다온' } },
    { scale: 'verdict', value: 0, comment: '근거 부족', by: { name: '문세아' } },
  ]);
  const { history } = await flagsOf(turnId);
  const changes = history.filter(({ after }) => after.of === 'score' && after.scale === 'correctness');
  expect(changes).toHaveLength(3);
  expect(changes[1]).toMatchObject({ before: { value: 4 } });
  expect(changes[2]!.before).toEqual(changes[1]!.after);
  expect(await recordsOf('score.save', 'turnId', turnId)).toHaveLength(4);
  for (const wrong of [
    { scale: 'correctness', value: 6 },
    { scale: 'verdict', value: 3 },
    { scale: 'style', value: 1 },
  ])
    expect((await save(wrong)).status).toBe(400);
});

test('a turn becomes an evaluation case with one call, is exported and taken away', async () => {
  const make = async (turnId: string, more: object = {}) =>
    call<EvaluationCaseDto>('POST', '/api/audit/evaluation-cases', { body: { turnId, ...more } });
  const cited = await ask('반품은 며칠 안에 접수해?');
  const first = await make(cited);
  expect(first).toMatchObject({
    status: 201,
    body: {
      ...{ expects: 'passages', question: '반품은 며칠 안에 접수해?', madeBy: { name: '류다온' } },
      ...{ askedBy: { name: '한가람' }, passages: [{ file: '반품 규정.txt' }] },
    },
  });
  expect((await make(cited)).body).toMatchObject({ code: 'already_exists' });
  const figures = await make(await ask('지난달 내 매출 얼마야?'));
  expect(figures.body).toMatchObject({ expects: 'figures', tables: [{ rows: [{ amount: 1000 }] }] });
  const unknown = await make(await ask('수성 궤도 진입 각도 알려줘'));
  expect(unknown.body).toMatchObject({ expects: 'no_answer', passages: [], tables: [] });
  const corrected = await make(await ask('냉장 제품 반품 되나?'), {
    answer: '안 됩니다.',
    comment: '규정 2항',
  });
  expect(corrected.body).toMatchObject({ expects: 'answer', answer: '안 됩니다.', passages: [] });

  const exported = await fetch(new URL('/api/audit/evaluation-cases/export', server.url), {
    headers: { authorization: `Bearer ${analyst.token}` },
  });
  const lines = (await exported.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ expects }) => expects)).toEqual(['answer', 'no_answer', 'figures', 'passages']);
  expect(lines[3]).toMatchObject({
    ...{ kind: 'from-turn', as: rep.employeeNo, question: '반품은 며칠 안에 접수해?' },
    answers: [{ file: '반품 규정.txt', quote: first.body.passages[0]!.quote }],
  });
  expect(lines[1]).toMatchObject({ kind: 'unanswerable', answers: [] });

  const { id } = first.body;
  expect((await call('DELETE', `/api/audit/evaluation-cases/${id}`)).status).toBe(204);
  expect((await call('DELETE', `/api/audit/evaluation-cases/${id}`)).status).toBe(404);
  const { body } = await call<Page<EvaluationCaseDto>>('GET', '/api/audit/evaluation-cases?limit=2');
  expect([body.items.length, body.nextCursor]).toEqual([2, expect.any(String)]);
  expect(await recordsOf('evaluationCase.%', 'id', id)).toEqual([
    'evaluationCase.make',
    'evaluationCase.remove',
  ]);
});

test('who may look and not review changes nothing', async () => {
  const { id, turnId, version } = await askAndFlag('수고하세요');
  const answers = await Promise.all([
    call('PATCH', `/api/audit/flags/${id}`, { body: { version, decision: 'fine' }, by: rep }),
    call('PUT', `/api/audit/turns/${turnId}/scores`, { body: { scale: 'verdict', value: 1 }, by: rep }),
    call('GET', '/api/audit/flags', { by: rep }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
});

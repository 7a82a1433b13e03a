import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { QueryTypes } from 'sequelize';
import { io } from 'socket.io-client';
import { storeTurns, type StoredTurn } from '../../audit/exports/storedTurnsFixture';
import type { AuditExportDto } from '../../shared/auditExports';
import type { AuditExportUpdate } from '../../shared/auditExportUpdate';
import { exportColumnNames } from '../../shared/exportColumnNames';
import { callApi } from '../../test/api';
import { askFor, exportsPath, fetchFile, readExport, waitForExport } from '../../test/auditExports';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let analyst: TestPerson;
let other: TestPerson;
let rep: TestPerson;

/** More than two pages, most of them at moments that others share. */
const many = 1_203;
const day = new Date('2026-03-01T00:00:00Z').getTime();
const manyTurns: StoredTurn[] = Array.from({ length: many }, (_turn, at) => ({
  question: `질문 ${at}`,
  answer: at % 3 === 0 ? `특별한 답 ${at}` : `답 ${at}`,
  startedAt: new Date(day + Math.floor(at / 100) * 1000),
}));

const oddTexts = [
  '=HYPERLINK("http://evil.example","click")',
  '+82 10-0000-0000',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '따옴표 "와" 쉼표, 그리고;\n줄바꿈\r\n둘',
  '이모지 👩‍⚕️🇰🇷와 한글 자모 ㄱ',
  ' _x0041_ <b>&amp;</b> \u0007 끝 ',
];

let manyIds: string[];
let oddIds: string[];

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  analyst = await createPerson(server, admin, { role: 'analyst', name: '한분석' });
  other = await createPerson(server, admin, { role: 'analyst' });
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀', name: '김담당' });
  const odd = await createPerson(server, admin, { role: 'rep', employeeNo: 'ODD' });
  const { database } = server.services;
  manyIds = await storeTurns(database, rep.id, manyTurns);
  oddIds = await storeTurns(
    database,
    odd.id,
    oddTexts.map((text, at) => ({ question: text, answer: text, startedAt: new Date(day + at) })),
  );
});
afterAll(() => server.close());

const select = <Row extends object>(sql: string) =>
  server.services.database.sequelize.query<Row>(sql, { type: QueryTypes.SELECT });

/** Asks for a file and waits for it. */
async function exported(wish: Parameters<typeof askFor>[2], token = analyst.token) {
  const asked = await askFor(server, token, wish);
  expect([asked.status, asked.body.code]).toEqual([202, undefined]);
  const record = await waitForExport(server, token, asked.body.id);
  expect(record).toMatchObject({ status: 'done', error: null });
  const file = await fetchFile(server, token, record.id);
  expect(file.status).toBe(200);
  expect(file.content).toHaveLength(record.bytes!);
  expect(createHash('sha256').update(file.content).digest('hex')).toBe(record.sha256);
  return { record, ...file };
}

const linesOf = (content: Buffer) =>
  content
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const filterOfMany = () => ({ employeeNo: rep.employeeNo });

test('holds each turn of the filter once, newest first, over many pages and equal times', async () => {
  const { content, record } = await exported({ format: 'jsonl', filter: filterOfMany() });
  const turns = linesOf(content);
  const wanted = manyIds
    .map((id, at) => ({ id, startedAt: manyTurns[at]!.startedAt.toISOString() }))
    .sort((a, b) => (a.startedAt + a.id < b.startedAt + b.id ? 1 : -1));
  expect(turns.map(({ turnId }) => turnId)).toEqual(wanted.map(({ id }) => id));
  expect(record).toMatchObject({ rows: many, expectedRows: many, cutCells: 0 });
  expect(turns.at(-1)).toMatchObject({
    startedAt: '2026-03-01T00:00:00.000Z',
    startedAtKorea: '2026-03-01 09:00:00',
    latencyMs: 1500,
    employeeNo: rep.employeeNo,
    employeeName: '김담당',
    team: '서울1팀',
    status: 'completed',
    model: 'stored-model',
    inputTokens: 10,
    outputTokens: 20,
    costKrw: 1.5,
    citations: [],
    tools: [],
    feedback: null,
    flags: [],
  });
});

test('the filter of the list is the filter of the file', async () => {
  const filter = {
    ...filterOfMany(),
    q: '특별한',
    from: '2026-03-01T00:00:02Z',
    to: '2026-03-01T00:00:09Z',
    status: 'completed' as const,
  };
  const { content } = await exported({ format: 'jsonl', filter });
  const listed = await callApi<{ items: { turnId: string }[]; nextCursor: string | null }>(
    server.url,
    'GET',
    `/api/audit/turns?${new URLSearchParams({ ...filter, limit: '100' }).toString()}`,
    { token: analyst.token },
  );
  const ids = linesOf(content).map(({ turnId }) => turnId);
  expect(ids.slice(0, 100)).toEqual(listed.body.items.map(({ turnId }) => turnId));
  const wanted = manyTurns.filter(
    ({ answer, startedAt }) =>
      answer.startsWith('특별한') && startedAt.getTime() >= day + 2000 && startedAt.getTime() < day + 9000,
  );
  expect(ids).toHaveLength(wanted.length);
});

test('a CSV file keeps every text, and none of them is a formula', async () => {
  const { content, headers } = await exported({
    filter: { employeeNo: 'ODD' },
    columns: ['answer', 'question', 'turnId'],
  });
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [head, ...rows] = parse(content, { bom: true });
  const names = exportColumnNames.ko;
  // In the order of the list, whatever order was asked for.
  expect(head).toEqual([names.turnId, names.question, names.answer]);
  const guarded = oddTexts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text));
  expect(rows).toEqual(oddIds.map((id, at) => [id, guarded[at], guarded[at]]).reverse());
});

test('a workbook has texts as texts, numbers as numbers and times on the Korean clock', async () => {
  const { content } = await exported({ format: 'xlsx', filter: { employeeNo: 'ODD' } });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(content as never);
  const sheet = workbook.getWorksheet('대화')!;
  expect(sheet.rowCount).toBe(oddTexts.length + 1);
  const heads = (sheet.getRow(1).values as string[]).slice(1);
  const cell = (row: number, name: keyof typeof exportColumnNames.ko) =>
    sheet.getCell(row, heads.indexOf(exportColumnNames.ko[name]) + 1).value;
  for (const [at, text] of [...oddTexts].reverse().entries()) {
    const stored = text
      .replace('\r\n', '\r\n')
      .replace('_x0041_', '_x005F_x0041_')
      .replace('\u0007', '_x0007_');
    expect(cell(at + 2, 'question')).toBe(stored);
  }
  expect(cell(2, 'inputTokens')).toBe(10);
  expect(cell(2, 'startedAtKorea')).toEqual(new Date('2026-03-01T09:00:00Z'));
});

test('what is longer than a cell may be is cut in a workbook, and said; whole in the others', async () => {
  const long = await createPerson(server, admin, { role: 'rep', employeeNo: 'LONG' });
  const answer = '가'.repeat(40_000);
  await storeTurns(server.services.database, long.id, [
    { question: '긴 답', answer, startedAt: new Date(day) },
  ]);
  const filter = { employeeNo: 'LONG' };
  const whole = await exported({ format: 'jsonl', filter });
  expect([linesOf(whole.content)[0]!.answer, whole.record.cutCells]).toEqual([answer, 0]);
  const cut = await exported({ format: 'xlsx', filter, columns: ['answer'] });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(cut.content as never);
  const text = workbook.worksheets[0]!.getCell('A2').value as string;
  expect(text).toHaveLength(32_767);
  expect(text).toMatch(/^가+… \[셀 한도로 잘림: 전체 40,000자\]$/);
  expect(cut.record.cutCells).toBe(1);
});

test('a turn that begins after the file was asked for is not in it; a filter that finds nothing gives an empty file', async () => {
  const late = await createPerson(server, admin, { role: 'rep', employeeNo: 'LATE' });
  await storeTurns(server.services.database, late.id, [
    { question: '나중', answer: '나중', startedAt: new Date(Date.now() + 60_000) },
  ]);
  const { content, record } = await exported({ format: 'jsonl', filter: { employeeNo: 'LATE' } });
  expect([content.toString(), record.rows]).toEqual(['', 0]);
  const workbook = new exceljs.Workbook();
  const empty = await exported({ format: 'xlsx', filter: { employeeNo: 'LATE' } });
  await workbook.xlsx.load(empty.content as never);
  expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([1]);
});

test('a JSONL file may hold traces, no other does', async () => {
  const traced = await createPerson(server, admin, { role: 'rep', employeeNo: 'TRACED' });
  const [turnId] = await storeTurns(server.services.database, traced.id, [
    { question: '추적', answer: '추적', startedAt: new Date(day) },
  ]);
  await server.services.repositories.traceLogs.append([
    {
      ...{
        id: '00000000-0000-4000-8000-000000000001',
        turnId: turnId!,
        parentId: null,
        employeeId: traced.id,
      },
      ...{ kind: 'tool', name: 'search_documents', input: { q: '추적' }, output: null, error: null },
      ...{ startedAt: new Date(day), durationMs: 3, requestId: null },
    },
  ]);
  const { content } = await exported({ format: 'jsonl', filter: { employeeNo: 'TRACED' }, trace: true });
  expect(linesOf(content)).toMatchObject([
    {
      turnId,

      trace: [{ name: 'search_documents', input: { q: '추적' }, ms: 3 }],
    },
  ]);
  expect((await askFor(server, analyst.token, { trace: true })).status).toBe(400);
});

test('a reason is needed, columns must be known, and statements are for those who may see SQL', async () => {
  const ask = (wish: object, token = analyst.token) => askFor(server, token, wish);
  for (const wish of [
    { reason: '  왜  ' },
    { columns: ['password'] },
    { columns: [] },
    { filter: { nonsense: 1 } },
  ])
    expect((await ask(wish)).status).toBe(400);
  expect((await ask({}, rep.token)).status).toBe(403);
  const auditor = await createPerson(server, admin, { role: 'rep' });
  await callApi(server.url, 'PUT', `/api/employees/${auditor.id}/permissions`, {
    token: admin,
    body: { permissions: ['audit.read'] },
  });
  const { token } = auditor;
  expect((await ask({ columns: ['sql'], filter: { employeeNo: 'ODD' } }, token)).status).toBe(403);
  const { record } = await exported({ filter: { employeeNo: 'ODD' } }, token);

  // The rights are looked at anew when the file is fetched.
  await callApi(server.url, 'PUT', `/api/employees/${auditor.id}/permissions`, {
    token: admin,
    body: { permissions: [] },
  });
  const { status, code } = await fetchFile(server, token, record.id);
  expect([status, code]).toEqual([403, 'forbidden']);
});

test('analysts see each other’s exports, and only their own files', async () => {
  const { record } = await exported({ reason: '분기 감사 표본', filter: { employeeNo: 'ODD' } });
  const listed = await callApi<{ items: AuditExportDto[] }>(server.url, 'GET', `${exportsPath}?limit=100`, {
    token: other.token,
  });
  expect(listed.body.items.find(({ id }) => id === record.id)).toMatchObject({
    askedBy: { id: analyst.id, name: '한분석' },
    reason: '분기 감사 표본',
    filter: { employeeNo: 'ODD' },
    sha256: record.sha256,
    own: false,
  });
  const { status, code } = await fetchFile(server, other.token, record.id);
  expect([status, code]).toEqual([403, 'export_of_another']);
  const cancelled = await callApi(server.url, 'POST', `${exportsPath}/${record.id}/cancel`, {
    token: other.token,
  });
  expect([cancelled.status, cancelled.body.code]).toEqual([403, 'export_of_another']);
});

test('pages of the list come in order, and whoever may not audit learns nothing', async () => {
  const page = async (query: string) =>
    (
      await callApi<{ items: AuditExportDto[]; nextCursor: string | null }>(
        server.url,
        'GET',
        `${exportsPath}?${query}`,
        { token: analyst.token },
      )
    ).body;
  const all = (await page('limit=100')).items.map(({ id }) => id);
  const first = await page('limit=2');
  const second = await page(`limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4));
  expect((await callApi(server.url, 'GET', exportsPath, { token: rep.token })).status).toBe(403);
});

test('the audit knows who asked, what the file was, who fetched it, and those who watch are told', async () => {
  const socket = io(server.url, { auth: { token: other.token }, transports: ['websocket'] });
  const updates: AuditExportUpdate[] = [];
  socket.on('audit-export:updated', (update: AuditExportUpdate) => updates.push(update));
  await once(socket as never, 'connect');
  const { record } = await exported({ filter: { employeeNo: 'ODD' }, reason: '기록 확인용' });
  socket.close();
  expect(updates.filter(({ exportId }) => exportId === record.id).at(-1)).toMatchObject({
    status: 'done',
    rows: oddTexts.length,
  });
  const events = await select<{ name: string; employee: number; input: unknown; output: unknown }>(
    `SELECT name, employee_id AS employee, input, output FROM system_trace_logs
     WHERE name LIKE 'audit.export%' AND input ->> 'id' = '${record.id}' ORDER BY number`,
  );
  const { sha256, rows, bytes } = record;
  expect(events).toMatchObject([
    {
      name: 'audit.export',
      employee: analyst.id,
      input: { reason: '기록 확인용', filter: { employeeNo: 'ODD' } },
    },
    { name: 'audit.export-finish', employee: analyst.id, output: { sha256, rows, bytes } },
    { name: 'audit.export-download', employee: analyst.id, output: { sha256, rows } },
  ]);
});

test('a file says of itself what it is', async () => {
  const { headers, record } = await exported({ filter: { employeeNo: 'ODD' } });
  expect(headers.get('content-length')).toBe(String(record.bytes));
  expect(headers.get('etag')).toBe(`"${record.sha256}"`);
  expect(headers.get('repr-digest')).toBe(
    `sha-256=:${Buffer.from(record.sha256!, 'hex').toString('base64')}:`,
  );
  expect(headers.get('content-disposition')).toMatch(/narutalk-audit-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv$/);
});

test('a file whose time is over is gone, its record is not', async () => {
  const { record } = await exported({ filter: { employeeNo: 'ODD' } });
  const key = (await server.services.repositories.auditExports.findById(record.id))!.objectKey!;
  const { objectStore } = server.services.ingestion;
  expect(await objectStore.exists(key)).toBe(true);
  await select(`UPDATE audit_exports SET expires_at = now() WHERE id = '${record.id}'`);
  const early = await fetchFile(server, analyst.token, record.id);
  expect([early.status, early.code]).toEqual([410, 'export_expired']);

  const expired = await waitForExport(server, analyst.token, record.id, ({ status }) => status === 'expired');
  expect(expired).toMatchObject({ rows: oddTexts.length, sha256: record.sha256 });
  const { status, code } = await fetchFile(server, analyst.token, record.id);
  expect([status, code]).toEqual([410, 'export_expired']);
  const { auditExports } = server.services.repositories;
  while ((await auditExports.findById(record.id))!.objectKey !== null)
    await readExport(server, analyst.token, record.id);
  expect(await objectStore.exists(key)).toBe(false);
  const [event] = await select<{ output: unknown }>(
    `SELECT output FROM system_trace_logs WHERE name = 'audit.export-expire' AND input ->> 'id' = '${record.id}'`,
  );
  expect(event).toMatchObject({ output: { sha256: record.sha256 } });
});

test('the file store’s own round keeps the files of exports', async () => {
  const { record } = await exported({ filter: { employeeNo: 'ODD' } });
  const { objectKey } = (await server.services.repositories.auditExports.findById(record.id))!;
  expect(await server.services.repositories.auditExports.files()).toContain(objectKey);
});

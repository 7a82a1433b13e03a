import { once } from 'node:events';
import { QueryTypes } from 'sequelize';
import { io } from 'socket.io-client';
import type { ImportDto, ImportKind, ImportUpdate } from '../../shared/imports';
import type { FreshnessDto } from '../../shared/statistics';
import { callApi } from '../../test/api';
import { importCompany, runImportFile, uploadImport, waitForImport } from '../../test/imports';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  await importCompany(server, admin);
});
afterAll(() => server.close());

const select = <Row extends object>(sql: string) =>
  server.services.database.sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
const run = (kind: ImportKind, lines: string[], fields = {}) =>
  runImportFile(server, admin, kind, lines, fields);
const counts = ({ rows, loaded, rejected, inserted, updated, unchanged }: ImportDto) => ({
  rows,
  loaded,
  rejected,
  inserted,
  updated,
  unchanged,
});

const salesHeader = 'soldOn,employeeNo,customerCode,productCode,quantity,amount';
const sales = () =>
  select<{ day: string; customer: string; quantity: number; amount: number }>(
    `SELECT s.sold_on AS day, c.code AS customer, s.quantity, s.amount FROM sales_records s
     JOIN customers c ON c.id = s.customer_id ORDER BY 1, 2`,
  );

test('people, customers and products came in as their files say', async () => {
  expect(
    await select(`SELECT employee_no, role, team FROM employees WHERE employee_no LIKE 'E%' ORDER BY 1`),
  ).toEqual([
    { employee_no: 'E1', role: 'rep', team: '서울1팀' },
    { employee_no: 'E2', role: 'rep', team: '서울1팀' },
  ]);
  expect(await select('SELECT code, reimbursed, unit_price FROM products ORDER BY 1')).toEqual([
    { code: 'P1', reimbursed: true, unit_price: 352 },
    { code: 'P2', reimbursed: false, unit_price: 486 },
  ]);
});

test('the same sales twice change nothing, a changed amount updates, and the report counts each', async () => {
  const lines = [
    salesHeader,
    '2026-09-01,E1,C1,P1,10,3520',
    '2026.9.2,E1,C2,P2,"1,000","₩486,000"',
    '26/09/03,E2,C1,P1,-2,-704',
  ];
  const first = await run('sales', lines);
  expect([first.status, counts(first)]).toEqual([
    'completed',
    { rows: 3, loaded: 3, rejected: 0, inserted: 3, updated: 0, unchanged: 0 },
  ]);
  expect(await sales()).toEqual([
    { day: '2026-09-01', customer: 'C1', quantity: 10, amount: 3520 },
    { day: '2026-09-02', customer: 'C2', quantity: 1000, amount: 486000 },
    { day: '2026-09-03', customer: 'C1', quantity: -2, amount: -704 },
  ]);
  const again = await run('sales', lines);
  expect(counts(again)).toEqual({ rows: 3, loaded: 3, rejected: 0, inserted: 0, updated: 0, unchanged: 3 });

  const changed = await run('sales', [
    salesHeader,
    '2026-09-01,E1,C1,P1,10,3600',
    '2026-09-04,E1,C1,P1,1,352',
  ]);
  expect(counts(changed)).toMatchObject({ inserted: 1, updated: 1, unchanged: 0 });
  expect((await sales()).map(({ amount }) => amount)).toEqual([3600, 486000, -704, 352]);
});

test('a dry run makes the same report and writes nothing', async () => {
  const lines = [salesHeader, '2026-10-01,E1,C1,P1,1,352', '2026-10-01,E1,C9,P1,1,352'];
  const before = await sales();
  const dry = await run('sales', lines, { dryRun: '1' });
  expect(await sales()).toEqual(before);
  const real = await run('sales', lines);
  expect([dry.status, counts(dry), dry.errors]).toEqual([real.status, counts(real), real.errors]);
  expect(real.errors).toEqual([
    { row: 3, column: 'customerCode', code: 'unknown_code', message: 'No such code is registered: C9' },
  ]);
});

test('assignments, targets and interactions, also with Korean headers', async () => {
  expect(
    counts(
      await run('assignments', [
        '사번,거래처코드,시작일,종료일',
        'E1,C1,2026-01-01,',
        'E2,C1,2026-01-01,2026-06-30',
      ]),
    ),
  ).toMatchObject({ inserted: 2, rejected: 0 });
  expect(
    counts(
      await run('targets', [
        '월,사번,제품코드,목표금액',
        '2026-09,E1,P1,"1,000,000"',
        '2026년 9월,E1,,5000000',
      ]),
    ),
  ).toMatchObject({ inserted: 2, rejected: 0 });
  const interactions = [
    '사번,거래처코드,일시,유형,내용,다음 행동,제품코드',
    'E1,C1,2026-09-01 14:30,방문,"신제품, 설명",재방문,P1;P2',
    'E1,C2,2026-09-01T01:00:00Z,call,=HYPERLINK("http://x"),,',
  ];
  expect(counts(await run('interactions', interactions))).toMatchObject({ inserted: 2, rejected: 0 });
  expect(counts(await run('interactions', interactions))).toMatchObject({ inserted: 0, unchanged: 2 });
  expect(
    await select(
      `SELECT i.type, i.summary, i.occurred_at = '2026-09-01T14:30:00+09:00' AS "atHalfPastTwo",
              (SELECT count(*)::int FROM interaction_products WHERE interaction_id = i.id) AS products
       FROM interaction_logs i ORDER BY i.occurred_at DESC`,
    ),
  ).toEqual([
    { type: '방문', summary: '신제품, 설명', atHalfPastTwo: true, products: 2 },
    { type: '전화', summary: '=HYPERLINK("http://x")', atHalfPastTwo: false, products: 0 },
  ]);
});

test('columns the file lacks stay as they are, and ignored ones are named', async () => {
  await run('customers', ['code,name,type,region,grade', 'C8,온누리의원,의원,서울,A']);
  const report = await run('customers', ['거래처코드,거래처명,종별,비고', 'C8,온누리내과의원,의원,x']);
  expect([report.ignoredColumns, counts(report)]).toEqual([
    ['비고'],
    expect.objectContaining({ updated: 1 }),
  ]);
  expect(await select(`SELECT name, region, grade FROM customers WHERE code = 'C8'`)).toEqual([
    { name: '온누리내과의원', region: '서울', grade: 'A' },
  ]);
});

test('assignments must not overlap, and the last admin stays one', async () => {
  const report = await run('assignments', [
    'employeeNo,customerCode,validFrom,validTo',
    'E2,C2,2026-01-01,2026-03-31',
    'E2,C2,2026-03-31,2026-05-31',
    'E2,C1,2026-06-30,',
    'E2,C2,2026-07-01,2026-06-01',
  ]);
  expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'validFrom', 'period_overlaps'],
    [4, 'validFrom', 'period_overlaps'],
    [5, 'validTo', 'period_reversed'],
  ]);
  const [first] = await select<{ no: string }>(
    `SELECT employee_no AS no FROM employees WHERE role = 'admin'`,
  );
  const people = await run('employees', [
    'employeeNo,name,email,role,team',
    `${first!.no},관리자,admin@test.example,rep,`,
    'E1,한가람,E2@test.example,rep,',
    'E7,새사람,new@test.example,팀장,서울1팀',
    'E8,새사람,NEW@test.example,rep,서울1팀',
    'E9,새사람,no-address,boss,서울1팀',
  ]);
  expect(people.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'role', 'last_admin'],
    [3, 'email', 'email_taken'],
    [5, 'email', 'email_taken'],
    [6, 'email', 'email_invalid'],
    [6, 'role', 'word_unknown'],
  ]);
  expect(counts(people)).toMatchObject({ rows: 5, inserted: 1, rejected: 4 });
});

test('the monthly performance follows by itself, and says until then that it does not', async () => {
  const freshness = () =>
    callApi<FreshnessDto>(server.url, 'GET', '/api/stats/freshness', { token: admin }).then(
      ({ body }) => body,
    );
  await run('sales', [salesHeader, '2025-03-03,E1,C3,P1,7,2464']);
  let state = await freshness();
  for (const end = Date.now() + 30_000; state.stale && Date.now() < end;) state = await freshness();
  expect(state).toMatchObject({
    stale: false,
    refreshedAt: expect.any(String),
    dataChangedAt: expect.any(String),
  });
  expect(
    await select(`SELECT quantity, amount FROM customer_monthly_performance_mv WHERE month = '2025-03-01'`),
  ).toEqual([{ quantity: 7, amount: 2464 }]);
});

test('those who import are told over their sockets, others are not', async () => {
  const rep = await createPerson(server, admin, { role: 'rep' });
  const connect = async (token: string) => {
    const socket = io(server.url, { auth: { token }, transports: ['websocket'] });
    const updates: ImportUpdate[] = [];
    socket.on('import:updated', (update: ImportUpdate) => updates.push(update));
    await once(socket as never, 'connect');
    return { socket, updates };
  };
  const [mine, others] = [await connect(admin), await connect(rep.token)];
  const told = once(mine.socket as never, 'import:updated');
  const { body } = await uploadImport(server, admin, 'sales', [salesHeader, '2026-11-01,E1,C1,P1,1,352']);
  await told;
  await waitForImport(server, admin, body.id);
  expect(mine.updates.at(-1)).toMatchObject({ importId: body.id, status: 'completed', progress: 100 });
  expect(others.updates).toEqual([]);
  mine.socket.close();
  others.socket.close();
});

test('imports are listed newest first, and who may not import learns nothing', async () => {
  const list = await callApi<{ items: ImportDto[]; nextCursor: string }>(
    server.url,
    'GET',
    '/api/imports?limit=2',
    { token: admin },
  );
  expect(list.body.items).toHaveLength(2);
  const next = await callApi<{ items: ImportDto[] }>(
    server.url,
    'GET',
    `/api/imports?limit=2&cursor=${list.body.nextCursor}`,
    { token: admin },
  );
  const times = [...list.body.items, ...next.body.items].map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(new Set([...list.body.items, ...next.body.items].map(({ id }) => id)).size).toBe(4);

  const analyst = await createPerson(server, admin, { role: 'analyst' });
  expect((await uploadImport(server, analyst.token, 'sales', ['x'])).status).toBe(403);
  await callApi(server.url, 'PUT', `/api/employees/${analyst.id}/permissions`, {
    token: admin,
    body: { permissions: ['data.import'] },
  });
  // The right to import is not the right to make people admins.
  const people = ['employeeNo,name,email,role', `${analyst.employeeNo},나,me@test.example,admin`];
  expect((await uploadImport(server, analyst.token, 'employees', people)).status).toBe(403);
  expect((await uploadImport(server, analyst.token, 'sales', [salesHeader])).status).toBe(202);
});

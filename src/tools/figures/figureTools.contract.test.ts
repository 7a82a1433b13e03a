import { openSmallCompany, people, today, type SmallCompany } from '../../analytics/smallCompanyFixture';
import { permissionsOf } from '../../policies/permissions';
import { createSqlTries } from '../sql/sqlTries';
import type { QueryRecord, ToolContext } from '../toolContext';
import { queryInteractionsTool, querySalesTool } from './figureTools';

let company: SmallCompany;
let queries: QueryRecord[];
beforeAll(async () => {
  company = await openSmallCompany();
});
beforeEach(() => {
  queries = [];
});
afterAll(() => company?.database.close());

const september = { from: '2026-09-01', to: '2026-09-30' };
const nothingFound = () => Promise.reject(new Error('figures search no documents'));

function context(signal = new AbortController().signal): ToolContext {
  return {
    employee: { ...people.rep, email: 'rep@x.example', permissions: permissionsOf('rep', []) },
    language: 'ko',
    now: today,
    signal,
    readAs: company.database.readAs,
    searchPassages: nothingFound,
    readAround: async () => [],
    numberPassages: () => [],
    recordQuery: (query) => queries.push(query),
    sqlTries: createSqlTries(),
  };
}

test('figures come as a table for the person and as the same rows for the model', async () => {
  const outcome = await querySalesTool.run(
    { metrics: ['amount'], dimensions: ['month'], period: september },
    context(),
  );
  expect(outcome.artifact).toMatchObject({
    kind: 'table',
    table: { rows: [{ month: '2026-09', amount: 5000 }] },
  });
  expect(JSON.parse(outcome.content)).toMatchObject({
    columns: ['month (월, month)', 'amount (매출, won)'],
    rows: [['2026-09', 5000]],
    scope: '본인 실적과 현재 담당 거래처 기준',
    truncated: false,
  });
});

test('the statement is recorded with its values, rows and time', async () => {
  await querySalesTool.run(
    { metrics: ['amount'], period: september, filters: { regions: ['마포구'] } },
    context(),
  );
  expect(queries).toMatchObject([{ name: 'sales', rowCount: 1 }]);
  expect(queries[0]!.sql).toContain('sales_records');
  expect(queries[0]!.sql).not.toContain('마포구');
  expect(queries[0]!.parameters).toContainEqual(['마포구']);
  expect(queries[0]!.ms).toBeGreaterThan(0);
});

test('somebody else’s figures: own scope, and the model is told too', async () => {
  const { content, artifact } = await querySalesTool.run(
    { metrics: ['amount'], period: september, filters: { employeeNos: ['배소율'] } },
    context(),
  );
  expect(artifact).toMatchObject({ kind: 'table', table: { rows: [{ amount: 5000 }] } });
  expect(artifact).toMatchObject({ notice: expect.stringContaining('배소율') as string });
  expect(content).toContain('배소율');
});

test('contacts are listed', async () => {
  const { artifact } = await queryInteractionsTool.run(
    { metrics: ['contacts'], list: true, period: { from: '2026-11-20', to: '2026-11-20' } },
    context(),
  );
  expect(artifact).toMatchObject({
    kind: 'table',
    table: { rows: [{ customer: '한빛내과의원', nextAction: '샘플 전달' }] },
  });
});

test.each([
  ['an unknown metric', { metrics: ['profit'], period: september }, 'wrong_argument', 'metrics'],
  [
    'a reversed period',
    { metrics: ['amount'], period: { from: '2026-09-30', to: '2026-09-01' } },
    'wrong_argument',
    '2026-09-30',
  ],
  ['an unknown field', { metrics: ['amount'], period: september, sql: 'SELECT 1' }, 'wrong_argument', 'sql'],
  [
    'no date',
    { metrics: ['amount'], period: { from: '2026-13-01', to: '2026-09-01' } },
    'wrong_argument',
    'period.from',
  ],
  [
    'an unknown customer',
    { metrics: ['amount'], period: september, filters: { customers: ['새론약국'] } },
    'unknown_name',
    '새론약국',
  ],
])('%s is something the model can mend', async (_, input, code, said) => {
  const { content, artifact } = await querySalesTool.run(input as never, context());
  expect(artifact).toMatchObject({ kind: 'error', code });
  expect(content).toContain(said);
});

test('a stopped turn stops the query', async () => {
  const controller = new AbortController();
  controller.abort(new Error('stopped'));
  await expect(
    querySalesTool.run({ metrics: ['amount'], period: september }, context(controller.signal)),
  ).rejects.toThrow('stopped');
  expect(queries).toMatchObject([{ error: 'stopped' }]);
});

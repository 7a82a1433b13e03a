import { openSmallCompany, september, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

/** 16 of its 21 working days have passed on the 23rd; 한가람 sold 4000 of 5000. */
const november = { from: '2026-11-01', to: '2026-11-23' };
const pace = ['targetDue', 'pace', 'forecastAmount'] as const;

test('the target due by now, the pace and what it comes to', async () => {
  const query = {
    metrics: ['amount' as const, ...pace],
    dimensions: ['employee' as const],
    period: november,
  };
  expect(await company.cells(query, ['employee', 'amount', ...pace])).toEqual([
    ['한가람', 4000, 3810, 1.05, 5250],
    ['배소율', 1000, null, null, 1313],
    ['오세린', 1000, null, null, 1313],
  ]);
  expect(await company.cells({ ...query, dimensions: [] }, [...pace], 'rep')).toEqual([[3810, 1.05, 5250]]);
});

test('days to come make no difference, and the days are told', async () => {
  const query = { metrics: [...pace], period: { ...november, to: '2026-11-30' }, mine: true };
  const { table } = await company.sales(query, 'rep');
  expect(table.rows).toEqual([{ targetDue: 3810, pace: 1.05, forecastAmount: 5250 }]);
  expect(table.definition).toContain('근무일(월~금, 공휴일·대체공휴일 제외) 16/21일 경과');
  expect(table.definition).toContain('2026-11-23 기준');
});

test('a month that is over has its whole target due, less returns', async () => {
  const query = { metrics: [...pace], dimensions: ['employee' as const] };
  expect(await company.cells(query, ['employee', ...pace], 'manager')).toEqual([
    ['한가람', 5000, 1, 5000],
    ['오세린', 4000, 0.75, 3000],
  ]);
});

test('half a month has 11 of 20 working days', async () => {
  const query = { metrics: [...pace], period: { ...september, to: '2026-09-15' }, mine: true };
  expect(await company.cells(query, [...pace], 'rep')).toEqual([
    [2750, 5000 / 2750, 5000 / (11 / 20)].map((figure, index) => (index === 2 ? Math.round(figure) : figure)),
  ]);
});

test('several months are each due by their own days', async () => {
  const query = { metrics: [...pace], period: { from: '2026-09-01', to: '2026-11-23' }, mine: true };
  const due = 5000 + 2000 + 5000 * (16 / 21);
  expect(await company.cells(query, [...pace], 'rep')).toEqual([
    [Math.round(due), 11000 / due, 5000 + 2000 + 5250],
  ]);
  expect(
    await company.cells({ ...query, dimensions: ['month'] }, ['month', 'targetDue', 'forecastAmount'], 'rep'),
  ).toEqual([
    ['2026-09', 5000, 5000],
    ['2026-10', 2000, 2000],
    ['2026-11', 3810, 5250],
  ]);
});

test('a Sunday that begins the month: nothing is due, and sales stand as they are', async () => {
  const query = { metrics: ['amount' as const, ...pace], period: { from: '2026-11-01', to: '2026-11-01' } };
  expect(await company.cells(query, ['amount', ...pace])).toEqual([[1000, 0, null, 1000]]);
});

test('no target, no sale: nothing is invented', async () => {
  const query = { metrics: [...pace], period: { from: '2026-07-01', to: '2026-07-31' } };
  expect(await company.cells(query, [...pace])).toEqual([]);
});

test('those behind the working days, the furthest first', async () => {
  const query = {
    metrics: ['pace' as const],
    dimensions: ['employee' as const],
    thresholds: [{ measure: 'pace' as const, below: 1 }],
    order: { by: 'pace' as const, direction: 'asc' as const },
  };
  expect(await company.cells(query, ['employee', 'pace'])).toEqual([
    ['오세린', 0.75],
    ['배소율', 0.8],
  ]);
});

test('a year whose holidays nobody has published says so', async () => {
  const query = {
    metrics: ['amount' as const, 'targetDue' as const],
    period: { from: '2150-01-01', to: '2150-01-31' },
  };
  expect((await company.sales(query)).table.definition).toContain('2150년의 공휴일은 달력에 없어 주말만 뺌');
});

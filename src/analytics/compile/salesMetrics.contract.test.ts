import { openSmallCompany, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

test('quantity, lines, customers and average price', async () => {
  const metrics = ['quantity', 'saleCount', 'customerCount', 'averageUnitPrice'] as const;
  expect(await company.cells({ metrics: [...metrics] }, [...metrics])).toEqual([[70, 6, 4, 143]]);
});

test('target and achievement', async () => {
  const metrics = ['amount', 'targetAmount', 'achievementRate'] as const;
  expect(
    await company.cells({ metrics: [...metrics], dimensions: ['employee'] }, ['employee', ...metrics]),
  ).toEqual([
    ['한가람', 5000, 5000, 1],
    ['오세린', 3000, 4000, 0.75],
    ['배소율', 2000, 2500, 0.8],
  ]);
  expect(
    await company.cells(
      { metrics: ['targetAmount'], filters: { products: ['나루암로정 5mg'] } },
      ['targetAmount'],
      'manager',
    ),
  ).toEqual([[4000]]);
  expect(
    await company.cells(
      { metrics: ['achievementRate'], dimensions: ['customer'], limit: 1 },
      ['achievementRate'],
      'rep',
    ),
  ).toEqual([[null]]);
});

test('a share is of all groups, of the same month, or of everything beside the filter', async () => {
  expect(
    await company.cells({ metrics: ['share'], dimensions: ['employee'] }, ['employee', 'share']),
  ).toEqual([
    ['한가람', 0.5],
    ['오세린', 0.3],
    ['배소율', 0.2],
  ]);
  expect(
    await company.cells({ metrics: ['share'], filters: { products: ['나루텔미암로정'] } }, ['share']),
  ).toEqual([[0.3]]);
  expect(await company.cells({ metrics: ['share'], filters: { employeeNos: ['E02'] } }, ['share'])).toEqual([
    [0.3],
  ]);
  const autumn = { from: '2026-09-01', to: '2026-10-31' };
  expect(
    await company.cells(
      { metrics: ['share'], dimensions: ['month'], filters: { reimbursed: false }, period: autumn },
      ['month', 'share'],
    ),
  ).toEqual([
    ['2026-09', 0],
    ['2026-10', 2000 / 6000],
  ]);
});

test('customers looked after today', async () => {
  const query = { metrics: ['assignedCustomers' as const], dimensions: ['employee' as const] };
  expect(await company.cells(query, ['employee', 'assignedCustomers'], 'manager')).toEqual([
    ['한가람', 2],
    ['오세린', 1],
  ]);
  expect(
    await company.cells({ metrics: ['assignedCustomers'], mine: true }, ['assignedCustomers'], 'rep'),
  ).toEqual([[2]]);
});

test('growth over the period before and over last year, none where there was nothing', async () => {
  const columns = ['employee', 'amount', 'amountBefore', 'amountChange', 'amountGrowth'];
  expect(await company.cells({ dimensions: ['employee'], compare: 'previous' }, columns)).toEqual([
    ['한가람', 5000, 2000, 3000, 1.5],
    ['오세린', 3000, 0, 3000, null],
    ['배소율', 2000, 0, 2000, null],
  ]);
  expect(await company.cells({ compare: 'lastYear' }, columns.slice(1), 'rep')).toEqual([
    [5000, 1000, 4000, 4],
  ]);
  expect(
    await company.cells(
      { compare: { from: '2026-10-01', to: '2026-10-31' }, mine: true },
      columns.slice(1),
      'rep',
    ),
  ).toEqual([[5000, 2000, 3000, 1.5]]);
});

test('a month that is not over is compared with as many days', async () => {
  const query = { period: { from: '2026-11-01', to: '2026-11-23' }, compare: 'previous' as const };
  const { table } = await company.sales(query, 'rep');
  expect(table.rows).toEqual([
    { amount: 4000, amountBefore: 1500, amountChange: 2500, amountGrowth: 2500 / 1500 },
  ]);
  expect(table.definition).toContain('2026-10-01 ~ 2026-10-23');
});

test('growth month by month is over the month before', async () => {
  const query = {
    dimensions: ['month' as const],
    compare: 'previous' as const,
    period: { from: '2026-09-01', to: '2026-10-31' },
  };
  expect(await company.cells(query, ['month', 'amount', 'amountBefore', 'amountGrowth'], 'rep')).toEqual([
    ['2026-09', 5000, 2000, 1.5],
    ['2026-10', 2000, 5000, -0.6],
  ]);
});

test('those who lost most', async () => {
  const query = {
    dimensions: ['customer' as const],
    compare: 'previous' as const,
    period: { from: '2026-10-01', to: '2026-10-31' },
    order: { by: 'change' as const, direction: 'asc' as const },
    limit: 1,
  };
  expect(await company.cells(query, ['customer', 'amountChange'])).toEqual([['한빛내과의원', -3000]]);
});

test('growth on the month and on the year before are figures of their own, with their days', async () => {
  const metrics = ['growthOnMonth' as const, 'growthOnYear' as const];
  const { table } = await company.sales({ metrics, dimensions: ['employee'] });
  expect(table.rows).toEqual([
    { employee: '한가람', growthOnMonth: 1.5, growthOnYear: 4 },
    { employee: '배소율', growthOnMonth: null, growthOnYear: null },
    { employee: '오세린', growthOnMonth: null, growthOnYear: null },
  ]);
  expect(table.definition).toContain('전월 2026-08-01 ~ 2026-08-31. 전년 동기 2025-09-01 ~ 2025-09-30');
  const november = { from: '2026-11-01', to: '2026-11-23' };
  expect(await company.cells({ metrics, period: november }, metrics, 'rep')).toEqual([[2500 / 1500, null]]);
  expect(await company.cells({ metrics, period: { from: '2026-10-01', to: '2026-10-31' } }, metrics)).toEqual(
    [[-0.4, 11]],
  );
});

test('growth month by month, above a bound, beside a comparison', async () => {
  const query = {
    metrics: ['amount' as const, 'growthOnMonth' as const],
    dimensions: ['month' as const],
    period: { from: '2026-09-01', to: '2026-10-31' },
    thresholds: [{ measure: 'growthOnMonth' as const, below: 0 }],
    compare: 'lastYear' as const,
  };
  expect(await company.cells(query, ['month', 'amount', 'amountBefore', 'growthOnMonth'])).toEqual([
    ['2026-10', 6000, 500, -0.4],
  ]);
});

import type { FigureRequest } from '../figureQuery';
import { openSmallCompany, september, type SmallCompany } from '../smallCompanyFixture';
import type { Figures } from './runFigures';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

describe('who sees what', () => {
  test('a rep sees own sales and all sales to the customers assigned today', async () => {
    expect(await company.cells({}, ['amount'], 'rep')).toEqual([[5000]]);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(await company.cells({ period: march }, ['amount'], 'rep')).toEqual([[2000]]);
    expect(await company.cells({ period: march, mine: true }, ['amount'], 'rep')).toEqual([]);
    expect(await company.cells({ period: march }, ['amount'], 'otherTeam')).toEqual([]);
  });

  test('a manager sees the team, an analyst everybody', async () => {
    expect(await company.cells({}, ['amount'], 'manager')).toEqual([[8000]]);
    expect(await company.cells({}, ['amount'], 'analyst')).toEqual([[10000]]);
  });

  test('the scope is named', async () => {
    expect((await company.sales({}, 'rep')).table.scope).toBe('본인 실적과 현재 담당 거래처 기준');
    expect((await company.sales({ mine: true }, 'rep')).table.scope).toBe('본인 실적 기준');
    expect((await company.sales({}, 'manager')).table.scope).toBe('서울1팀 팀원과 담당 거래처 기준');
    expect((await company.sales({}, 'analyst')).table.scope).toBe('전사 기준');
  });

  test('somebody else’s figures are not shown: own scope, and told so', async () => {
    const asked = await company.sales({ filters: { employeeNos: ['배소율'] } }, 'rep');
    expect(asked.table.rows).toEqual([{ amount: 5000 }]);
    expect(asked.notice).toContain('배소율');
    const colleague = await company.sales({ filters: { employeeNos: ['E02'] } }, 'manager');
    expect(colleague.table.rows).toEqual([{ amount: 3000 }]);
    expect(colleague.notice).toBeUndefined();
    const teams = await company.sales({ filters: { teams: ['서울1팀', '서울2팀'] } }, 'manager');
    expect(teams.table.rows).toEqual([{ amount: 8000 }]);
    expect(teams.notice).toContain('서울2팀');
  });

  test('another’s customer is as unknown as one that does not exist', async () => {
    const request = (name: string): FigureRequest => ({
      subject: 'sales',
      query: { metrics: ['amount'], period: september, filters: { customers: [name] } },
    });
    expect(await company.run(request('새론약국'), 'rep')).toEqual({ unknown: '새론약국' });
    expect(await company.run(request('없는약국'), 'rep')).toEqual({ unknown: '없는약국' });
    expect(await company.run(request('C04'), 'rep')).toEqual({ unknown: 'C04' });
  });
});

test('a table says what it shows, in both languages', async () => {
  const request: FigureRequest = {
    subject: 'sales',
    query: {
      metrics: ['amount'],
      dimensions: ['month'],
      period: september,
      filters: { products: ['나루암로정'] },
    },
  };
  const korean = (await company.run(request, 'rep')) as Figures;
  expect(korean.table).toMatchObject({
    title: '나루암로정 5mg, 나루암로정 10mg · 월별 매출',
    columns: [
      { key: 'month', label: '월', kind: 'month' },
      { key: 'amount', label: '매출', kind: 'won' },
    ],
    definition:
      '기간 2026-09-01 ~ 2026-09-30. 조건: 제품 나루암로정 5mg, 나루암로정 10mg. 매출은 판매 금액의 합계(반품 차감). 2026-11-23 기준.',
  });
  const english = (await company.run(request, 'rep', 'en')) as Figures;
  expect(english.table).toMatchObject({
    title: '나루암로정 5mg, 나루암로정 10mg · Sales by month',
    scope: 'your own records and the customers assigned to you today',
  });
});

test('a table says as data what it covers, what its figures are and how to ask for it again', async () => {
  const { table } = await company.sales(
    { dimensions: ['customer'], compare: 'previous', period: september },
    'rep',
  );
  expect(table).toMatchObject({
    period: september,
    comparedPeriod: { from: '2026-08-01', to: '2026-08-31' },
    asOf: '2026-11-23',
    totalCount: 2,
    truncated: false,
    codes: { customer: ['C01', 'C03'] },
    chart: { kind: 'bar', purpose: 'comparison', x: 'customer', y: ['amount', 'amountBefore'] },
    query: { subject: 'sales', query: { metrics: ['amount'], period: september, compare: 'previous' } },
  });
  expect(table.columns[1]).toEqual({
    key: 'amount',
    label: '매출',
    kind: 'won',
    unit: '원',
    definition: '매출은 판매 금액의 합계(반품 차감)',
  });
});

test('an answer that had to be cut counts what is left out, and can be asked for whole', async () => {
  const { sequelize } = company.database;
  await sequelize.query(`
    INSERT INTO customers (id, code, name, type) SELECT 1000 + n, 'X' || n, '많은의원 ' || n, '의원'
    FROM generate_series(1, 120) AS n;
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    SELECT '2024-05-06', 3, 1000 + n, 1, 1, n FROM generate_series(1, 120) AS n`);
  const may = { from: '2024-05-01', to: '2024-05-31' };
  const query = { metrics: ['amount' as const], dimensions: ['customer' as const], period: may };
  const cut = await company.sales(query);
  expect(cut.table.rows).toHaveLength(100);
  expect(cut.table).toMatchObject({ truncated: true, totalCount: 120 });
  const whole = (await company.run({ subject: 'sales', query }, 'analyst', 'ko', 1_000)) as Figures;
  expect(whole.table.rows).toHaveLength(120);
  expect(whole.table).toMatchObject({ truncated: false, totalCount: 120 });
  const five = (await company.run(
    { subject: 'sales', query: { ...query, limit: 5 } },
    'analyst',
    'ko',
    1_000,
  )) as Figures;
  expect(five.table.rows).toHaveLength(5);
});

test('a few things over time are a line each; a share is drawn as one', async () => {
  const time = await company.sales({
    dimensions: ['month', 'employee'],
    period: { from: '2026-08-01', to: '2026-11-30' },
  });
  expect(time.chart).toMatchObject({ kind: 'line', x: 'month', y: ['amount'], series: 'employee' });
  const share = await company.sales({ metrics: ['amount', 'share'], dimensions: ['product'] });
  expect(share.chart).toMatchObject({ kind: 'bar', purpose: 'share', x: 'product', y: ['share'] });
});

test('a chart goes with one dimension: a line over time, else bars', async () => {
  const overTime = await company.sales({
    dimensions: ['month'],
    period: { from: '2026-08-01', to: '2026-09-30' },
  });
  expect(overTime.chart).toMatchObject({ kind: 'line', x: 'month', y: ['amount'] });
  const byPerson = await company.sales({ dimensions: ['employee'], compare: 'previous' });
  expect(byPerson.chart).toMatchObject({ kind: 'bar', x: 'employee', y: ['amount', 'amountBefore'] });
  expect((await company.sales({})).chart).toBeUndefined();
});

import { openSmallCompany, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
  // Returned goods are no sale: of a customer that had bought nothing yet, and of one whose last sale was in October.
  await company.database.sequelize.query(`
INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, line_no, quantity, amount) VALUES
('2026-10-10', 3, 5, 4, 1, -1, -1000), ('2026-11-20', 3, 4, 4, 1, -1, -1000);`);
});
afterAll(() => company?.database.close());

const year = { from: '2026-01-01', to: '2026-11-23' };
const october = { from: '2026-10-01', to: '2026-10-31' };
const november = { from: '2026-11-01', to: '2026-11-23' };

test('sales by line and by customer, of how many products', async () => {
  const metrics = ['averageSaleAmount', 'amountPerCustomer', 'productCount'] as const;
  const query = { metrics: [...metrics], dimensions: ['employee' as const] };
  expect(await company.cells(query, ['employee', ...metrics])).toEqual([
    ['오세린', 3000, 3000, 1],
    ['배소율', 2000, 2000, 1],
    ['한가람', 1250, 2500, 3],
  ]);
  expect(await company.cells({ ...query, dimensions: [] }, [...metrics], 'manager')).toEqual([
    [1600, 8000 / 3, 3].map(Math.round),
  ]);
  const { table } = await company.sales({ metrics: [...metrics], compare: 'previous' }, 'rep');
  expect(table.rows).toMatchObject([
    { averageSaleAmountBefore: 1000, averageSaleAmountGrowth: 0.25, productCountChange: 1 },
  ]);
});

describe('new customers', () => {
  test('by the month of their first sale, whoever made it', async () => {
    const query = { metrics: ['newCustomers' as const], dimensions: ['month' as const], period: year };
    expect(await company.cells(query, ['month', 'newCustomers'])).toEqual([
      ['2026-03', 1],
      ['2026-08', 0],
      ['2026-09', 2],
      ['2026-10', 0],
      ['2026-11', 1],
    ]);
    expect(await company.cells(query, ['month', 'newCustomers'], 'rep')).toEqual([
      ['2026-03', 1],
      ['2026-08', 0],
      ['2026-09', 0],
      ['2026-10', 0],
      ['2026-11', 0],
    ]);
  });

  test('by who sold first, above a bound', async () => {
    const query = {
      metrics: ['newCustomers' as const],
      dimensions: ['employee' as const],
      thresholds: [{ measure: 'newCustomers' as const, atLeast: 1 }],
    };
    expect(await company.cells(query, ['employee', 'newCustomers'])).toEqual([
      ['배소율', 1],
      ['오세린', 1],
    ]);
  });

  test('of a product: those that bought it for the first time', async () => {
    const query = { metrics: ['newCustomers' as const], filters: { products: ['P04'] } };
    expect(await company.cells(query, ['newCustomers'])).toEqual([[1]]);
    expect(await company.cells({ ...query, period: november }, ['newCustomers'])).toEqual([[1]]);
    expect(await company.cells({ ...query, period: november }, ['newCustomers'], 'rep')).toEqual([]);
  });
});

describe('lost customers', () => {
  const metrics = ['lostCustomers' as const];

  test('bought in the period before and not in this one, and both are dated', async () => {
    const { table } = await company.sales({ metrics, period: october, dimensions: ['employee'] });
    expect(table.rows).toEqual([
      { employee: '한가람', lostCustomers: 1 },
      { employee: '배소율', lostCustomers: 0 },
      { employee: '오세린', lostCustomers: 0 },
    ]);
    expect(table.definition).toContain('비교 기간 2026-09-01 ~ 2026-09-30');
    expect(await company.cells({ metrics, period: october }, metrics, 'rep')).toEqual([[1]]);
    expect(await company.cells({ metrics, period: october }, metrics, 'otherTeam')).toEqual([[0]]);
  });

  test('of a month under way: those of as many days of the month before', async () => {
    expect(await company.cells({ metrics, period: november }, metrics)).toEqual([[0]]);
    const compare = october;
    expect(
      await company.cells({ metrics: ['amount', ...metrics], period: november, compare }, metrics),
    ).toEqual([[1]]);
  });

  test('month by month, against the month before', async () => {
    const query = { metrics, dimensions: ['month' as const], period: { ...october, to: november.to } };
    expect(await company.cells(query, ['month', ...metrics])).toEqual([
      ['2026-10', 1],
      ['2026-11', 0],
    ]);
    const quarters = { ...query, dimensions: ['quarter' as const] };
    expect(await company.cells(quarters, ['quarter', ...metrics])).toEqual([['2026-Q4', 0]]);
  });

  test('of a product: those that bought it before', async () => {
    const query = { metrics, period: october, filters: { products: ['P02'] } };
    expect(await company.cells(query, metrics)).toEqual([[1]]);
  });
});

describe('the last sale', () => {
  const metrics = ['lastSale', 'daysSinceLastSale'] as const;

  test('is no return; namesakes are told apart', async () => {
    const query = {
      metrics: [...metrics],
      dimensions: ['customer' as const],
      period: year,
      order: { by: 'daysSinceLastSale' as const, direction: 'desc' as const },
    };
    expect(await company.cells(query, ['customer', ...metrics])).toEqual([
      ['새론약국', '2026-10-31', 23],
      ['한빛내과의원 (서울 마포구, C01)', '2026-11-01', 22],
      ['푸른들종합병원', '2026-11-10', 13],
      ['한빛내과의원 (서울 강남구, C02)', '2026-11-20', 3],
      ['모꼬지 의약품도매', '2026-11-23', 0],
    ]);
  });

  test('of customers looked after: none is the longest ago', async () => {
    const query = {
      metrics: [...metrics],
      dimensions: ['customer' as const],
      allAssignedCustomers: true,
      period: november,
      thresholds: [{ measure: 'daysSinceLastSale' as const, atLeast: 10 }],
      order: { by: 'daysSinceLastSale' as const, direction: 'desc' as const },
    };
    expect(await company.cells(query, ['customer', ...metrics], 'otherTeam')).toEqual([
      ['새론약국', null, null],
    ]);
  });
});

describe('customers without a sale', () => {
  const metrics = ['customersWithoutSale' as const];

  test('of those looked after today, by who does; a filter and a group agree', async () => {
    const query = { metrics, dimensions: ['employee' as const], period: november };
    expect(await company.cells(query, ['employee', ...metrics])).toEqual([
      ['배소율', 1],
      ['오세린', 0],
      ['한가람', 0],
    ]);
    const ofOne = (employeeNo: string) => ({
      metrics,
      period: november,
      filters: { employeeNos: [employeeNo] },
    });
    expect(await company.cells(ofOne('E03'), metrics)).toEqual([[1]]);
    expect(await company.cells(ofOne('E01'), metrics)).toEqual([[0]]);
  });

  test('a colleague’s sale counts, also for the one who looks after the customer now', async () => {
    const march = { from: '2026-03-01', to: '2026-03-31' };
    const query = { metrics, dimensions: ['employee' as const], period: march };
    expect(await company.cells(query, ['employee', ...metrics], 'manager')).toEqual([
      ['오세린', 1],
      ['한가람', 1],
    ]);
    expect(await company.cells({ metrics, period: march, mine: true }, metrics, 'rep')).toEqual([[1]]);
  });

  test('of a product, and by kind of customer', async () => {
    const query = { metrics, period: november, filters: { products: ['나루암로정 5mg'] } };
    expect(await company.cells(query, metrics)).toEqual([[3]]);
    expect(
      await company.cells({ ...query, dimensions: ['customerType'] }, ['customerType', ...metrics]),
    ).toEqual([
      ['기타', 1],
      ['약국', 1],
      ['종합병원', 1],
      ['의원', 0],
    ]);
  });
});

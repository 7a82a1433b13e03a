import type { SalesQuery } from '../figureQuery';
import { openSmallCompany, september, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

describe('grouping and order', () => {
  test('the largest comes first, and namesakes are told apart', async () => {
    expect(await company.cells({ dimensions: ['customer'] }, ['customer', 'amount'])).toEqual([
      ['한빛내과의원 (서울 마포구, C01)', 5000],
      ['한빛내과의원 (서울 강남구, C02)', 3000],
      ['새론약국', 2000],
      ['푸른들종합병원', 0],
    ]);
  });

  test('time goes forward', async () => {
    const year = { from: '2026-01-01', to: '2026-11-23' };
    expect(await company.cells({ dimensions: ['month'], period: year }, ['month', 'amount'], 'rep')).toEqual([
      ['2026-03', 2000],
      ['2026-08', 2000],
      ['2026-09', 5000],
      ['2026-10', 2000],
      ['2026-11', 4000],
    ]);
    expect(
      await company.cells({ dimensions: ['quarter'], period: year }, ['quarter', 'amount'], 'rep'),
    ).toEqual([
      ['2026-Q1', 2000],
      ['2026-Q3', 7000],
      ['2026-Q4', 6000],
    ]);
    const november = { from: '2026-11-01', to: '2026-11-23' };
    expect(await company.cells({ dimensions: ['week'], period: november }, ['week', 'amount'])).toEqual([
      ['2026-10-26', 1000],
      ['2026-11-09', 3000],
      ['2026-11-16', 1000],
      ['2026-11-23', 1000],
    ]);
  });

  test('as many rows as were asked for are no cut answer', async () => {
    const { table } = await company.sales({ dimensions: ['employee'], limit: 2 });
    expect(table.rows).toEqual([
      { employee: '한가람', amount: 5000 },
      { employee: '오세린', amount: 3000 },
    ]);
    expect(table.truncated).toBe(false);
    expect(table.totalCount).toBeUndefined();
    const whole = await company.sales({ dimensions: ['employee'], limit: 3 });
    expect(whole.table).toMatchObject({ truncated: false, totalCount: 3 });
  });

  test('the smallest come first when asked for', async () => {
    const order = { by: 'amount', direction: 'asc' } as const;
    expect(await company.cells({ dimensions: ['employee'], order, limit: 1 }, ['employee'])).toEqual([
      ['배소율'],
    ]);
  });

  test('a limit over time is one on products, not on months', async () => {
    const autumn = { from: '2026-09-01', to: '2026-10-31' };
    expect(
      await company.cells({ dimensions: ['product', 'month'], period: autumn, limit: 1 }, [
        'product',
        'month',
        'amount',
      ]),
    ).toEqual([
      ['나루암로정 5mg', '2026-09', 5000],
      ['나루암로정 5mg', '2026-10', 2000],
    ]);
  });

  test('thresholds keep the groups within them', async () => {
    const thresholds = [{ measure: 'amount', atLeast: 2000, below: 5000 }] as const;
    expect(
      await company.cells({ dimensions: ['employee'], thresholds: [...thresholds] }, ['employee']),
    ).toEqual([['오세린'], ['배소율']]);
  });

  test('all assigned customers, also those that bought nothing', async () => {
    const query = {
      dimensions: ['customer'] as const,
      allAssignedCustomers: true,
      thresholds: [{ measure: 'amount' as const, atMost: 0 }],
      period: { from: '2026-11-01', to: '2026-11-23' },
    };
    expect(
      await company.cells({ ...query, dimensions: [...query.dimensions] }, ['customer'], 'otherTeam'),
    ).toEqual([['새론약국']]);
  });
});

describe('filters', () => {
  test.each<[string, SalesQuery['filters'], number]>([
    ['a brand with strength', { products: ['나루암로정 5mg'] }, 5000],
    ['a brand without strength', { products: ['나루암로정'] }, 7000],
    ['a substance, in combinations too', { ingredients: ['암로디핀'] }, 10000],
    ['not reimbursed', { reimbursed: false }, 0],
    ['a class', { therapeuticClasses: ['고혈압'] }, 10000],
    ['a kind of customer', { customerTypes: ['의원'] }, 8000],
    ['a province', { regions: ['서울'] }, 10000],
    ['a district', { regions: ['마포구'] }, 7000],
    ['province and district', { regions: ['서울 강남구'] }, 3000],
    ['a grade', { grades: ['A'] }, 5000],
    ['a team', { teams: ['서울2팀'] }, 2000],
    ['several at once', { regions: ['마포구'], customerTypes: ['약국'] }, 2000],
  ])('%s', async (_, filters, expected) => {
    expect(await company.cells({ filters }, ['amount'])).toEqual([[expected]]);
  });

  test('a name that fits two customers is not guessed', async () => {
    const result = await company.run({
      subject: 'sales',
      query: { metrics: ['amount'], period: september, filters: { customers: ['한빛내과의원'] } },
    });
    expect(result).toMatchObject({ ambiguous: { candidates: [{ codes: ['C01'] }, { codes: ['C02'] }] } });
  });

  test('what a person wrote is never SQL', async () => {
    const hostile = "서울' OR true; DROP TABLE sales_records; --";
    const { sql, table } = await company.sales({ filters: { regions: [hostile], grades: [hostile] } });
    expect(table.rows).toEqual([]);
    expect(sql).not.toContain('DROP');
    expect(await company.cells({}, ['amount'])).toEqual([[10000]]);
  });
});

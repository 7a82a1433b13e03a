import type { FigureRequest, SalesQuery } from '../figureQuery';
import { openSmallCompany, people, today } from '../smallCompanyFixture';
import type { Database } from '../../storage/database/database';
import { runFigures, type Figures } from './runFigures';

let company: Database;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company.close());

type Person = keyof typeof people;
const september = { from: '2026-09-01', to: '2026-09-30' };

async function run(request: FigureRequest, person: Person = 'analyst', language: 'ko' | 'en' = 'ko') {
  const context = { employee: people[person], language, now: today, signal: new AbortController().signal };
  return runFigures(request, { ...context, readAs: company.readAs });
}

async function sales(query: Partial<SalesQuery>, person?: Person): Promise<Figures> {
  const whole: SalesQuery = { metrics: ['amount'], period: september, ...query };
  return (await run({ subject: 'sales', query: whole }, person)) as Figures;
}

/** Cells of the columns, row by row. */
async function cells(query: Partial<SalesQuery>, columns: string[], person?: Person) {
  const { table } = await sales(query, person);
  return table.rows.map((row) => columns.map((column) => row[column]));
}

describe('who sees what', () => {
  test('a rep sees own sales and all sales to the customers assigned today', async () => {
    expect(await cells({}, ['amount'], 'rep')).toEqual([[5000]]);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(await cells({ period: march }, ['amount'], 'rep')).toEqual([[2000]]);
    expect(await cells({ period: march, mine: true }, ['amount'], 'rep')).toEqual([]);
    expect(await cells({ period: march }, ['amount'], 'otherTeam')).toEqual([]);
  });

  test('a manager sees the team, an analyst everybody', async () => {
    expect(await cells({}, ['amount'], 'manager')).toEqual([[8000]]);
    expect(await cells({}, ['amount'], 'analyst')).toEqual([[10000]]);
  });

  test('the scope is named', async () => {
    expect((await sales({}, 'rep')).table.scope).toBe('본인 실적과 현재 담당 거래처 기준');
    expect((await sales({ mine: true }, 'rep')).table.scope).toBe('본인 실적 기준');
    expect((await sales({}, 'manager')).table.scope).toBe('서울1팀 팀원과 담당 거래처 기준');
    expect((await sales({}, 'analyst')).table.scope).toBe('전사 기준');
  });

  test('somebody else’s figures are not shown: own scope, and told so', async () => {
    const asked = await sales({ filters: { employeeNos: ['배소율'] } }, 'rep');
    expect(asked.table.rows).toEqual([{ amount: 5000 }]);
    expect(asked.notice).toContain('배소율');
    const colleague = await sales({ filters: { employeeNos: ['E02'] } }, 'manager');
    expect(colleague.table.rows).toEqual([{ amount: 3000 }]);
    expect(colleague.notice).toBeUndefined();
    const teams = await sales({ filters: { teams: ['서울1팀', '서울2팀'] } }, 'manager');
    expect(teams.table.rows).toEqual([{ amount: 8000 }]);
    expect(teams.notice).toContain('서울2팀');
  });

  test('another’s customer is as unknown as one that does not exist', async () => {
    const request = (name: string): FigureRequest => ({
      subject: 'sales',
      query: { metrics: ['amount'], period: september, filters: { customers: [name] } },
    });
    expect(await run(request('새론약국'), 'rep')).toEqual({ unknown: '새론약국' });
    expect(await run(request('없는약국'), 'rep')).toEqual({ unknown: '없는약국' });
    expect(await run(request('C04'), 'rep')).toEqual({ unknown: 'C04' });
  });
});

describe('grouping and order', () => {
  test('the largest comes first, and namesakes are told apart', async () => {
    expect(await cells({ dimensions: ['customer'] }, ['customer', 'amount'])).toEqual([
      ['한빛내과의원 (서울 마포구, C01)', 5000],
      ['한빛내과의원 (서울 강남구, C02)', 3000],
      ['새론약국', 2000],
      ['푸른들종합병원', 0],
    ]);
  });

  test('time goes forward', async () => {
    const year = { from: '2026-01-01', to: '2026-11-23' };
    expect(await cells({ dimensions: ['month'], period: year }, ['month', 'amount'], 'rep')).toEqual([
      ['2026-03', 2000],
      ['2026-08', 2000],
      ['2026-09', 5000],
      ['2026-10', 2000],
      ['2026-11', 4000],
    ]);
    expect(await cells({ dimensions: ['quarter'], period: year }, ['quarter', 'amount'], 'rep')).toEqual([
      ['2026-Q1', 2000],
      ['2026-Q3', 7000],
      ['2026-Q4', 6000],
    ]);
    const november = { from: '2026-11-01', to: '2026-11-23' };
    expect(await cells({ dimensions: ['week'], period: november }, ['week', 'amount'])).toEqual([
      ['2026-10-26', 1000],
      ['2026-11-09', 3000],
      ['2026-11-16', 1000],
      ['2026-11-23', 1000],
    ]);
  });

  test('a limit cuts and says so', async () => {
    const { table } = await sales({ dimensions: ['employee'], limit: 2 });
    expect(table.rows).toEqual([
      { employee: '한가람', amount: 5000 },
      { employee: '오세린', amount: 3000 },
    ]);
    expect(table.truncated).toBe(true);
    expect((await sales({ dimensions: ['employee'], limit: 3 })).table.truncated).toBe(false);
  });

  test('the smallest come first when asked for', async () => {
    const order = { by: 'amount', direction: 'asc' } as const;
    expect(await cells({ dimensions: ['employee'], order, limit: 1 }, ['employee'])).toEqual([['배소율']]);
  });

  test('a limit over time is one on products, not on months', async () => {
    const autumn = { from: '2026-09-01', to: '2026-10-31' };
    expect(
      await cells({ dimensions: ['product', 'month'], period: autumn, limit: 1 }, [
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
    expect(await cells({ dimensions: ['employee'], thresholds: [...thresholds] }, ['employee'])).toEqual([
      ['오세린'],
      ['배소율'],
    ]);
  });

  test('all assigned customers, also those that bought nothing', async () => {
    const query = {
      dimensions: ['customer'] as const,
      allAssignedCustomers: true,
      thresholds: [{ measure: 'amount' as const, atMost: 0 }],
      period: { from: '2026-11-01', to: '2026-11-23' },
    };
    expect(await cells({ ...query, dimensions: [...query.dimensions] }, ['customer'], 'otherTeam')).toEqual([
      ['새론약국'],
    ]);
  });
});

describe('metrics', () => {
  test('quantity, lines, customers and average price', async () => {
    const metrics = ['quantity', 'saleCount', 'customerCount', 'averageUnitPrice'] as const;
    expect(await cells({ metrics: [...metrics] }, [...metrics])).toEqual([[70, 6, 4, 143]]);
  });

  test('target and achievement', async () => {
    const metrics = ['amount', 'targetAmount', 'achievementRate'] as const;
    expect(
      await cells({ metrics: [...metrics], dimensions: ['employee'] }, ['employee', ...metrics]),
    ).toEqual([
      ['한가람', 5000, 5000, 1],
      ['오세린', 3000, 4000, 0.75],
      ['배소율', 2000, 2500, 0.8],
    ]);
    expect(
      await cells(
        { metrics: ['targetAmount'], filters: { products: ['나루암로정 5mg'] } },
        ['targetAmount'],
        'manager',
      ),
    ).toEqual([[4000]]);
    expect(
      await cells(
        { metrics: ['achievementRate'], dimensions: ['customer'], limit: 1 },
        ['achievementRate'],
        'rep',
      ),
    ).toEqual([[null]]);
  });

  test('a share is of all groups, of the same month, or of everything beside the filter', async () => {
    expect(await cells({ metrics: ['share'], dimensions: ['employee'] }, ['employee', 'share'])).toEqual([
      ['한가람', 0.5],
      ['오세린', 0.3],
      ['배소율', 0.2],
    ]);
    expect(await cells({ metrics: ['share'], filters: { products: ['나루텔미암로정'] } }, ['share'])).toEqual(
      [[0.3]],
    );
    expect(await cells({ metrics: ['share'], filters: { employeeNos: ['E02'] } }, ['share'])).toEqual([
      [0.3],
    ]);
    const autumn = { from: '2026-09-01', to: '2026-10-31' };
    expect(
      await cells(
        { metrics: ['share'], dimensions: ['month'], filters: { reimbursed: false }, period: autumn },
        ['month', 'share'],
      ),
    ).toEqual([
      ['2026-09', 0],
      ['2026-10', 2000 / 6000],
    ]);
  });

  test('growth over the period before and over last year, none where there was nothing', async () => {
    const columns = ['employee', 'amount', 'amountBefore', 'amountChange', 'amountGrowth'];
    expect(await cells({ dimensions: ['employee'], compare: 'previous' }, columns)).toEqual([
      ['한가람', 5000, 2000, 3000, 1.5],
      ['오세린', 3000, 0, 3000, null],
      ['배소율', 2000, 0, 2000, null],
    ]);
    expect(await cells({ compare: 'lastYear' }, columns.slice(1), 'rep')).toEqual([[5000, 1000, 4000, 4]]);
    expect(
      await cells({ compare: { from: '2026-10-01', to: '2026-10-31' }, mine: true }, columns.slice(1), 'rep'),
    ).toEqual([[5000, 2000, 3000, 1.5]]);
  });

  test('a month that is not over is compared with as many days', async () => {
    const query = { period: { from: '2026-11-01', to: '2026-11-23' }, compare: 'previous' as const };
    const { table } = await sales(query, 'rep');
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
    expect(await cells(query, ['month', 'amount', 'amountBefore', 'amountGrowth'], 'rep')).toEqual([
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
    expect(await cells(query, ['customer', 'amountChange'])).toEqual([['한빛내과의원', -3000]]);
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
    expect(await cells({ filters }, ['amount'])).toEqual([[expected]]);
  });

  test('a name that fits two customers is not guessed', async () => {
    const result = await run({
      subject: 'sales',
      query: { metrics: ['amount'], period: september, filters: { customers: ['한빛내과의원'] } },
    });
    expect(result).toMatchObject({ ambiguous: { candidates: [{ code: 'C01' }, { code: 'C02' }] } });
  });

  test('what a person wrote is never SQL', async () => {
    const hostile = "서울' OR true; DROP TABLE sales_records; --";
    const { sql, table } = await sales({ filters: { regions: [hostile], grades: [hostile] } });
    expect(table.rows).toEqual([]);
    expect(sql).not.toContain('DROP');
    expect(await cells({}, ['amount'])).toEqual([[10000]]);
  });
});

describe('visits and contacts', () => {
  const autumn = { from: '2026-10-01', to: '2026-11-23' };

  test('contacts are counted by Korean days, a contact about two products once', async () => {
    const query = { metrics: ['visits', 'contacts', 'customersVisited'] as const, period: autumn };
    const figures = (await run({
      subject: 'interactions',
      query: { ...query, metrics: [...query.metrics] },
    })) as Figures;
    expect(figures.table.rows).toEqual([{ visits: 4, contacts: 6, customersVisited: 3 }]);
  });

  test('by product each product has its contacts', async () => {
    const figures = (await run(
      {
        subject: 'interactions',
        query: {
          metrics: ['contacts'],
          dimensions: ['product'],
          period: autumn,
          filters: { products: ['나루암로정'] },
        },
      },
      'rep',
    )) as Figures;
    expect(figures.table.rows).toEqual([
      { product: '나루암로정 5mg', contacts: 2 },
      { product: '나루암로정 10mg', contacts: 1 },
    ]);
  });

  test('customers not visited for long, the longest first', async () => {
    const query = {
      metrics: ['lastVisit', 'daysSinceLastVisit'] as const,
      dimensions: ['customer'] as const,
      allAssignedCustomers: true,
      period: { from: '2025-11-24', to: '2026-11-23' },
      order: { by: 'daysSinceLastVisit', direction: 'desc' } as const,
    };
    const figures = (await run(
      {
        subject: 'interactions',
        query: { ...query, metrics: [...query.metrics], dimensions: [...query.dimensions] },
      },
      'otherTeam',
    )) as Figures;
    expect(figures.table.rows).toEqual([
      { customer: '새론약국', lastVisit: null, daysSinceLastVisit: null },
      { customer: '모꼬지 의약품도매', lastVisit: '2026-06-01', daysSinceLastVisit: 175 },
    ]);
  });

  test('the list has own contacts and those at own customers, the latest first', async () => {
    const query = {
      metrics: ['contacts' as const],
      list: true,
      period: { from: '2026-10-01', to: '2026-11-23' },
    };
    const figures = (await run({ subject: 'interactions', query }, 'rep')) as Figures;
    expect(figures.table.rows.map(({ occurredAt, employee }) => [occurredAt, employee])).toEqual([
      ['2026-11-20T10:00:00+09:00', '한가람'],
      ['2026-11-18T11:00:00+09:00', '오세린'],
      ['2026-11-02T09:00:00+09:00', '한가람'],
      ['2026-10-10T14:00:00+09:00', '한가람'],
    ]);
    expect(figures.table.rows[0]).toMatchObject({
      customer: '한빛내과의원',
      type: '방문',
      products: '나루암로정 5mg, 나루텔미암로정 40/5mg',
      summary: '나루암로정 처방 확대 논의.',
      nextAction: '샘플 전달',
    });
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
  const korean = (await run(request, 'rep')) as Figures;
  expect(korean.table).toMatchObject({
    title: '나루암로정 5mg, 나루암로정 10mg · 월별 매출',
    columns: [
      { key: 'month', label: '월', kind: 'month' },
      { key: 'amount', label: '매출', kind: 'won' },
    ],
    definition:
      '기간 2026-09-01 ~ 2026-09-30. 조건: 제품 나루암로정 5mg, 나루암로정 10mg. 매출은 판매 금액의 합계(반품 차감). 2026-11-23 기준.',
  });
  const english = (await run(request, 'rep', 'en')) as Figures;
  expect(english.table).toMatchObject({
    title: '나루암로정 5mg, 나루암로정 10mg · Sales by month',
    scope: 'your own records and the customers assigned to you today',
  });
});

test('a chart goes with one dimension: a line over time, else bars', async () => {
  const overTime = await sales({ dimensions: ['month'], period: { from: '2026-08-01', to: '2026-09-30' } });
  expect(overTime.chart).toMatchObject({ kind: 'line', x: 'month', y: ['amount'] });
  const byPerson = await sales({ dimensions: ['employee'], compare: 'previous' });
  expect(byPerson.chart).toMatchObject({ kind: 'bar', x: 'employee', y: ['amount', 'amountBefore'] });
  expect((await sales({})).chart).toBeUndefined();
});

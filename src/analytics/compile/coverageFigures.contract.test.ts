import type { InteractionsQuery } from '../figureQuery';
import { openSmallCompany, type SmallCompany, type Someone } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

/** 푸른들종합병원 is 한가람's, and 오세린 visited it; nobody visited 오세린's and 배소율's own customers. */
const november = { from: '2026-11-01', to: '2026-11-23' };
const autumn = { from: '2026-10-01', to: '2026-11-23' };
const metrics = ['coverage', 'customersWithoutVisit'] as const;

const rows = async (query: Partial<InteractionsQuery>, person?: Someone) =>
  (await company.contacts({ metrics: [...metrics], period: november, ...query }, person)).table.rows;

test.each<[Someone, number, number]>([
  ['rep', 1, 0],
  ['colleague', 0, 1],
  ['manager', 2 / 3, 1],
  ['otherTeam', 0, 2],
  ['analyst', 0.4, 3],
])('of the customers a %s sees', async (person, coverage, customersWithoutVisit) => {
  expect(await rows({}, person)).toEqual([{ coverage, customersWithoutVisit }]);
});

test('by employee, whoever visited; a filter and a group agree', async () => {
  expect(await rows({ dimensions: ['employee'] })).toEqual([
    { employee: '한가람', coverage: 1, customersWithoutVisit: 0 },
    { employee: '배소율', coverage: 0, customersWithoutVisit: 2 },
    { employee: '오세린', coverage: 0, customersWithoutVisit: 1 },
  ]);
  expect(await rows({ filters: { employeeNos: ['E01'] } })).toEqual([
    { coverage: 1, customersWithoutVisit: 0 },
  ]);
  expect(await rows({ dimensions: ['team'], period: autumn })).toEqual([
    { team: '서울1팀', coverage: 1, customersWithoutVisit: 0 },
    { team: '서울2팀', coverage: 0, customersWithoutVisit: 2 },
  ]);
});

test('about a product, by region, below a bound', async () => {
  expect(await rows({ filters: { products: ['P01'] } })).toEqual([
    { coverage: 0.2, customersWithoutVisit: 4 },
  ]);
  expect(
    await rows({
      dimensions: ['region'],
      thresholds: [{ measure: 'coverage', below: 0.6 }],
      order: { by: 'coverage', direction: 'asc' },
    }),
  ).toEqual([
    { region: '서울 강남구', coverage: 0, customersWithoutVisit: 1 },
    { region: '경기 성남시', coverage: 0.5, customersWithoutVisit: 1 },
    { region: '서울 마포구', coverage: 0.5, customersWithoutVisit: 1 },
  ]);
});

test('nobody to look after: no share of nothing', async () => {
  expect(await rows({ filters: { employeeNos: ['M01'] } })).toEqual([]);
  const query = { filters: { employeeNos: ['E02'], customers: ['C03'] } };
  expect(await rows(query)).toEqual([{ coverage: null, customersWithoutVisit: 0 }]);
});

test('visits by customer visited, to two decimals; none where nobody was visited', async () => {
  const query = { metrics: ['visitsPerCustomer' as const], period: autumn };
  expect(await rows(query)).toEqual([{ visitsPerCustomer: 1.33 }]);
  expect(await rows({ ...query, dimensions: ['employee'] })).toEqual([
    { employee: '오세린', visitsPerCustomer: 1 },
    { employee: '한가람', visitsPerCustomer: 1 },
    { employee: '배소율', visitsPerCustomer: null },
  ]);
  const compared = await rows({ ...query, period: november, compare: 'previous' }, 'rep');
  expect(compared).toEqual([
    {
      visitsPerCustomer: 1,
      visitsPerCustomerBefore: 1,
      visitsPerCustomerChange: 0,
      visitsPerCustomerGrowth: 0,
    },
  ]);
});

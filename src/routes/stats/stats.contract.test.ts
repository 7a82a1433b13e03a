import type { Problem } from '../../shared/problem';
import type {
  CustomerSheetDto,
  PerformanceDto,
  ProductSheetDto,
  StatisticsTable,
} from '../../shared/statistics';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

/** Any statistic, or a problem: which of them is what each test looks at. */
type Body = PerformanceDto & StatisticsTable & CustomerSheetDto & ProductSheetDto & Problem;

let server: TestServer;
let admin: string;
let rep: TestPerson;
let colleague: TestPerson;
let stranger: TestPerson;
let manager: TestPerson;
let analyst: TestPerson;

/** The sheets end with this month, so the company's days are counted from today (KST). */
const ago = (months: number) =>
  `(date_trunc('month', now() AT TIME ZONE 'Asia/Seoul') - interval '${months} months')::date`;
const monthAgo = async (months: number) => {
  const [rows] = await server.services.database.sequelize.query(
    `SELECT to_char(${ago(months)}, 'YYYY-MM') AS month`,
  );
  return (rows[0] as { month: string }).month;
};

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  const person = (role: 'rep' | 'manager' | 'analyst', team: string, name: string) =>
    createPerson(server, admin, { role, team, name });
  rep = await person('rep', '서울1팀', '한가람');
  colleague = await person('rep', '서울1팀', '오세린');
  stranger = await person('rep', '서울2팀', '배소율');
  manager = await person('manager', '서울1팀', '정해솔');
  analyst = await person('analyst', '분석팀', '류다온');
  await server.services.database.sequelize.query(`
INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
(1, 'P01', '나루암로정 5mg', '암로디핀', true, '고혈압', 100), (2, 'P02', '나루피나정', '피나스테리드', false, '탈모', 900);
INSERT INTO customers (id, code, name, type, region, grade) VALUES
(1, 'C01', '한빛내과의원', '의원', '서울 마포구', 'A'), (2, 'C02', '푸른들종합병원', '종합병원', '경기 성남시', 'B'),
(3, 'C03', '새론약국', '약국', '서울 강남구', 'C');
INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES
(${rep.id}, 1, '2020-01-01'), (${colleague.id}, 2, '2020-01-01'), (${stranger.id}, 3, '2020-01-01');
INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount) VALUES
(${ago(2)}, ${rep.id}, 1, 1, 10, 1000), (${ago(2)}, ${rep.id}, 1, 2, 2, 3000),
(${ago(1)}, ${rep.id}, 1, 1, 20, 2000), (${ago(1)}, ${colleague.id}, 2, 1, 50, 5000),
(${ago(1)}, ${stranger.id}, 3, 2, 1, 900), (${ago(14)}, ${rep.id}, 1, 1, 5, 500), (${ago(13)}, ${rep.id}, 1, 1, 8, 800);
INSERT INTO sales_targets (month, employee_id, amount) VALUES (${ago(1)}, ${rep.id}, 4000);
INSERT INTO interaction_logs (id, employee_id, customer_id, type, occurred_at, summary, next_action) VALUES
(1, ${rep.id}, 1, '방문', ${ago(1)} + interval '30 hours', '처방 확대 논의', '샘플 전달'),
(2, ${stranger.id}, 3, '전화', ${ago(1)} + interval '30 hours', '재고 문의', NULL);
REFRESH MATERIALIZED VIEW customer_monthly_performance_mv`);
});
afterAll(() => server.close());

const get = async (path: string, person: Pick<TestPerson, 'token'>) => {
  const { status, body } = await callApi<Body>(server.url, 'GET', `/api/stats/${path}`, {
    token: person.token,
  });
  return { status, body };
};

test('own performance, with target, growth and visits; the scope, days and meaning are said', async () => {
  const month = await monthAgo(1);
  const { body } = await get(`performance?whose=mine&from=${month}&to=${month}`, rep);
  expect(body).toMatchObject({
    scope: '본인 실적 기준',
    amount: 2000,
    quantity: 20,
    targetAmount: 4000,
    achievementRate: 0.5,
    previous: { amount: 4000, growth: -0.5 },
    lastYear: { amount: 800, growth: 1.5 },
    visits: 1,
    customersVisited: 1,
  });
  expect(body.period.from).toBe(`${month}-01`);
  expect(body.definition).toContain('달성률은 매출 ÷ 목표');
  expect(body).toHaveProperty('freshness.refreshedAt');
  expect(body.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('how old the monthly figures are stands in every statistic', async () => {
  const { repositories } = server.services;
  const ages = async () => (await get('trend', rep)).body.freshness;
  expect(await ages()).toEqual({ refreshedAt: null, dataChangedAt: null, stale: false });
  await repositories.performanceFreshness.refresh();
  expect(await ages()).toMatchObject({ refreshedAt: expect.stringMatching(/^\d{4}-.*Z$/), stale: false });
});

test('a manager sees the team, an analyst everybody, and each scope is named', async () => {
  const month = await monthAgo(1);
  const amounts = async (person: TestPerson) => {
    const { body } = await get(`performance?from=${month}&to=${month}`, person);
    return [body.scope, body.amount];
  };
  expect(await amounts(manager)).toEqual(['서울1팀 팀원과 담당 거래처 기준', 7000]);
  expect(await amounts(analyst)).toEqual(['전사 기준', 7900]);
  expect(await amounts(stranger)).toEqual(['본인 실적과 현재 담당 거래처 기준', 900]);
});

test('the trend has every month, also those without a sale, from the monthly figures', async () => {
  const { body } = await get('trend', rep);
  expect(body.source).toBe('monthly');
  expect(body.table.rows).toHaveLength(13);
  expect(body.table.rows.at(-2)).toEqual({
    month: await monthAgo(1),
    amount: 2000,
    quantity: 20,
    contacts: 1,
  });
  expect(body.table.rows.at(-4)).toEqual({ month: await monthAgo(3), amount: 0, quantity: 0, contacts: 0 });
  expect(body.table.chart).toMatchObject({ kind: 'line', x: 'month' });
});

test('rankings and achievement keep to the rights', async () => {
  const months = `from=${await monthAgo(2)}&to=${await monthAgo(1)}`;
  const customers = await get(`ranking?of=customer&${months}`, manager);
  expect(customers.body.table.rows).toEqual([
    { customer: '한빛내과의원', amount: 6000, quantity: 32 },
    { customer: '푸른들종합병원', amount: 5000, quantity: 50 },
  ]);
  expect(customers.body.table.codes).toEqual({ customer: ['C01', 'C02'] });
  const products = await get(`ranking?of=product&metric=quantity&${months}`, analyst);
  expect(products.body.table.rows[0]).toEqual({ product: '나루암로정 5mg', quantity: 80, amount: 8000 });
  const people = await get(`ranking?of=employee&${months}&team=${encodeURIComponent('서울2팀')}`, analyst);
  expect(people.body.table.rows).toEqual([{ employee: '배소율', amount: 900, quantity: 1 }]);
  const achievement = await get(`achievement?by=employee&${months}`, rep);
  expect(achievement.body.table.rows).toEqual([
    { employee: '한가람', amount: 6000, targetAmount: 4000, achievementRate: 1.5 },
  ]);
});

test.each(['performance', 'achievement', 'trend', 'ranking'])(
  '%s of a person or team not the reader’s is the same as of nobody',
  async (what) => {
    const path = (query: string) => `${what}?${what === 'ranking' ? 'of=customer&' : ''}${query}`;
    for (const query of [
      `employeeNo=${stranger.employeeNo}`,
      'employeeNo=NOBODY',
      `team=${encodeURIComponent('서울2팀')}`,
      `team=${encodeURIComponent('없는팀')}`,
    ]) {
      const { status, body } = await get(path(query), rep);
      expect([query, status, body.code]).toEqual([query, 404, 'not_found']);
    }
  },
);

test('months out of order or not months are told by their name', async () => {
  const { status, body } = await get('trend?from=2026-05&to=2026-04', rep);
  expect([status, body.errors![0]!.path]).toEqual([400, 'query.to']);
  expect((await get('trend?from=2026-13', rep)).status).toBe(400);
  // A year the database does not know.
  expect((await get('trend?from=0000-01', rep)).status).toBe(400);
});

test('a customer sheet: data, trend, products, visits with what comes next', async () => {
  const { body } = await get('customers/C01', rep);
  expect(body.customer).toMatchObject({
    code: 'C01',
    name: '한빛내과의원',
    region: '서울 마포구',
    grade: 'A',
  });
  expect(body.assigned).toEqual([
    { employeeNo: rep.employeeNo, name: '한가람', team: '서울1팀', since: '2020-01-01' },
  ]);
  expect(body.amount).toBe(6000);
  expect(body.products.rows).toEqual([
    { product: '나루암로정 5mg', amount: 3000, quantity: 30, share: 0.5 },
    { product: '나루피나정', amount: 3000, quantity: 2, share: 0.5 },
  ]);
  expect(body.visits).toMatchObject([
    { id: 1, employeeName: '한가람', summary: '처방 확대 논의', nextAction: '샘플 전달', mayLink: true },
  ]);
  expect(body).toMatchObject({ mayLink: true, documents: [], visitCount: 1 });
  expect((await get('customers/C01', analyst)).body).toMatchObject({ mayLink: false, amount: 6000 });
});

test('another’s customer and one that is not there are the same', async () => {
  for (const code of ['C03', 'C02', 'NONE', '%20', "C01'--"]) {
    const { status, body } = await get(`customers/${encodeURIComponent(code)}`, rep);
    expect([code, status, body.code]).toEqual([code, 404, 'not_found']);
  }
});

test('a product sheet shows the sales the reader may see, and an unknown product nothing', async () => {
  const { body } = await get('products/P01', rep);
  expect(body.product).toMatchObject({ code: 'P01', reimbursed: true, unitPrice: 100 });
  expect(body).toMatchObject({ amount: 3000, quantity: 30, documents: [] });
  expect(body.customers.rows).toEqual([{ customer: '한빛내과의원', amount: 3000, quantity: 30 }]);
  expect((await get('products/P01', analyst)).body.amount).toBe(8000);
  expect((await get('products/P99', rep)).body.code).toBe('not_found');
});

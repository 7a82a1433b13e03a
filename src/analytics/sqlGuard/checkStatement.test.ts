import { checkStatement } from './checkStatement';
import { hostileFamilies, hostileStatements } from './hostileStatementsFixture';
import { legitimateFamilies, legitimateStatements } from './legitimateStatementsFixture';

const refusedOf = async (sql: string) => {
  const checked = await checkStatement(sql);
  return 'refused' in checked ? checked.refused : null;
};

test('there are enough statements, and each is there once', () => {
  expect(new Set(hostileStatements).size).toBe(hostileStatements.length);
  expect(hostileStatements.length).toBeGreaterThanOrEqual(500);
  expect(new Set(legitimateStatements).size).toBe(legitimateStatements.length);
  expect(legitimateStatements.length).toBeGreaterThanOrEqual(300);
});

test.each(legitimateFamilies)('lets through: $about', async ({ statements }) => {
  for (const sql of statements) expect([sql, await refusedOf(sql)]).toEqual([sql, null]);
});

test.each(hostileFamilies.filter(({ mayRun }) => !mayRun))('refuses: $about', async ({ statements }) => {
  for (const sql of statements) expect([sql, await refusedOf(sql)]).toEqual([sql, expect.any(String)]);
});

test.each([
  ['SELECT amout FROM sales', 'column amout does not exist; nearest: amount'],
  ['SELECT custmer_name FROM customers', 'nearest: customer_name'],
  ['SELECT * FROM sale', 'relation sale does not exist; nearest: sales'],
  ['SELECT * FROM public.sales_records', 'relation public.sales_records does not exist; nearest: sales'],
  ['SELECT 매출액 FROM (SELECT sum(amount) AS 매출 FROM sales) t', 'nearest: 매출'],
  ['SELECT string_aggr(team) FROM sales', 'function string_aggr is not allowed; nearest: string_agg'],
  ['SELECT amount FORM sales', 'syntax error at or near "sales"'],
  ['SELECT zzzzzzzz FROM sales', 'column zzzzzzzz does not exist'],
])('says how to mend %s', async (sql, said) => expect(await refusedOf(sql)).toContain(said));

test('the statement is cut out of what stands around it', async () => {
  expect(await checkStatement(' SELECT amount FROM sales -- 매출\n ; ')).toMatchObject({
    sql: 'SELECT amount FROM sales -- 매출',
    views: ['sales'],
  });
  expect(await checkStatement("SELECT '가나다' AS 글;-- 끝")).toMatchObject({ sql: "SELECT '가나다' AS 글" });
});

test.each<[string, (string | undefined)[]]>([
  ['SELECT month, amount, quantity, team FROM sales', ['month', 'won', 'count', 'text']],
  ['SELECT sum(amount), avg(amount), max(sold_on), count(*) FROM sales', ['won', 'won', 'day', 'count']],
  [
    'WITH m AS (SELECT month, sum(amount) AS a FROM sales GROUP BY 1) SELECT a - lag(a) OVER (), a / 2 FROM m',
    ['won', undefined],
  ],
  ['SELECT sum(s.amount)::numeric / sum(t.target_amount) FROM sales s, targets t', ['ratio']],
  ['SELECT sum(amount) / nullif(sum(quantity), 0) FROM sales', ['won']],
  ["SELECT date_trunc('month', sold_on)::date, date_trunc('week', sold_on) FROM sales", ['month', 'day']],
  [
    'SELECT CASE WHEN reimbursed THEN amount ELSE 0 END, COALESCE(amount, quantity) FROM sales',
    ['won', undefined],
  ],
  ['SELECT * FROM (SELECT amount AS x FROM sales) a (y) JOIN products p ON true', ['won', 'text', 'text']],
  ['SELECT amount FROM sales UNION ALL SELECT quantity FROM sales', [undefined]],
  [
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), (SELECT max(amount) FROM sales) FROM sales',
    ['won', 'won'],
  ],
])('%s: what its columns measure', async (sql, kinds) => {
  const checked = await checkStatement(sql);
  expect('columns' in checked && checked.columns.slice(0, kinds.length).map(({ kind }) => kind)).toEqual(
    kinds,
  );
});

import type { HostileFamily } from './hostileFamilyFixture';

const times = (text: string, count: number) => text.repeat(count);

/** A common table expression that doubles its text again and again. */
const doubling = (steps: number, double: (column: string) => string) =>
  `WITH t0 AS (SELECT customer_name AS t FROM customers)${Array.from(
    { length: steps },
    (_, at) => `, t${at + 1} AS (SELECT ${double('t')} AS t FROM t${at})`,
  ).join('')} SELECT length(t) FROM t${steps}`;

/** What would hold processor, memory or the parser. None of these ends by a time limit: see `slowStatements`. */
export const loadFamilies: HostileFamily[] = [
  {
    about: 'joins without a condition',
    statements: [
      `SELECT count(*) FROM ${Array.from({ length: 8 }, (_, at) => `sales s${at}`).join(' CROSS JOIN ')}`,
      `SELECT count(*) FROM ${Array.from({ length: 10 }, (_, at) => `sales s${at}`).join(', ')}`,
      `SELECT sum(s0.amount) FROM ${Array.from({ length: 9 }, (_, at) => `sales s${at}`)
        .join(' JOIN ')
        .replace(/ JOIN (sales s\d)/g, ' JOIN $1 ON true')}`,
      `SELECT count(*) FROM ${Array.from({ length: 12 }, (_, at) => `monthly_performance m${at}`).join(', ')} WHERE m0.month <> m1.month`,
      `SELECT count(DISTINCT s0.amount + s1.amount) FROM ${Array.from({ length: 9 }, (_, at) => `sales s${at}`).join(', ')}`,
      `SELECT s0.amount FROM ${Array.from({ length: 9 }, (_, at) => `sales s${at}`).join(', ')} ORDER BY s8.amount`,
      `SELECT row_number() OVER (ORDER BY s0.amount) FROM ${Array.from({ length: 9 }, (_, at) => `sales s${at}`).join(', ')}`,
      `SELECT count(*) FROM ${Array.from({ length: 17 }, (_, at) => `products p${at}`)
        .join(' JOIN ')
        .replace(/ JOIN (products p\d+)/g, ' JOIN $1 USING (product_code)')}`,
      `SELECT count(*) FROM ${Array.from({ length: 60 }, (_, at) => `sales s${at}`).join(', ')}`,
      `SELECT 1 FROM ${Array.from({ length: 20 }, (_, at) => `(SELECT * FROM sales) s${at}`).join(', ')}`,
    ],
  },
  {
    about: 'joins of few tables without a condition',
    mayRun: true,
    statements: [
      'SELECT count(*) FROM sales a, sales b, sales c',
      'SELECT a.*, b.* FROM sales a CROSS JOIN interactions b CROSS JOIN customers c',
      'SELECT string_agg(a.summary, b.summary) FROM interactions a, interactions b',
      'SELECT a.amount FROM sales a, sales b, sales c ORDER BY a.amount + b.amount + c.amount',
      'SELECT count(*) FROM (SELECT 1 FROM sales a, sales b) x, (SELECT 1 FROM sales a, sales b) y',
    ],
  },
  {
    about: 'series without a condition',
    mayRun: true,
    statements: [
      'SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b',
      'SELECT count(*) FROM generate_series(1, 30000) a JOIN generate_series(1, 30000) b ON a <> b',
      'SELECT sum(a * b * c) FROM generate_series(1, 1000) a, generate_series(1, 1000) b, generate_series(1, 1000) c',
    ],
  },
  {
    about: 'series without end',
    statements: [
      'SELECT count(*) FROM generate_series(1, 1000000000)',
      'SELECT sum(a * b) FROM generate_series(1, 1000000) a CROSS JOIN generate_series(1, 1000000) b',
      'SELECT count(*) FROM (SELECT generate_series(1, 2000000000)) x',
      'SELECT max(x) FROM generate_series(1, 9000000000000) AS x',
      'SELECT count(*) FROM sales, generate_series(1, 1000000000)',
      'SELECT string_agg(x::text, $$$$) FROM generate_series(1, 1000000000) x',
      "SELECT count(*) FROM generate_series(TIMESTAMP '0001-01-01', TIMESTAMP '9999-12-31', INTERVAL '1 second')",
      "SELECT count(*) FROM generate_series(now() - INTERVAL '9999 years', now(), INTERVAL '1 day')",
      "SELECT count(*) FROM generate_series(DATE '2026-01-01', DATE '2026-12-31', '0.001 seconds')",
      "SELECT count(*) FROM generate_series(DATE '2026-01-01', DATE '294276-01-01', '1 day')",
      "SELECT count(*) FROM generate_series(DATE '2026-01-01', CURRENT_DATE + INTERVAL '900 years' * 200, '1 day')",
      "SELECT count(*) FROM generate_series(DATE '2026-01-01', (SELECT DATE '200000-01-01'), '1 day')",
      'SELECT count(*) FROM generate_series(now(), now(), make_interval(secs => 1))',
      "SELECT count(*) FROM generate_series(now(), now(), INTERVAL '1' SECOND)",
      'SELECT count(*) FROM generate_series(1, EXTRACT(epoch FROM now())::bigint)',
      'SELECT count(*) FROM generate_series(1, (SELECT 2000000000))',
      'SELECT count(*) FROM generate_series(1, 100000 * 100000)',
      'SELECT count(*) FROM generate_series(1, 2 ^ 40)',
      'SELECT count(*) FROM sales s, generate_series(1, s.amount)',
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r',
      'WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n FROM r) SELECT * FROM r',
      'WITH RECURSIVE r AS (SELECT * FROM sales UNION SELECT * FROM r) SELECT * FROM r',
      'WITH RECURSIVE r AS (SELECT 1 AS n) SELECT * FROM r',
      'WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT 1 FROM a) SEARCH DEPTH FIRST BY n SET o SELECT * FROM a',
      'SELECT * FROM (WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT 1 FROM r) x',
    ],
  },
  {
    about: 'texts that grow',
    statements: [
      "SELECT repeat('x', 1000000000)",
      "SELECT length(repeat(repeat('x', 1000), 1000000))",
      "SELECT repeat(repeat(repeat('x', 1000), 1000), 1000)",
      "SELECT repeat('x', amount::int) FROM sales",
      "SELECT repeat('x', (SELECT 1000000000))",
      "SELECT repeat('x', 1000 * 1000000)",
      "SELECT lpad('x', 1000000000)",
      "SELECT rpad('x', 900000000, 'y')",
      "SELECT lpad('', amount::int, 'x') FROM sales",
      "SELECT format('%1000000000s', 'x')",
      "SELECT format('%-900000000s', 'x')",
      "SELECT format('%*s', 1000000000, 'x')",
      "SELECT format('%' || '1000000000' || 's', 'x')",
      "SELECT format(customer_name, 'x') FROM customers",
      doubling(30, (t) => `${t} || ${t}`),
      doubling(20, (t) => `concat(${t}, ${t}, ${t}, ${t})`),
      doubling(16, (t) => `replace(${t}, 'a', ${t})`),
      doubling(16, (t) => `regexp_replace(${t}, '.', ${t}, 'g')`),
      doubling(25, (t) => `concat_ws(${t}, ${t}, ${t})`),
      doubling(28, (t) => `CASE WHEN true THEN ${t} || ${t} ELSE '' END`),
      doubling(28, (t) => `COALESCE(${t} || ${t}, '')`),
      doubling(28, (t) => `upper(${t} || lower(${t}))`),
      doubling(28, (t) => `left(${t} || ${t}, 2000000000)`),
      doubling(28, (t) => `CAST(${t} || ${t} AS text)`),
      doubling(28, (t) => `(SELECT ${t} || ${t})`),
      doubling(28, (t) => `array_to_string(ARRAY[${t}, ${t}], '')`),
      doubling(14, (t) => `to_json(${t} || ${t})::text`),
      doubling(28, (t) => `max(${t} || ${t}) OVER ()`),
      'SELECT string_agg(a.t, $$$$) FROM (SELECT string_agg(summary, $$$$) AS t FROM interactions) a, sales s',
      'SELECT array_agg(t) FROM (SELECT array_agg(summary) AS t FROM interactions) x GROUP BY t',
      'SELECT jsonb_agg(t) FROM (SELECT jsonb_agg(summary) AS t FROM interactions) x',
      "WITH a AS (SELECT string_agg(summary, '') AS t FROM interactions) SELECT replace(t, 'a', t) FROM a",
      "SELECT length(x.t || y.t) FROM (SELECT repeat(repeat(summary, 1000), 1000) AS t FROM interactions) x, (SELECT 'a' AS t) y",
      "SELECT amount FROM sales WHERE repeat('x', 1000000000) IS NULL",
      'SELECT amount FROM sales ORDER BY repeat(customer_name, 100000000)',
      'SELECT DISTINCT ON (repeat(customer_name, 100000000)) amount FROM sales',
      'SELECT count(*) OVER (PARTITION BY repeat(repeat(customer_name, 1000), 1000)) FROM sales',
      'SELECT count(*) FILTER (WHERE length(repeat(repeat(customer_name, 1000), 1000)) > 1) FROM sales',
      "SELECT amount FROM sales JOIN customers c ON repeat(repeat(c.customer_name, 1000), 1000) = ''",
      'SELECT array_fill(1, ARRAY[100000000])',
      "SELECT 'x'::char(10485760)",
    ],
  },
  {
    about: 'statements that give nothing that can be shown',
    mayRun: true,
    statements: [
      'SELECT',
      'SELECT FROM sales',
      'SELECT ~ 5',
      `SELECT ${times('amount, ', 900)}amount FROM sales`,
      `SELECT 1 WHERE 1 IN (${times('1, ', 2_600)}1)`,
      "SELECT 'NaN'::float8, 'Infinity'::numeric, '-infinity'::date",
      'SELECT repeat(summary, 1000), repeat(summary, 999) FROM interactions, products, customers',
      'SELECT 10::numeric ^ 100000',
      'SELECT exp(5000::numeric)',
    ],
  },
  {
    about: 'statements too large to read',
    statements: [
      `SELECT ${times('1+', 3_900)}1`,
      `SELECT ${times('(', 3_900)}1${times(')', 3_900)}`,
      `SELECT ${times('NOT ', 1_900)}true`,
      `SELECT ${times('- ', 3_900)}1`,
      `SELECT ${times('ARRAY[', 1_000)}1${times(']', 1_000)}`,
      `SELECT 1${times(' UNION SELECT 1', 500)}`,
      `SELECT * FROM ${times('(SELECT * FROM ', 300)}sales${times(') a', 300)}`,
      `SELECT ${times('CASE WHEN true THEN ', 300)}1${times(' END', 300)}`,
      `SELECT '${times('x', 9_000)}'`,
      `SELECT amount FROM sales WHERE ${times('amount = 1 OR ', 300)}false`,
      `SELECT 1${times('::text', 500)}`,
      `SELECT ${times('abs(', 200)}1${times(')', 200)}`,
      `SELECT team FROM sales GROUP BY CUBE (team, grade, region, month, product_name, customer_name, ingredient, quantity)`,
      `SELECT * FROM sales a JOIN sales b USING (team) JOIN (SELECT * FROM sales) c USING (team), targets`.repeat(
        60,
      ),
      times('SELECT 1; ', 800),
      `WITH ${Array.from({ length: 400 }, (_, at) => `a${at} AS (SELECT 1)`).join(', ')} SELECT 1`,
    ],
  },
];

/** The planner cannot see how long the series are: the time limit is what ends it. */
export const slowStatement = `SELECT count(*)
FROM generate_series((SELECT DATE '1900-01-01'), (SELECT DATE '2199-12-31'), INTERVAL '1 day') a,
     generate_series((SELECT DATE '1900-01-01'), (SELECT DATE '2199-12-31'), INTERVAL '1 day') b`;

import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { median, rounded } from './statistics.mjs';
import { fillWithSales } from './syntheticSales.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { monthlyRanking, monthlyTrend } = require('../../dist/statistics/monthlyStatements.js');

const readTimeoutMs = 300_000;
/** Who read while the view is refreshed. */
const readers = 2;
/** Milliseconds between two looks at who waits for a lock. */
const lookEveryMs = 20;

/**
 * The dashboard's queries on the materialized view, as the server runs them for a person who sees everything, against the
 * same answer summed up from `rows` sales: by the owner, whom no row-level security holds up and whose query PostgreSQL may
 * spread over its workers, and by the same reader. Then readers ask on while the view is refreshed.
 */
export async function measureDashboard({ rows, rounds, refreshes }) {
  if (!process.env.DATABASE_URL) return { dashboard: 'needs DATABASE_URL' };
  const database = await openTestDatabase();
  try {
    await fillWithSales(database.sequelize, rows);
    const asReader = await readerOf(database);
    const months = await monthsBack(database.sequelize, 12);
    return {
      [`dashboard over ${rows.toLocaleString('en')} sales: rows of the view`]: await countView(
        database.sequelize,
      ),
      ...(await compare('trend of 13 months', trendPair(months), { rounds, asReader, database })),
      ...(await compare('ten best customers of 13 months', rankingPair(months), {
        rounds,
        asReader,
        database,
      })),
      ...(await readWhileRefreshing(monthlyTrend(months), { refreshes, asReader, database })),
    };
  } finally {
    await database.close();
  }
}

async function readerOf({ sequelize, readAs }) {
  const [[analyst]] = await sequelize.query(`SELECT id FROM employees WHERE role = 'analyst'`);
  return ({ sql, parameters }) =>
    readAs(analyst.id, async (query) => (await query(sql, parameters)).rows, { timeoutMs: readTimeoutMs });
}

async function monthsBack(sequelize, count) {
  const [[months]] = await sequelize.query(
    `SELECT to_char(date_trunc('month', current_date) - interval '${count} months', 'YYYY-MM-DD') AS from,
            to_char(date_trunc('month', current_date), 'YYYY-MM-DD') AS to`,
  );
  return months;
}

async function countView(sequelize) {
  const [[{ count }]] = await sequelize.query('SELECT count(*) FROM customer_monthly_performance_mv');
  return count.toLocaleString('en');
}

/** A statement of the server, and the same answer from the sales and contacts themselves. */
function trendPair({ from, to }) {
  const sql = `SELECT to_char(months.month, 'YYYY-MM') AS month, coalesce(amount, 0) AS amount,
      coalesce(quantity, 0) AS quantity, coalesce(contacts, 0) AS contacts
    FROM generate_series($1::date, $2::date, '1 month') AS months (month)
    LEFT JOIN (SELECT date_trunc('month', sold_on)::date AS month, sum(amount)::bigint AS amount,
                 sum(quantity)::bigint AS quantity
               FROM sales_records WHERE sold_on >= $1::date AND sold_on < $2::date + interval '1 month' GROUP BY 1) AS sales
      ON sales.month = months.month::date
    LEFT JOIN (SELECT date_trunc('month', occurred_at AT TIME ZONE 'Asia/Seoul')::date AS month, count(*) AS contacts
               FROM interaction_logs GROUP BY 1) AS contacts ON contacts.month = months.month::date
    ORDER BY months.month`;
  return { view: monthlyTrend({ from, to }), raw: { sql, parameters: [from, to] } };
}

function rankingPair({ from, to }) {
  const sql = `SELECT customers.name, customers.code, amount, quantity
    FROM (SELECT customer_id, sum(amount)::bigint AS amount, sum(quantity)::bigint AS quantity
          FROM sales_records WHERE sold_on >= $1::date AND sold_on < $2::date + interval '1 month'
          GROUP BY customer_id) AS sums
    JOIN customers ON customers.id = customer_id ORDER BY amount DESC, code LIMIT 10`;
  const best = { of: 'customer', metric: 'amount', limit: 10 };
  return { view: monthlyRanking({ from, to }, best), raw: { sql, parameters: [from, to] } };
}

async function compare(name, { view, raw }, { rounds, asReader, database }) {
  const asOwner = async ({ sql, parameters }) =>
    (await database.sequelize.query(sql, { bind: parameters }))[0];
  const times = { view: [], owner: [], reader: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [viewMs, ofView] = await timed(() => asReader(view));
    const [ownerMs, ofSales] = await timed(() => asOwner(raw));
    const [readerMs] = await timed(() => asReader(raw));
    if (!isDeepStrictEqual(ofView, ofSales))
      throw new Error(`${name}: the view answers otherwise than the sales`);
    if (round === 0) continue; // warm-up
    times.view.push(viewMs);
    times.owner.push(ownerMs);
    times.reader.push(readerMs);
  }
  const [viewMs, ownerMs, readerMs] = [times.view, times.owner, times.reader].map(median);
  return {
    [`${name}: sales summed by the owner / view as the reader`]: rounded(ownerMs / viewMs, 1),
    [`${name}: sales summed by the reader / view as the reader`]: rounded(readerMs / viewMs, 1),
    [`${name}: view, sales by the owner, by the reader, ms`]: [viewMs, ownerMs, readerMs]
      .map((ms) => rounded(ms, 1))
      .join(', '),
  };
}

async function readWhileRefreshing(statement, { refreshes, asReader, database }) {
  const { sequelize } = database;
  const quiet = await readUntil(pause(3_000), statement, asReader);
  const busy = [];
  const longest = [];
  const seconds = [];
  let locked = 0;
  for (let round = 0; round < refreshes; round += 1) {
    await sequelize.query(
      `UPDATE sales_records SET amount = amount + 1 WHERE sold_on > current_date - 5 AND id % 10 = ${round}`,
    );
    let looking = true;
    const watch = (async () => {
      while (looking) {
        locked += await countLocked(sequelize);
        await pause(lookEveryMs);
      }
    })();
    const refreshing = timed(() =>
      sequelize.query('REFRESH MATERIALIZED VIEW CONCURRENTLY customer_monthly_performance_mv'),
    );
    const waits = await readUntil(refreshing, statement, asReader);
    looking = false;
    await watch;
    busy.push(...waits);
    longest.push(Math.max(...waits));
    seconds.push((await refreshing)[0] / 1000);
  }
  return {
    'refresh concurrently, seconds': rounded(median(seconds), 1),
    'readers seen waiting for a lock during it': locked,
    'reads during it': busy.length,
    'longest read during it / its own median': rounded(Math.max(...longest) / median(busy), 1),
    'longest read during it / the refresh': rounded(Math.max(...longest) / 1000 / median(seconds), 3),
    'median read during it / at rest': rounded(median(busy) / median(quiet), 1),
  };
}

/** Readers that ask until something ends, at least once each. @returns milliseconds of each read. */
async function readUntil(end, statement, asReader) {
  let ended = false;
  void end.finally(() => (ended = true));
  const read = async () => {
    const times = [];
    do times.push((await timed(() => asReader(statement)))[0]);
    while (!ended);
    return times;
  };
  return (await Promise.all(Array.from({ length: readers }, read))).flat();
}

async function countLocked(sequelize) {
  const [[{ count }]] = await sequelize.query(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'narutalk_reader' AND wait_event_type = 'Lock'`,
  );
  return count;
}

async function timed(work) {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

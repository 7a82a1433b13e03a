import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../errors';
import { ReadTimeout, type Database, type ReaderQuery } from '../../storage/database/database';
import { openTestDatabase } from '../database';
import { serviceEnv } from '../services';

const onServer = serviceEnv().database !== undefined;

/** Readings in all; `npm run test:faults` asks for all 10,000 on either database. */
const readings = process.env.NARUTALK_FAULT_ROUNDS || onServer ? 10_000 : 2_000;
/** Readings at the same time, on five connections of a server or the one backend of the embedded database. */
const atOnce = 12;
const maximumTries = 50;
const employees = 20;
const rowsEach = 5;

/**
 * Ways a reading may go. Ending one that runs on the embedded database ends its backend, which takes a second to come back:
 * those are every 500th there, and every 20th on a server.
 */
const ways = [
  'reads',
  'reads',
  'reads several times',
  'fails',
  'is refused',
  'sets',
  'commits and sets',
] as const;
const cuts = ['runs out of time', 'nearly runs out of time', 'is stopped'] as const;
const cutEvery = onServer ? 20 : 500;
type Way = (typeof ways)[number] | (typeof cuts)[number];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.sequelize.query(`
    INSERT INTO employees (id, employee_no, name, email, role, team)
    SELECT id, 'E' || id, '직원 ' || id, 'e' || id || '@x.example', 'rep', '팀 ' || id
    FROM generate_series(1, ${employees}) AS id;
    INSERT INTO customers (id, code, name, type) SELECT id, 'C' || id, '의원 ' || id, '의원'
    FROM generate_series(1, ${employees}) AS id;
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
    VALUES (1, 'P1', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100);
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, line_no, quantity, amount)
    SELECT '2026-09-01', id, id, 1, line, 1, id FROM generate_series(1, ${employees}) AS id,
      generate_series(1, ${rowsEach}) AS line;`);
}, 60_000);
afterAll(() => database?.close());

const rowsSql = 'SELECT employee_id AS owner, app.employee_id() AS reader FROM sales_records';

/** Reads everything, and notes each row that is another's. */
async function readAll(query: ReaderQuery, employee: number, foreign: string[], way: Way): Promise<void> {
  const { rows } = await query(rowsSql);
  if (rows.length !== rowsEach) foreign.push(`${way} as ${employee}: ${rows.length} rows`);
  for (const { owner, reader } of rows) {
    if (owner !== employee || reader !== employee)
      foreign.push(`${way} as ${employee}: a row of ${String(owner)} as ${String(reader)}`);
  }
}

/** One reading. @throws what the reading throws. */
async function readOnce(way: Way, employee: number, foreign: string[]): Promise<void> {
  const other = (employee % employees) + 1;
  const aborter = new AbortController();
  const timeoutMs = way === 'runs out of time' ? 30 : way === 'nearly runs out of time' ? 12 : 60_000;
  const stopping =
    way === 'is stopped' ? pause(15).then(() => aborter.abort(new Error('stopped'))) : undefined;
  const work = async (query: ReaderQuery) => {
    await readAll(query, employee, foreign, way);
    switch (way) {
      case 'reads several times':
        for (let times = 0; times < 3; times += 1) await readAll(query, employee, foreign, way);
        return;
      case 'fails':
        return query('SELECT 1 / 0');
      case 'is refused':
        return query('DELETE FROM sales_records');
      case 'sets':
        await query(`SET app.employee_id = '${other}'`);
        throw new Error('given up');
      case 'commits and sets':
        await query('COMMIT');
        return query(`SET app.employee_id = '${other}'`);
      case 'runs out of time':
      case 'is stopped':
        return query('SELECT pg_sleep(5)');
      case 'nearly runs out of time':
        return query('SELECT pg_sleep(0.01)');
      default:
        return;
    }
  };
  try {
    await database.readAs(employee, work, { timeoutMs, signal: aborter.signal });
  } finally {
    await stopping;
  }
}

/**
 * One reading that was served. On a busy machine a server's pool may have no connection in time, and the embedded database
 * has one backend: who ends a statement there ends what the others have under way. Either is tried again.
 * @returns what it threw; null: nothing.
 */
async function servedReading(
  way: Way,
  employee: number,
  foreign: string[],
  onAgain: () => void,
): Promise<Error | null> {
  for (let tries = 1; ; tries += 1) {
    const error = await readOnce(way, employee, foreign).then(
      () => null,
      (reason: unknown) => reason as Error,
    );
    const isUnserved = error instanceof AppError && error.code === 'database_unavailable';
    if (!isUnserved || tries === maximumTries) return error;
    onAgain();
  }
}

/** How each way has to end; null: well. */
const endings: Record<Way, RegExp | null> = {
  reads: null,
  'reads several times': null,
  fails: /division by zero/,
  'is refused': /permission denied|read-only/,
  sets: /given up/,
  'commits and sets': null,
  'runs out of time': /query_too_slow/,
  'nearly runs out of time': null,
  'is stopped': /stopped/,
};

test(`${readings} readings of ${employees} people at the same time: nobody gets a row of another's`, async () => {
  const foreign: string[] = [];
  const wrongEndings: string[] = [];
  const counts: Partial<Record<Way | 'again', number>> = {};
  const count = (what: Way | 'again') => (counts[what] = (counts[what] ?? 0) + 1);
  let next = 0;
  const reader = async () => {
    for (let at = next++; at < readings; at = next++) {
      const way =
        at % cutEvery === cutEvery - 1
          ? cuts[Math.floor(at / cutEvery) % cuts.length]!
          : ways[at % ways.length]!;
      const error = await servedReading(way, 1 + ((at * 7) % employees), foreign, () => count('again'));
      count(way);
      const isLate = way === 'nearly runs out of time' && error instanceof ReadTimeout;
      const expected = endings[way];
      const isRight = expected === null ? error === null : error !== null && expected.test(error.message);
      if (!isRight && !isLate) wrongEndings.push(`${way}: ${String(error)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  console.log(`${readings} readings: ${JSON.stringify(counts)}`);
  expect(foreign).toEqual([]);
  expect(wrongEndings).toEqual([]);
}, 900_000);

test('the owner’s connections are the owner’s as before', async () => {
  for (let times = 0; times < 10; times += 1) {
    const [rows] = await database.sequelize.query(
      'SELECT current_user = session_user AS self, count(*)::int AS rows FROM sales_records GROUP BY 1',
    );
    expect(rows).toEqual([{ self: true, rows: employees * rowsEach }]);
  }
});

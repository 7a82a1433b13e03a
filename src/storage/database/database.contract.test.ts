import { audiencePrincipals } from '../../policies/documentAccess';
import type { Database } from './database';
import { ReadTimeout } from './database';
import { openTestDatabase } from '../../test/database';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const limits = { timeoutMs: 5_000 };
const endless = 'SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b';

describe('reading as an employee', () => {
  test('is done by the reader, for that employee, and leaves nothing on the connection', async () => {
    const who = await database.readAs(
      7,
      async (query) => (await query('SELECT current_user AS role, app.employee_id() AS id')).rows[0],
      limits,
    );
    expect(who).toEqual({ role: 'narutalk_reader', id: 7 });
    const others = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        database.readAs(at, async (query) => (await query('SELECT app.employee_id() AS id')).rows[0], limits),
      ),
    );
    expect(others).toEqual(Array.from({ length: 40 }, (_, at) => ({ id: at })));
  });

  test.each([
    ['writing', "INSERT INTO products (code) VALUES ('x')"],
    ['becoming somebody else', "SELECT set_config('app.employee_id', '1', true)"],
    ['becoming the owner', "SELECT set_config('role', 'none', true)"],
    ['secrets of people', 'SELECT password_hash FROM employees'],
    ['the trace', 'SELECT * FROM system_trace_logs'],
    ['chats', 'SELECT * FROM chat_history'],
    ['the view without rights', 'SELECT * FROM customer_monthly_performance_mv'],
    ['jobs', 'SELECT * FROM pgboss.job'],
  ])('is refused %s', async (_what, sql) => {
    await expect(database.readAs(1, (query) => query(sql), limits)).rejects.toThrow(
      /permission denied|read-only/,
    );
  });

  test('ends a statement that runs away, and serves the next one', async () => {
    // A refusal in words, wherever it comes up: nobody's program is broken.
    await expect(database.readAs(1, (query) => query(endless), { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'query_too_slow',
    });
    const next = await database.readAs(1, (query) => query('SELECT 1 AS one'), { timeoutMs: 30_000 });
    expect(next.rows).toEqual([{ one: 1 }]);
    await database.sequelize.authenticate();
  });

  test('ends when its reader stops it', async () => {
    const aborter = new AbortController();
    const reading = database.readAs(1, (query) => query(endless), {
      timeoutMs: 60_000,
      signal: aborter.signal,
    });
    const stopped = expect(reading).rejects.toThrow('stopped by a person');
    // Whoever gives up meanwhile, waiting or not, does not end the other's reading.
    await expect(
      database.readAs(2, (query) => query('SELECT pg_sleep(5)'), { timeoutMs: 200 }),
    ).rejects.toThrow(ReadTimeout);
    aborter.abort(new Error('stopped by a person'));
    await stopped;
  });
});

test('transactions at the same time do not mix', async () => {
  const { sequelize } = database;
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      sequelize
        .transaction(async (transaction) => {
          await sequelize.query(`INSERT INTO system_state (key, value) VALUES ('test ${at}', '{}')`, {
            transaction,
          });
          if (at % 2 === 1) throw new Error('rolled back');
        })
        .catch(() => {}),
    ),
  );
  const [rows] = await sequelize.query(`SELECT key FROM system_state WHERE key LIKE 'test %'`);
  expect((rows as { key: string }[]).map(({ key }) => key).sort()).toEqual(
    [0, 2, 4, 6, 8, 10].map((at) => `test ${at}`).sort(),
  );
});

test('the audience means the same to the database as to the policy', async () => {
  const audiences = [
    {},
    { roles: ['rep' as const] },
    { teams: ['서울1팀', '경기팀'], employeeNos: ['NP1'] },
    { roles: [], teams: [] },
  ];
  for (const audience of audiences) {
    const [rows] = await database.sequelize.query(
      'SELECT audience_principals($audience::jsonb) AS principals',
      {
        bind: { audience: JSON.stringify(audience) },
      },
    );
    expect((rows[0] as { principals: string[] }).principals.sort()).toEqual(
      audiencePrincipals(audience).sort(),
    );
  }
});

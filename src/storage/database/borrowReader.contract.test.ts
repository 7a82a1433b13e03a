import { openTestDatabase } from '../../test/database';
import { serviceEnv } from '../../test/services';
import type { Database, ReaderQuery } from './database';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

/** More than either engine has connections for. */
const many = 10;
const limits = { timeoutMs: 60_000 };
const nameOfReader = async (query: ReaderQuery) => (await query('SELECT current_user AS name')).rows[0];

/** Readings that keep every connection until told to end. */
function holdConnections(count: number) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const work = async () => {
    begin();
    await ended;
  };
  const held = Array.from({ length: count }, () => database.readAs(1, work, limits));
  return { end, begun, held: Promise.all(held) };
}

test('whoever is stopped while every connection is in use does not wait for one, and takes none away', async () => {
  const { end, begun, held } = holdConnections(many);
  await begun;
  const aborter = new AbortController();
  const options = { ...limits, signal: aborter.signal };
  const waiting = Array.from({ length: many }, () => database.readAs(2, nameOfReader, options));
  aborter.abort(new Error('stopped by a person'));
  // All of them while the connections are still held.
  const outcomes = await Promise.allSettled([...waiting, database.readAs(2, nameOfReader, options)]);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(
    Array(many + 1).fill('Error: stopped by a person'),
  );

  end();
  await held;
  const after = await Promise.all(
    Array.from({ length: 2 * many }, () => database.readAs(3, nameOfReader, limits)),
  );
  expect(after).toEqual(Array(2 * many).fill({ name: 'narutalk_reader' }));
}, 20_000);

(serviceEnv().database ? test : test.skip)(
  'whoever is refused a connection while others stand waits for one, and can be stopped',
  async () => {
    const { sequelize } = database;
    const allow = async (connections: number) => {
      const [rows] = await sequelize.query('SELECT current_database() AS name');
      const [{ name }] = rows as [{ name: string }];
      await sequelize.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${connections}`);
    };
    const { end, begun, held } = holdConnections(1);
    await begun;
    await allow(0);
    const aborter = new AbortController();
    const stopped = database.readAs(2, nameOfReader, { ...limits, signal: aborter.signal });
    const patient = database.readAs(3, nameOfReader, limits);
    // Refused by now, as the one connection that stands has been asked something since.
    await sequelize.query('SELECT pg_sleep(0.3)');
    aborter.abort(new Error('stopped by a person'));
    await expect(stopped).rejects.toThrow('stopped by a person');
    await allow(-1);
    expect(await patient).toEqual({ name: 'narutalk_reader' });
    end();
    await held;
  },
  20_000,
);

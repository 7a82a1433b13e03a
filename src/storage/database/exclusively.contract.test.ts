import { openTestDatabase } from '../../test/database';
import type { Database } from './database';
import { exclusively } from './exclusively';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('works under one key follow each other, also after one that failed', async () => {
  const events: string[] = [];
  const work = (name: string, fails = false) =>
    exclusively(database, 'one', async () => {
      events.push(`${name} begins`);
      await database.sequelize.query('SELECT 1');
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const [first, second, third] = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect([first, second, third].map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  for (let at = 0; at < events.length; at += 2) {
    expect(events[at + 1]).toBe(events[at]!.replace('begins', 'ends'));
  }
  expect(events).toHaveLength(6);
});

test('works under other keys do not wait', async () => {
  let release = () => {};
  let begins = () => {};
  const begun = new Promise<void>((resolve) => (begins = resolve));
  const held = exclusively(database, 'held', () => {
    begins();
    return new Promise<void>((resolve) => (release = resolve));
  });
  await begun;
  expect(await exclusively(database, 'free', async () => 'done')).toBe('done');
  release();
  await held;
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import { createLogger } from '../../logging/logger';
import { openTestDatabase } from '../../test/database';
import type { Database } from '../database/database';
import { createJobQueue, type JobQueue } from './jobQueue';

let database: Database;
let jobs: JobQueue;

beforeEach(async () => {
  database = await openTestDatabase();
  jobs = createJobQueue(database.sequelize, createLogger('silent'), () => {});
  await jobs.start({ onlyProcess: false });
});
afterEach(async () => {
  await jobs.stop();
  await database.close();
});

const add = (seriesId: string) =>
  database.sequelize.transaction((transaction) => jobs.add('documents.settle', { seriesId }, transaction));

/** Works on jobs that end only when the test lets them. */
function workHeld(atOnce: number) {
  const begun: string[] = [];
  const running = new Map<string, () => void>();
  jobs.work(
    'documents.settle',
    ({ seriesId }, signal) =>
      new Promise<void>((resolve) => {
        begun.push(seriesId);
        running.set(seriesId, resolve);
        signal.addEventListener('abort', () => resolve());
      }).then(() => void running.delete(seriesId)),
    { atOnce },
  );
  return { begun, running };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextTurn();
}

test('so many jobs run at once, and the next begins when one ends', async () => {
  for (const id of ['a', 'b', 'c']) await add(id);
  const { begun, running } = workHeld(2);
  await until(() => begun.length === 2);
  expect([...running.keys()].sort()).toEqual(['a', 'b']);

  running.get('b')!();
  await until(() => begun.length === 3);
  expect([...running.keys()].sort()).toEqual(['a', 'c']);
});

test('the stop ends all that run', async () => {
  for (const id of ['a', 'b']) await add(id);
  const { begun, running } = workHeld(2);
  await until(() => begun.length === 2);
  await jobs.stop();
  expect(running.size).toBe(0);
  expect(await jobs.unfinished('documents.settle')).toEqual([]);
});

test('the backlog says of each queue what waits, runs and is tried again', async () => {
  expect(await jobs.backlog()).toEqual([]);
  for (const id of ['a', 'b', 'c']) await add(id);
  const { begun, running } = workHeld(1);
  await until(() => begun.length === 1);
  expect(await jobs.backlog()).toEqual([
    { queue: 'documents.settle', waiting: 2, running: 1, retrying: 0, oldestAt: expect.any(Date) },
  ]);
  for (const done of [1, 2, 3]) {
    await until(() => begun.length === done);
    running.get(begun.at(-1)!)!();
  }
  await database.sequelize.transaction((transaction) => jobs.add('index.rebuild', {}, transaction));
  let tries = 0;
  jobs.work('index.rebuild', async () => {
    tries += 1;
    throw new Error('a part is away');
  });
  await until(() => tries === 1);
  let [left] = await jobs.backlog();
  while (left?.retrying !== 1)
    [left] = (await jobs.backlog()).filter(({ queue }) => queue === 'index.rebuild');
  expect(left).toMatchObject({ queue: 'index.rebuild', waiting: 0, running: 0, retrying: 1 });
});

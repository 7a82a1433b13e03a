import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../storage/database/openDatabase';
import { migrate } from '../../storage/database/migrations';
import { createTestDatabase, type TestDatabase } from '../database';
import { type Schema, schemaOf } from './schemaOf';

/** Kills in all; `npm run test:faults` asks for more, of which twenty are enough here. */
const rounds = Math.min(Number(process.env.NARUTALK_FAULT_ROUNDS ?? 2), 20);

const root = path.join(__dirname, '..', '..', '..');

const counts = { kills: 0, leftTheOld: 0, leftTheNew: 0, finished: 0 };

let files: string[];
/** What a migration leaves that nobody disturbs, and how long one step of it takes. */
let whole: Schema;
let stepMs: number;

beforeAll(async () => {
  files = (await readdir(path.join(root, 'migrations'))).filter((name) => name.endsWith('.js')).sort();
  const database = await createTestDatabase('bare');
  const migration = startMigration(database);
  const exit = once(migration, 'exit');
  const times: number[] = [];
  for await (const line of createInterface({ input: migration.stdout! })) {
    if (line.startsWith('Running ')) times.push(performance.now());
  }
  expect((await exit)[0]).toBe(0);
  stepMs = (times.at(-1)! - times[0]!) / (files.length - 1);
  whole = await schemaOf(database.settings);
  await database.remove();
}, 300_000);
afterAll(() => console.log(`killed while migrating: ${JSON.stringify(counts)}`));

function startMigration({ settings: { dataDir, database } }: TestDatabase): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, ['dist/cli/migrate.js'], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Ends a migration as a power cut does, so long after it began to run the migration of this name. */
async function killAt(test: TestDatabase, name: string, afterMs: number): Promise<void> {
  const child = startMigration(test);
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line === `Running ${name}`) void pause(afterMs).then(() => child.kill('SIGKILL'));
  }
  // Where it was too late, the program had ended in order.
  expect([
    [null, 'SIGKILL'],
    [0, null],
  ]).toContainEqual(await exit);
}

/** A database without a table, or one that an older release has left. */
async function databaseBefore(from: number): Promise<TestDatabase> {
  const test = await createTestDatabase('bare');
  if (from === 0) return test;
  const database = await openDatabase(test.settings);
  await migrate(database.sequelize, 'wait', {}, files.slice(0, from));
  await database.close();
  return test;
}

/** What a database has that was migrated to here; read once for each, since reading takes as long as migrating. */
const before = new Map<number, Schema>();

async function schemaBefore(from: number, { settings }: TestDatabase): Promise<Schema> {
  const known = before.get(from) ?? (await schemaOf(settings));
  before.set(from, known);
  return known;
}

const half = () => Math.floor(files.length / 2);

/** In each round another step, from the first to the last, and anywhere within it. */
const moments = Array.from({ length: rounds }, (_, round) => {
  const part = Math.random();
  const title = `round ${round + 1}, ${Math.round(part * 100)} % into a step`;
  return [title, round, part] as const;
});

test.each(moments)(
  'a migration that is killed leaves the old schema or the new one, and the next run finishes it (%s)',
  async (_title, round, part) => {
    const from = round % 2 === 0 ? 0 : half();
    const database = await databaseBefore(from);
    try {
      const old = await schemaBefore(from, database);
      const pending = files.slice(from);
      expect(old.pending).toEqual(pending);

      const name = pending[Math.floor((round * pending.length) / rounds)]!;
      await killAt(database, name, part * stepMs);
      counts.kills += 1;
      const killed = await schemaOf(database.settings);
      const leftTheOld = killed.pending.length > 0;
      counts[leftTheOld ? 'leftTheOld' : 'leftTheNew'] += 1;
      expect([name, killed]).toEqual([name, leftTheOld ? old : whole]);

      const [code] = (await once(startMigration(database), 'exit')) as [number];
      expect(code).toBe(0);
      expect(await schemaOf(database.settings)).toEqual(whole);
      counts.finished += 1;
    } finally {
      await database.remove();
    }
  },
  300_000,
);

test('those that were killed had not ended before', () => {
  expect(counts.leftTheOld).toBeGreaterThanOrEqual(rounds / 2);
});

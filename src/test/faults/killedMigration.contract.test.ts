import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../storage/database/openDatabase';
import { migrate, migrationState } from '../../storage/database/migrations';
import { createTestDatabase, type TestDatabase } from '../database';
import { describeDatabase } from '../describeDatabase';

/** Kills in all; `npm run test:faults` asks for more, of which twenty are enough here. */
const rounds = Math.min(Number(process.env.NARUTALK_FAULT_ROUNDS ?? 2), 20);

const root = path.join(__dirname, '..', '..', '..');

/**
 * What a database has: its migrations with the sums of their files, and all but its rows, which name when each was run, and the
 * next number of its sequences, which a transaction that never ended uses up all the same.
 */
interface Schema {
  pending: string[];
  applied: { name: string; checksum: string | null }[];
  described: string[];
}

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
  whole = await schemaOf(database);
  await database.remove();
});
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

async function schemaOf({ settings }: TestDatabase): Promise<Schema> {
  const database = await openDatabase(settings);
  try {
    const { pending, applied } = await migrationState(database.sequelize);
    return {
      pending,
      applied: applied.map(({ name, checksum }) => ({ name, checksum })),
      described: (await describeDatabase(database.sequelize)).filter(
        (line) => !/^(rows of|sequence) /.test(line),
      ),
    };
  } finally {
    await database.close();
  }
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
      const old = await schemaOf(database);
      const pending = files.slice(from);
      expect(old.pending).toEqual(pending);

      const name = pending[Math.floor((round * pending.length) / rounds)]!;
      await killAt(database, name, part * stepMs);
      counts.kills += 1;
      const killed = await schemaOf(database);
      const leftTheOld = killed.pending.length > 0;
      counts[leftTheOld ? 'leftTheOld' : 'leftTheNew'] += 1;
      expect([name, killed]).toEqual([name, leftTheOld ? old : whole]);

      const [code] = (await once(startMigration(database), 'exit')) as [number];
      expect(code).toBe(0);
      expect(await schemaOf(database)).toEqual(whole);
      counts.finished += 1;
    } finally {
      await database.remove();
    }
  },
  150_000,
);

test('those that were killed had not ended before', () => {
  expect(counts.leftTheOld).toBeGreaterThanOrEqual(rounds / 2);
});

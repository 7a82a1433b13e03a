import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../storage/database/openDatabase';
import { migrationState } from '../../storage/database/migrations';
import { readCatalogue } from '../../storage/database/readCatalogue';
import { createTestDatabase, openTestDatabase, type TestDatabase } from '../database';

/** Kills in all; `npm run test:faults` asks for more, of which twenty are enough here. */
const rounds = Math.min(Number(process.env.NARUTALK_FAULT_ROUNDS ?? 2), 20);

const root = path.join(__dirname, '..', '..', '..');

let files: string[];
let whole: unknown;

beforeAll(async () => {
  files = (await readdir(path.join(root, 'migrations'))).filter((name) => name.endsWith('.js')).sort();
  const database = await openTestDatabase();
  whole = await readCatalogue(database.sequelize);
  await database.close();
});

function startMigration({ settings: { dataDir, database } }: TestDatabase): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, ['dist/cli/migrate.js'], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Ends a migration as a power cut does, while it runs the migration of this name. */
async function killAt(test: TestDatabase, name: string): Promise<void> {
  const child = startMigration(test);
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line === `Running ${name}`) child.kill('SIGKILL');
  }
  expect((await exit)[1]).toBe('SIGKILL');
}

async function stateOf({ settings }: TestDatabase) {
  const database = await openDatabase(settings);
  try {
    const { pending } = await migrationState(database.sequelize);
    return { pending, catalogue: await readCatalogue(database.sequelize) };
  } finally {
    await database.close();
  }
}

/** Spread over all of them but the last, which is too near the end to be killed in. */
const atStep = (round: number) => files[Math.floor((round * (files.length - 1)) / rounds)]!;

test.each(Array.from({ length: rounds }, (_, round) => [round]))(
  'a migration that is killed leaves the old schema or the new one, and the next run finishes it (round %i)',
  async (round) => {
    const database = await createTestDatabase('bare');
    try {
      await killAt(database, atStep(round));
      const killed = await stateOf(database);
      // Of before, or of after where the kill came between its end and that of the process; nothing in between.
      expect([
        { pending: files, catalogue: [] },
        { pending: [], catalogue: whole },
      ]).toContainEqual(killed);

      const [code] = (await once(startMigration(database), 'exit')) as [number];
      expect(code).toBe(0);
      const finished = await stateOf(database);
      expect(finished.pending).toEqual([]);
      expect(finished.catalogue).toEqual(whole);
    } finally {
      await database.remove();
    }
  },
  150_000,
);

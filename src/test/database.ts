import { createHash, randomBytes } from 'node:crypto';
import { access, cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '../storage/database/database';
import { openDatabase } from '../storage/database/openDatabase';
import { migrate } from '../storage/database/migrations';
import { enableReaderLogin } from '../storage/database/readerLogin';
import { serviceEnv } from './services';

const root = path.join(__dirname, '..', '..');

export interface TestDatabase {
  /** Settings that open it. */
  settings: { dataDir: string; database?: { url: string; poolSize: number } };
  remove(): Promise<void>;
}

/**
 * A database of the test's own, not open yet: on PostgreSQL where `DATABASE_URL` is set, else embedded. Migrated and
 * empty, or without any table.
 */
export async function createTestDatabase(state: 'migrated' | 'bare' = 'migrated'): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'narutalk-'));
  const server = serviceEnv().database;
  if (server) return createOnServer(server.url, dataDir, state);
  if (state === 'migrated') {
    await cp(await embeddedTemplate(), path.join(dataDir, 'database'), { recursive: true });
  }
  return { settings: { dataDir }, remove: () => rm(dataDir, { recursive: true }) };
}

/** The same, open; `close()` also removes it. */
export async function openTestDatabase(): Promise<Database> {
  const { settings, remove } = await createTestDatabase();
  const database = await openDatabase(settings);
  return {
    ...database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

async function createOnServer(
  serverUrl: string,
  dataDir: string,
  state: 'migrated' | 'bare',
): Promise<TestDatabase> {
  const name = `narutalk_test_${randomBytes(6).toString('hex')}`;
  await runOnServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const settings = { dataDir, database: { url: url.toString(), poolSize: 5 } };
  if (state === 'migrated') {
    const database = await openDatabase(settings);
    await migrate(database.sequelize, 'wait');
    await enableReaderLogin(database.sequelize, settings.database);
    await database.close();
  }
  return {
    settings,
    remove: async () => {
      await runOnServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await rm(dataDir, { recursive: true });
    },
  };
}

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A migrated embedded database to copy, made once for each state of `migrations/` and its runner: making one takes seconds. */
async function embeddedTemplate(): Promise<string> {
  const cache = path.join(root, 'node_modules', '.cache', 'narutalk');
  const template = path.join(cache, `database-${await migrationsHash()}`);
  if (await exists(template)) return template;

  await mkdir(cache, { recursive: true });
  const building = await mkdtemp(path.join(cache, 'building-'));
  const database = await openDatabase({ dataDir: building });
  await migrate(database.sequelize, 'wait');
  await database.close();
  try {
    await rename(path.join(building, 'database'), template);
  } catch (error) {
    if (!(await exists(template))) throw error; // else another test file was faster
  }
  await rm(building, { recursive: true, force: true });
  return template;
}

async function migrationsHash(): Promise<string> {
  const folder = path.join(root, 'migrations');
  const runner = path.join(root, 'src', 'storage', 'database', 'migrations.ts');
  const hash = createHash('sha256').update(await readFile(runner));
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (/\.(js|sql)$/.test(name)) hash.update(name).update(await readFile(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

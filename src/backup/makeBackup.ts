import { cp, mkdir, readdir, copyFile, chmod } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Env } from '../env';
import { createObjectStore } from '../storage/objectStore/createObjectStore';
import { openDatabaseForCommand } from '../storage/database/openDatabase';
import { migrationState } from '../storage/database/migrations';
import { writeChecksums } from './checksums';
import { backUpHeads, backUpObjects } from './copyFiles';
import { dumpDatabase } from './dumpDatabase';
import { BackupError, partsOf, writeManifest, type Manifest } from './manifest';

/**
 * Writes everything an installation keeps into an empty folder: the heads of the audit, the database as it is at one moment, the
 * files, then what each holds, and at last the manifest. The search index is not in it: it is made from the database. On PostgreSQL the program may run;
 * the embedded database has one process, which is this one meanwhile.
 * @throws BackupError
 */
export async function makeBackup(env: Env, folder: string, version: string): Promise<Manifest> {
  await makeEmpty(folder);
  const parts = partsOf(folder);
  const takenAt = new Date().toISOString();
  // Heads before the rows they name: one of what is sealed meanwhile would have the restored chain cut off.
  const auditHeads = await backUpHeads(env, folder);
  await mkdir(parts.database, { mode: 0o700 });
  const database = env.database
    ? await dumpPostgres(env.database.url, parts.database)
    : await copyEmbedded(env, parts.database);
  // Files after the rows that name them: what comes in meanwhile is one file too many, and not one too few.
  const store = createObjectStore(env);
  const manifest: Manifest = {
    ...{ format: 1, version, takenAt, ...database },
    objects: await backUpObjects(store, folder),
    auditHeads,
  };
  await store.close();
  await keepSecret(env, parts.authSecret);
  await writeChecksums(folder);
  await writeManifest(folder, manifest);
  return manifest;
}

async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupError(`${folder} is not empty: a backup has a folder of its own.`);
}

async function dumpPostgres(url: string, folder: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { engine: 'postgres' as const, ...(await dumpDatabase(client, folder)) };
  } finally {
    await client.end();
  }
}

async function copyEmbedded(env: Env, folder: string) {
  const database = await openDatabaseForCommand(env);
  const { applied } = await migrationState(database.sequelize);
  await database.close();
  await cp(path.join(env.dataDir, 'database'), folder, { recursive: true });
  const migrations = applied.map(({ name }) => name);
  return { engine: 'pglite' as const, tables: [], sequences: [], migrations };
}

/** Where no `AUTH_SECRET` is set, the one that was made at the first start: without it the audit proves nothing any more. */
async function keepSecret({ dataDir, authSecret }: Env, target: string): Promise<void> {
  if (authSecret !== undefined) return;
  try {
    await copyFile(path.join(dataDir, 'auth-secret'), target);
    await chmod(target, 0o600);
  } catch (error) {
    // Nothing has been started on this folder yet.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Env } from '../env';
import { fillEmptyIndex } from '../ingestion/indexRebuild';
import { createEmbeddings } from '../llm/createEmbeddings';
import type { Logger } from '../logging/logger';
import { repositoriesOf } from '../start/repositoriesOf';
import { migrate, migrationState } from '../storage/database/migrations';
import { openDatabaseForCommand } from '../storage/database/openDatabase';
import { createFolderStore } from '../storage/objectStore/folderStore';
import { createObjectStore } from '../storage/objectStore/createObjectStore';
import { createSearchIndex } from '../storage/searchIndex/createSearchIndex';
import { checkChecksums } from './checksums';
import { copyObjects, restoreHeads } from './copyFiles';
import { loadDatabase } from './loadDatabase';
import { BackupError, partsOf, readManifest, type Manifest } from './manifest';
import { ownTables } from './ownTables';

/**
 * Brings a backup back onto empty stores, and makes the search index from the database. Nothing is written before the backup is seen
 * to be whole and every store to be empty; nothing that is there is ever replaced.
 * @throws BackupError
 */
export async function restoreBackup(env: Env, folder: string, logger: Logger): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await checkChecksums(folder);
  const parts = partsOf(folder);
  const store = createObjectStore(env);
  const index = createSearchIndex(env);
  try {
    await store.prepare();
    await index.prepare();
    const first = await store.list()[Symbol.asyncIterator]().next();
    if (!first.done) throw new BackupError(`The file store is not empty (${first.value.key}).`);
    if (!(await index.isEmpty())) throw new BackupError('The search index is not empty.');
    if (env.database) await restorePostgres(env.database.url, parts.database, manifest);
    else await restoreEmbedded(env, parts.database, manifest);
    await restoreSecret(env, parts.authSecret);
    await copyObjects(createFolderStore(parts.objects), store);
    await restoreHeads(env, folder);
    await fillIndex(env, index, logger);
    return manifest;
  } finally {
    await index.close();
    await store.close();
  }
}

async function restorePostgres(url: string, folder: string, manifest: Manifest): Promise<void> {
  demandEngine('postgres', manifest);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const present = await ownTables(client);
    if (present.length > 0) throw new BackupError(`The database is not empty (${present[0]!.name}).`);
    const database = await openDatabaseForCommand({ dataDir: '', database: { url, poolSize: 2 } });
    try {
      const { pending } = await migrationState(database.sequelize);
      const unknown = manifest.migrations.find((name) => !pending.includes(name));
      if (unknown !== undefined)
        throw new BackupError(
          `This backup is of another program: it has the migration ${unknown}, which is not here.`,
        );
      await migrate(database.sequelize, 'wait', {}, manifest.migrations);
    } finally {
      await database.close();
    }
    await loadDatabase(client, folder, manifest);
  } finally {
    await client.end();
  }
}

async function restoreEmbedded({ dataDir }: Env, folder: string, manifest: Manifest): Promise<void> {
  demandEngine('pglite', manifest);
  const target = path.join(dataDir, 'database');
  await mkdir(target, { recursive: true });
  if ((await readdir(target)).length > 0) throw new BackupError(`${target} is not empty.`);
  await cp(folder, target, { recursive: true });
}

function demandEngine(engine: Manifest['engine'], manifest: Manifest): void {
  if (manifest.engine === engine) return;
  const names = { postgres: 'PostgreSQL (DATABASE_URL)', pglite: 'the embedded database' };
  throw new BackupError(`This is a backup of ${names[manifest.engine]}, and this is ${names[engine]}.`);
}

async function restoreSecret({ dataDir, authSecret }: Env, source: string): Promise<void> {
  if (authSecret !== undefined) return;
  try {
    await copyFile(source, path.join(dataDir, 'auth-secret'));
  } catch (error) {
    // The installation had its secret from the settings.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The embedded index is made at each start anyway. */
async function fillIndex(env: Env, searchIndex: ReturnType<typeof createSearchIndex>, logger: Logger) {
  if (searchIndex.engine === 'minisearch') return;
  const database = await openDatabaseForCommand(env);
  try {
    const { repositories } = await repositoriesOf(env, database);
    await fillEmptyIndex({ repositories, searchIndex, embeddings: createEmbeddings(env), logger });
  } finally {
    await database.close();
  }
}

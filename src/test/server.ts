import { randomBytes } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { readEnv, type Env } from '../env';
import { startServer, type RunningServer } from '../start/startServer';
import { compareWithDescription } from './describedApi';
import { createTestDatabase, type TestDatabase } from './database';
import { emptyBucket } from './emptyBucket';
import type { ServerAddress } from './people';

/** A whole server of the test's own, on its own database, index and bucket. */
export interface TestServer extends RunningServer, ServerAddress {
  url: string;
}

/** Settings of a server of the test's own, on the engines of this run; `remove()` removes what it stored. */
export interface TestEnv {
  env: Env;
  remove(): Promise<void>;
}

/** Makes the database and the names of a server that somebody else starts. */
export async function createTestEnv(
  changes: Partial<Env> = {},
  databaseState: 'migrated' | 'bare' = 'migrated',
  given?: TestDatabase,
): Promise<TestEnv> {
  const settings = readEnv();
  const database = given ?? (await createTestDatabase(databaseState));
  const name = `narutalk-test-${randomBytes(6).toString('hex')}`;
  const env: Env = {
    ...settings,
    demo: false,
    port: 0,
    logLevel: 'error',
    shutdownGraceMs: 0,
    openSearch: settings.openSearch && { ...settings.openSearch, indexPrefix: name },
    minio: settings.minio && { ...settings.minio, bucket: name },
    ...changes,
    // What is changed of a server keeps the test's own names on it.
    ...(changes.openSearch ? { openSearch: { ...changes.openSearch, indexPrefix: name } } : {}),
    ...(changes.minio ? { minio: { ...changes.minio, bucket: name } } : {}),
    dataDir: database.settings.dataDir,
    database: database.settings.database,
  };
  return {
    env,
    remove: async () => {
      if (env.minio) await emptyBucket(env.minio);
      if (env.openSearch) await dropIndexes(env.openSearch);
      await database.remove();
    },
  };
}

/**
 * Starts the program in this process, as `npm start` would, on the engines of this run. `close()` also removes what it
 * stored.
 */
export async function startTestServer(
  changes: Partial<Env> = {},
  databaseState: 'migrated' | 'bare' = 'migrated',
  given?: TestDatabase,
): Promise<TestServer> {
  const { env, remove } = await createTestEnv(changes, databaseState, given);
  const server = await startServer(env, () => {});
  compareWithDescription(server.url!, server.services);
  return {
    ...server,
    url: server.url!,
    setupToken: server.services.setupToken,
    close: async () => {
      await server.close();
      await remove();
    },
  };
}

/** Removes every index of a test. */
export async function dropIndexes({ url, indexPrefix }: NonNullable<Env['openSearch']>): Promise<void> {
  const client = new Client({ node: url });
  await client.indices.delete({ index: `${indexPrefix}-*` });
  await client.close();
}

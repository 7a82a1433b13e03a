import { randomBytes } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { readEnv, type Env } from '../env';
import { startServer, type RunningServer } from '../start/startServer';
import { createTestDatabase } from './database';
import { emptyBucket } from './emptyBucket';

/** A whole server of the test's own, on its own database, index and bucket. */
export interface TestServer extends RunningServer {
  url: string;
}

/**
 * Starts the program in this process, as `npm start` would, on the engines of this run. `close()` also removes what it
 * stored.
 */
export async function startTestServer(
  changes: Partial<Env> = {},
  databaseState: 'migrated' | 'bare' = 'migrated',
): Promise<TestServer> {
  const given = readEnv();
  const database = await createTestDatabase(databaseState);
  const name = `narutalk-test-${randomBytes(6).toString('hex')}`;
  const env: Env = {
    ...given,
    demo: false,
    port: 0,
    logLevel: 'error',
    openSearch: given.openSearch && { ...given.openSearch, indexPrefix: name },
    minio: given.minio && { ...given.minio, bucket: name },
    ...changes,
    dataDir: database.settings.dataDir,
    database: database.settings.database,
  };
  const server = await startServer(env, () => {});
  return {
    ...server,
    url: server.url!,
    close: async () => {
      await server.close();
      if (env.minio) await emptyBucket(env.minio);
      if (env.openSearch) await dropIndexes(env.openSearch);
      await database.remove();
    },
  };
}

async function dropIndexes({ url, indexPrefix }: NonNullable<Env['openSearch']>): Promise<void> {
  const client = new Client({ node: url });
  await client.indices.delete({ index: `${indexPrefix}-*` });
  await client.close();
}

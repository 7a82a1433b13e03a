import { demoPassword, demoPeople } from '../../demo/loadCompany';
import { startServer } from '../../start/startServer';
import { createTestEnv, type TestEnv } from '../server';
import { serviceEnv } from '../services';

/** What programs of one data folder store on real servers: their database, the prefix of their indexes, their bucket. */
const ownServices = new Map<string, Promise<TestEnv>>();

/** Whether this run is on real servers (`npm run test:e2e:services`). */
export function isOnServices(): boolean {
  return Object.values(serviceEnv()).some(Boolean);
}

/** The people of the demo, as the start prints them. */
export type DemoPeople = Record<string, { email: string; password: string }>;

/**
 * Settings by which a program of this data folder runs on the servers of this run, on names of its own; none where everything is
 * embedded.
 */
export async function ownServiceSettings(dataDir: string): Promise<Record<string, string>> {
  if (!isOnServices()) return {};
  const { env } = await ownServicesOf(dataDir);
  const given = {
    DATABASE_URL: env.database?.url,
    OPENSEARCH_URL: env.openSearch?.url,
    OPENSEARCH_INDEX_PREFIX: env.openSearch?.indexPrefix,
    MINIO_ENDPOINT: env.minio?.endpoint,
    MINIO_ACCESS_KEY: env.minio?.accessKey,
    MINIO_SECRET_KEY: env.minio?.secretKey,
    MINIO_BUCKET: env.minio?.bucket,
    EMBEDDINGS_URL: env.embeddings?.url,
    EMBEDDINGS_QUERY_MODEL: env.embeddings?.queryModel,
    EMBEDDINGS_PASSAGE_MODEL: env.embeddings?.passageModel,
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/**
 * Loads the sample company before the program starts: on a database that others may reach, the program itself refuses to.
 * @returns who can sign in.
 */
export async function loadSamplesOnServices(dataDir: string): Promise<DemoPeople> {
  const { env } = await ownServicesOf(dataDir);
  const server = await startServer({ ...env, dataDir, demo: true }, () => {});
  await server.close();
  return Object.fromEntries(demoPeople.map(({ role, email }) => [role, { email, password: demoPassword }]));
}

/** Removes what the programs of this data folder have stored on servers. */
export async function removeOwnServices(dataDir: string): Promise<void> {
  const own = await ownServices.get(dataDir);
  ownServices.delete(dataDir);
  await own?.remove();
}

function ownServicesOf(dataDir: string): Promise<TestEnv> {
  const own = ownServices.get(dataDir) ?? createTestEnv({}, 'bare');
  ownServices.set(dataDir, own);
  return own;
}

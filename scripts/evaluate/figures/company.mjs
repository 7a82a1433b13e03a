import { createRequire } from 'node:module';
import path from 'node:path';
import { askedAt, setProcessClock, setRightsClock } from './fixedClock.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

/**
 * The whole program over the sample company as it stands on the day of the evaluation, with the offline planner: on
 * PostgreSQL where `DATABASE_URL` is set, else embedded. Documents are left out: no question here is about them.
 * @returns {{services: object, engine: string, close: () => Promise<void>}}
 */
export async function openCompany() {
  setProcessClock(askedAt);
  const { startTestServer } = dist('test/server');
  const { loadCompany } = dist('demo/loadCompany');
  const parts = ['openSearch', 'minio', 'embeddings', 'reranker', 'chatModel'];
  const { tireless } = dist('test/chatLimits');
  const server = await startTestServer({
    ...Object.fromEntries(parts.map((part) => [part, undefined])),
    chatLimits: tireless,
  });
  const { services } = server;
  await setRightsClock(services.database.sequelize, askedAt);
  await loadCompany(services.repositories, () => {});
  await services.database.sequelize.query('ANALYZE');
  return { services, engine: services.database.engine, close: server.close };
}

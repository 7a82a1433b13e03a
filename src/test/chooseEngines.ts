import { settingsSchema } from '../env';

/** The settings that choose a real server in place of an embedded engine, with what each server needs beside them. */
const serviceSettings = new Set([
  'DATABASE_URL',
  'DATABASE_READER_URL',
  'OPENSEARCH_URL',
  'MINIO_ENDPOINT',
  'MINIO_ACCESS_KEY',
  'MINIO_SECRET_KEY',
  'EMBEDDINGS_URL',
  'EMBEDDINGS_API_KEY',
  'EMBEDDINGS_QUERY_MODEL',
  'EMBEDDINGS_PASSAGE_MODEL',
]);

/** They say how a test talks, not what it talks to. */
const harmlessSettings = new Set(['NODE_ENV', 'LOG_LEVEL']);

/**
 * Runs once before all suites, in Jest's own process, from which its workers and their child processes inherit the
 * environment. A developer's settings never reach a test: suites run on the embedded engines, and on real servers only
 * when asked to by NARUTALK_TEST_SERVICES=1 (`npm run test:services`). A chat model's key is never honoured.
 */
export default function chooseEngines(): void {
  const honoured = process.env.NARUTALK_TEST_SERVICES === '1' ? serviceSettings : new Set<string>();
  const given = Object.keys(settingsSchema.shape).filter(
    (name) => process.env[name] && !harmlessSettings.has(name),
  );
  const ignored = given.filter((name) => !honoured.has(name));
  for (const name of ignored) delete process.env[name];

  const used = given.filter((name) => honoured.has(name));
  if (honoured.size > 0 && used.length === 0) {
    throw new Error(
      'No service is set: give DATABASE_URL, OPENSEARCH_URL, MINIO_* or EMBEDDINGS_* (see .env.example).',
    );
  }
  if (used.length > 0) say(`On real servers: ${used.join(', ')}`);
  if (ignored.length > 0) say(`Not used by this run: ${ignored.join(', ')}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Env } from '../../env';

const root = path.join(__dirname, '..', '..', '..');

/** A worker in a process of its own. */
export interface StartedWorker {
  /** Ends it as a power cut does. */
  kill(): Promise<unknown>;
  /** Ends it in order. @returns its exit code. */
  stop(): Promise<number>;
}

/** Starts the built program as a worker beside a server with these settings. @throws Error when it does not start. */
export async function startWorker(env: Env): Promise<StartedWorker> {
  const child = spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...workerSettings(env) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number> => {
    const exit = once(child, 'exit') as Promise<[number]>;
    child.kill(signal);
    return (await exit)[0];
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'NaruTalk worker is running.') continue;
    child.stdout.resume();
    return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
  }
  throw new Error('the worker did not start');
}

function workerSettings(env: Env): Record<string, string> {
  return { PROCESS_ROLE: 'worker', LOG_LEVEL: 'fatal', DATA_DIR: env.dataDir, ...serviceSettings(env) };
}

/** The variables that choose these servers. */
export function serviceSettings({
  database,
  openSearch,
  minio,
  embeddings,
}: Pick<Env, 'database' | 'openSearch' | 'minio' | 'embeddings'>): Record<string, string> {
  return {
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...(openSearch
      ? { OPENSEARCH_URL: openSearch.url, OPENSEARCH_INDEX_PREFIX: openSearch.indexPrefix }
      : {}),
    ...(minio
      ? {
          MINIO_ENDPOINT: minio.endpoint,
          MINIO_ACCESS_KEY: minio.accessKey,
          MINIO_SECRET_KEY: minio.secretKey,
          MINIO_BUCKET: minio.bucket,
        }
      : {}),
    ...(embeddings
      ? {
          EMBEDDINGS_URL: embeddings.url,
          EMBEDDINGS_QUERY_MODEL: embeddings.queryModel,
          EMBEDDINGS_PASSAGE_MODEL: embeddings.passageModel,
        }
      : {}),
  };
}

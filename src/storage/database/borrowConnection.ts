import type { Pool, PoolClient } from 'pg';

/**
 * One of the pool's connections, unless the signal fires first: one that comes later goes back to the pool.
 * @throws the signal's reason, or why there is no connection.
 */
export function borrowConnection(pool: Pool, signal?: AbortSignal): Promise<PoolClient> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = () => reject(signal!.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
    pool
      .connect()
      .then((client) => {
        if (signal?.aborted) client.release();
        else resolve(client);
      }, reject)
      .finally(() => signal?.removeEventListener('abort', onAbort));
  });
}

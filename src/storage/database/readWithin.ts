import type { PoolClient, QueryConfig } from 'pg';
import { AppError } from '../../errors';
import { isConnectionLost } from './connectionLost';
import type { ReaderQuery, ReadOptions } from './database';

/**
 * Does the work in a reading transaction on a connection of its own and rolls it back (there is nothing to commit).
 * When the time is over or the signal fires, `interrupt` has to end the running statement; the connection is then not
 * used again.
 */
export async function readWithin<T>(
  client: PoolClient,
  begin: string,
  work: (query: ReaderQuery) => Promise<T>,
  options: ReadOptions & { interrupt: () => Promise<unknown>; timeoutError: () => Error },
): Promise<T> {
  const query: ReaderQuery = async (sql, parameters = []) => {
    // Without parameters `pg` would send a simple query, which may hold several statements, also COMMIT.
    const one: QueryConfig & { queryMode: 'extended' } = {
      text: sql,
      values: parameters,
      queryMode: 'extended',
    };
    const { fields, rows } = await client.query<Record<string, unknown>>(one);
    return {
      columns: fields.map(({ name }) => name),
      types: fields.map(({ dataTypeID }) => dataTypeID),
      rows,
    };
  };
  const limits = watchLimits(options);
  // A cut connection also fails the running statement, which is where it is answered.
  const onCut = () => {};
  client.on('error', onCut);
  try {
    options.signal?.throwIfAborted();
    const result = await Promise.race([
      limits.reached,
      (async () => {
        await client.query(begin);
        const answer = await work(query);
        await client.query('ROLLBACK');
        return answer;
      })(),
    ]);
    // Its time ran out with its last answer: the interruption is under way and must find nobody else on this connection.
    const late = limits.reason();
    if (late) throw late;
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    // The statement that was interrupted may fail before the limit's own rejection is seen.
    const reason = limits.reason();
    if (reason) throw reason;
    // On a busy machine the server's own clock may be the first to say so.
    if (isCancelled(error)) throw options.timeoutError();
    throw isConnectionLost(error) ? new AppError('database_unavailable', { cause: error }) : error;
  } finally {
    client.off('error', onCut);
    limits.stop();
  }
}

/** 57014 (query_canceled): the server ended the statement. */
function isCancelled(error: unknown): boolean {
  return (error as { code?: unknown }).code === '57014';
}

function watchLimits(options: Parameters<typeof readWithin>[3]) {
  let reason: Error | undefined;
  let stop = () => {};
  const reached = new Promise<never>((_resolve, reject) => {
    const end = (why: Error) => {
      reason = why;
      // The connection is thrown away whether or not the server heard of it.
      options.interrupt().catch(() => {});
      // Not before every connection that the interruption cut knows it: the caller may ask for one at once.
      setImmediate(() => reject(why));
    };
    const timer = setTimeout(() => end(options.timeoutError()), options.timeoutMs);
    const onAbort = () => end(options.signal!.reason as Error);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
    };
  });
  reached.catch(() => {}); // it may lose the race
  return { reached, stop, reason: () => reason };
}

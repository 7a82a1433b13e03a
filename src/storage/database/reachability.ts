import pg from 'pg';
import { AppError } from '../../errors';
import { isConnectionLost } from './connectionLost';

/** Milliseconds after which work that has no end yet is a reason to ask whether the database answers at all. */
const suspiciousMs = 600;

/** Milliseconds a fresh connection and an empty statement may take. With the above, a reader is told within 2 s. */
const answerWithinMs = 1_000;

/** Milliseconds between two questions to a database that is away. */
const askAgainMs = 500;

/**
 * Milliseconds without an answer after which the connections that wait for one are ended: their packets go nowhere, and
 * nobody else would tell.
 */
const silentMs = 10_000;

/** Whether a database answers, asked only while there is a reason to. */
export interface Reachability {
  /**
   * Settles as the work does, or with `database_unavailable` once the database is seen not to answer; the work itself goes
   * on, and what it comes to is nobody's concern any more. While the database is known to be away, work is not begun.
   */
  whileReachable<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** @param endWaiting ends every connection, since those that wait for an answer get none. */
export function watchReachability(url: string, endWaiting: () => void): Reachability {
  let asking: Promise<boolean> | null = null;
  let awaySince: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** Those who ask at the same time share one answer. */
  const answers = (): Promise<boolean> => (asking ??= ask().finally(() => (asking = null)));

  async function ask(): Promise<boolean> {
    const reachable = await canAnswer(url);
    if (reachable) awaySince = null;
    else if (awaySince === null) {
      awaySince = performance.now();
      lookAgain();
    }
    return reachable;
  }

  function lookAgain(): void {
    if (closed) return;
    timer = setTimeout(() => {
      void answers().then((reachable) => {
        if (reachable || awaySince === null) return;
        if (performance.now() - awaySince > silentMs) {
          awaySince = performance.now();
          endWaiting();
        }
        lookAgain();
      });
    }, askAgainMs);
  }

  return {
    whileReachable(work) {
      if (awaySince !== null) return Promise.reject(new AppError('database_unavailable'));
      return new Promise((resolve, reject) => {
        let looking: NodeJS.Timeout | undefined;
        const look = () => {
          looking = setTimeout(() => {
            void answers().then((reachable) => {
              if (!reachable) reject(new AppError('database_unavailable'));
              else if (looking) look();
            });
          }, suspiciousMs);
        };
        look();
        work()
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(looking);
            looking = undefined;
          });
      });
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** On a connection of its own: one of a pool would wait in line behind those that get no answer. */
async function canAnswer(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
  });
  client.on('error', () => {}); // said by what fails below
  const start = performance.now();
  let overTime: NodeJS.Timeout | undefined;
  try {
    const tooLate = new Promise<never>((_resolve, reject) => {
      overTime = setTimeout(() => reject(new Error('no answer')), answerWithinMs);
    });
    await Promise.race([client.connect().then(() => client.query('SELECT 1')), tooLate]);
    return true;
  } catch (error) {
    // Its own words, were it only that it takes no more connections, are an answer.
    if ((error as { severity?: unknown }).severity !== undefined && !isConnectionLost(error)) return true;
    // This process itself was busy for so long: an answer may lie there unread.
    return performance.now() - start > answerWithinMs * 1.5;
  } finally {
    clearTimeout(overTime);
    client.end().catch(() => {}); // it is gone already
  }
}

/** Whether work failed because the database is away: as a driver says it, or as it was seen here. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof AppError ? error.code === 'database_unavailable' : isConnectionLost(error);
}

import type { Duplex } from 'node:stream';
import pg from 'pg';
import { AppError } from '../../errors';
import { isConnectionLost } from './connectionLost';

/** Milliseconds after which work that has no end yet is a reason to ask whether the database answers at all. */
const suspiciousMs = 600;

/** Milliseconds an empty statement may take. With the above, a reader is told within 2 s. */
const answerWithinMs = 1_200;

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
  const question = openQuestion(url);
  let asking: Promise<boolean> | null = null;
  let awaySince: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** Those who ask at the same time share one answer. */
  const answers = (): Promise<boolean> => (asking ??= ask().finally(() => (asking = null)));

  async function ask(): Promise<boolean> {
    const reachable = await question.canAnswer();
    if (reachable) awaySince = null;
    else if (awaySince === null) {
      awaySince = performance.now();
      lookAgain();
    }
    return reachable;
  }

  function lookAgain(): void {
    if (closed) return;
    // One watch is enough: the database may be back and away again before the last look's time has come.
    clearTimeout(timer);
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
      question.close();
    },
  };
}

/**
 * Asks on a connection of its own: one of a pool would wait in line behind those that get no answer. It is kept, since on a
 * machine with much to do a new one may take longer than an answer may.
 */
function openQuestion(url: string): { canAnswer(): Promise<boolean>; close(): void } {
  let kept: pg.Client | null = null;

  async function connected(): Promise<pg.Client> {
    if (kept) return kept;
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => drop(client)); // said by what fails, or by the next question
    // Kept at once, so that it is ended also where it never comes about.
    kept = client;
    await client.connect();
    return client;
  }

  function drop(client: pg.Client | null): void {
    if (kept === client) kept = null;
    // Not `end`, which would wait for what does not come.
    if (client) streamOf(client).destroy();
  }

  async function ask(): Promise<void> {
    const wasKept = kept !== null;
    try {
      await (await connected()).query('SELECT 1');
    } catch (error) {
      drop(kept);
      // It may have been cut long ago; whether a new one is refused is what counts.
      if (!wasKept) throw error;
      await (await connected()).query('SELECT 1');
    }
  }

  return {
    async canAnswer() {
      const start = performance.now();
      let overTime: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_resolve, reject) => {
        overTime = setTimeout(() => reject(new Error('no answer')), answerWithinMs);
      });
      try {
        await Promise.race([ask(), tooLate]);
        return true;
      } catch (error) {
        drop(kept);
        if (isRefusedInWords(error)) return true;
        // This process itself was busy for so long: an answer may lie there unread.
        return performance.now() - start > answerWithinMs * 1.25;
      } finally {
        clearTimeout(overTime);
      }
    },
    close: () => drop(kept),
  };
}

/** A server that says why it refuses is there, were it that it takes no more connections; unless it says that it ends. */
function isRefusedInWords(error: unknown): boolean {
  const { severity, code } = error as { severity?: string; code?: string };
  return severity !== undefined && !/^(08|57P)/.test(code ?? '');
}

/** The stream below a connection. */
export function streamOf(client: pg.ClientBase): Duplex {
  return (client as unknown as { connection: { stream: Duplex } }).connection.stream;
}

/** Whether work failed because the database is away: as a driver says it, or as it was seen here. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof AppError ? error.code === 'database_unavailable' : isConnectionLost(error);
}

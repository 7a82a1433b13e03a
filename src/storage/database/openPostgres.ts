import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { AppError } from '../../errors';
import { beginRead } from './beginRead';
import { borrowConnection } from './borrowConnection';
import { ReadTimeout, type Database } from './database';
import { readerUrl } from './readerLogin';
import { ownerPoolState, readerPoolState } from './poolState';
import { streamOf, watchReachability } from './reachability';
import { readWithin } from './readWithin';

/** Milliseconds a server has to open a connection: what cannot be served must say so within 2 s. */
const serverConnectTimeoutMs = 1_500;

/**
 * Milliseconds to wait for one of the pool's connections while all are busy. A pool that is busy is not broken: with 500
 * answers begun at once by one process, the last waited for most of a minute on two busy cores, and at 1.5 s 408 of them
 * failed. Where the database is away, opening fails, and with it whoever waits.
 */
const poolWaitMs = 60_000;

/** Milliseconds before a connection that was refused is asked for again. */
const connectAgainMs = 100;

/**
 * Opens a PostgreSQL server: the owner's pool for models, and the reader's own pool with its own login.
 * @param options.connectTimeoutMs milliseconds to open a connection; not given: as a server needs it.
 */
export async function openPostgres(options: {
  url: string;
  readerUrl?: string;
  poolSize: number;
  connectTimeoutMs?: number;
}): Promise<Database> {
  const { connectTimeoutMs = serverConnectTimeoutMs } = options;
  /** pg-pool has one setting for both waits. */
  class ReaderClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs });
    }
  }
  const owner = (connections: number) =>
    new Sequelize(options.url, {
      dialect: 'postgres',
      logging: false,
      pool: { max: connections, acquire: poolWaitMs },
      dialectOptions: { connectionTimeoutMillis: connectTimeoutMs },
    });
  const sequelize = owner(options.poolSize);
  const aside = owner(1);
  const readers = new pg.Pool({
    connectionString: readerUrl(options),
    max: options.poolSize,
    connectionTimeoutMillis: poolWaitMs,
    Client: ReaderClient,
  });
  readers.on('error', () => {}); // an idle connection was cut: the pool makes a new one
  const connections = new Set<pg.Client>();
  const keep = (client: pg.Client) => {
    connections.add(client);
    client.once('end', () => connections.delete(client));
  };
  for (const pool of [sequelize, aside])
    pool.addHook('afterConnect', (connection) => keep(connection as pg.Client));
  readers.on('connect', keep);
  const { whileReachable, close } = watchReachability(options.url, () => {
    for (const client of connections) streamOf(client).destroy();
  });
  let standing = 0;
  readers.on('connect', () => (standing += 1));
  readers.on('remove', () => (standing -= 1));

  /** A connection that could not be opened in time while others stand is no sign of a database that is away. */
  const borrowReader = async (signal?: AbortSignal) => {
    const giveUpAt = performance.now() + poolWaitMs;
    for (;;) {
      try {
        return await borrowConnection(readers, signal);
      } catch (cause) {
        signal?.throwIfAborted();
        if (standing === 0 || performance.now() > giveUpAt)
          throw new AppError('database_unavailable', { cause });
        await pause(connectAgainMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
      }
    }
  };

  return {
    engine: 'postgres',
    sequelize,
    aside,
    readAs: async (employeeId, work, readOptions) => {
      const client = await borrowReader(readOptions.signal);
      const { processID } = client as unknown as { processID: number };
      return readWithin(client, beginRead(employeeId, { ...readOptions, setRole: false }), work, {
        ...readOptions,
        interrupt: () => sequelize.query('SELECT pg_cancel_backend($pid)', { bind: { pid: processID } }),
        timeoutError: () => new ReadTimeout(),
      });
    },
    pools: () => [
      ownerPoolState('owner', sequelize),
      ownerPoolState('aside', aside),
      readerPoolState(readers, options.poolSize),
    ],
    whileReachable,
    close: async () => {
      close();
      await readers.end();
      await aside.close();
      await sequelize.close();
    },
  };
}

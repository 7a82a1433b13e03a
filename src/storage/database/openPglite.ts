import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { AppError } from '../../errors';
import { beginRead } from './beginRead';
import { borrowConnection } from './borrowConnection';
import { ReadTimeout, type Database } from './database';
import { PgliteEngine } from './pglite/engine';
import { ownerPoolState, readerPoolState } from './poolState';
import { readWithin } from './readWithin';

/**
 * Connections share the one backend, so few are enough: they wait in line there and not in the pool, where an open
 * transaction would wait for a connection that waits for it.
 */
const poolSize = 8;

/** Opens the embedded database in `<dataDir>/database`, making it first where there is none. */
export async function openPglite(dataDir: string): Promise<Database> {
  const folder = path.join(dataDir, 'database');
  await mkdir(folder, { recursive: true });
  const engine = new PgliteEngine(folder);
  await engine.start();

  const stream = () => engine.stream();
  const sequelize = new Sequelize('postgres', 'postgres', '', {
    dialect: 'postgres',
    logging: false,
    pool: { max: poolSize },
    dialectOptions: { stream },
  });
  const readers = new pg.Pool({ user: 'postgres', stream, max: poolSize });
  readers.on('error', () => {}); // an idle connection was cut by a restart: the pool makes a new one

  return {
    engine: 'pglite',
    sequelize,
    aside: sequelize,
    readAs: async (employeeId, work, options) => {
      const client = await borrowConnection(readers, options.signal).catch((cause: unknown) => {
        options.signal?.throwIfAborted();
        // Cut while it came about: somebody else's statement was ended just now.
        throw new AppError('database_unavailable', { cause });
      });
      const { connection } = client as unknown as { connection: { stream: Duplex } };
      return readWithin(
        client,
        // One backend has one login: here the role is put on for the transaction.
        beginRead(employeeId, { ...options, setRole: true }),
        work,
        {
          ...options,
          interrupt: () => engine.interrupt(connection.stream),
          timeoutError: () => new ReadTimeout(),
        },
      );
    },
    pools: () => [ownerPoolState('owner', sequelize), readerPoolState(readers, poolSize), engine.state()],
    // In the program itself: it cannot be away.
    whileReachable: (work) => work(),
    close: async () => {
      await readers.end();
      await sequelize.close();
      await engine.close();
    },
  };
}

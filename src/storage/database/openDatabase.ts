import pg from 'pg';
import type { Env } from '../../env';
import type { Database } from './database';
import { openPglite } from './openPglite';
import { openPostgres } from './openPostgres';

// Whole numbers of SQL become numbers: amounts are KRW and stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Milliseconds a command of a shell has to open a connection: nobody else waits for it, and a busy server is not one away. */
const commandConnectTimeoutMs = 20_000;

/** Opens PostgreSQL where `DATABASE_URL` is set, else the embedded one in the data folder. */
export function openDatabase(env: Pick<Env, 'database' | 'dataDir'>): Promise<Database> {
  return env.database ? openPostgres(env.database) : openPglite(env.dataDir);
}

/** The same for a command of a shell, which waits longer for a busy server. */
export function openDatabaseForCommand({
  database,
  dataDir,
}: Pick<Env, 'database' | 'dataDir'>): Promise<Database> {
  if (!database) return openPglite(dataDir);
  return openPostgres({ ...database, connectTimeoutMs: commandConnectTimeoutMs });
}

import pg from 'pg';
import { Sequelize } from 'sequelize';
import type { Env } from '../../env';
import { openPglite } from './openPglite';
import { openPostgres } from './openPostgres';

// Whole numbers of SQL become numbers: amounts are KRW and stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** A result as the reader gets it: rows in order, column names in order. */
export interface ReaderResult {
  columns: string[];
  rows: Record<string, unknown>[];
}

export type ReaderQuery = (sql: string, parameters?: unknown[]) => Promise<ReaderResult>;

export interface ReadOptions {
  /** Milliseconds the whole reading may take. */
  timeoutMs: number;
  signal?: AbortSignal;
}

/**
 * Runs queries as an employee: role `narutalk_reader`, read-only transaction, row-level security by
 * `app.employee_id`.
 * @throws ReadTimeout when it took too long, the signal's reason when it was aborted.
 */
export type ReadAs = <T>(employeeId: number, work: (query: ReaderQuery) => Promise<T>, options: ReadOptions) => Promise<T>;

/** The reading took longer than it may. */
export class ReadTimeout extends Error {}

export interface Database {
  readonly engine: 'pglite' | 'postgres';
  /** The owner's connection, for models and migrations. */
  sequelize: Sequelize;
  readAs: ReadAs;
  close(): Promise<void>;
}

/** Opens PostgreSQL where `DATABASE_URL` is set, else the embedded one in the data folder. */
export function openDatabase(env: Pick<Env, 'database' | 'dataDir'>): Promise<Database> {
  return env.database ? openPostgres(env.database) : openPglite(env.dataDir);
}

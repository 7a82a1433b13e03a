import type { Sequelize } from 'sequelize';
import { AppError } from '../../errors';

/** A result as the reader gets it: rows in order, column names in order. */
export interface ReaderResult {
  columns: string[];
  /** PostgreSQL's number of each column's type. */
  types: number[];
  rows: Record<string, unknown>[];
}

export type ReaderQuery = (sql: string, parameters?: unknown[]) => Promise<ReaderResult>;

export interface ReadOptions {
  /** Milliseconds the whole reading may take. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** Settings of the transaction, by name; the program's own words, never what a person or a model wrote. */
  settings?: Record<string, string>;
}

/**
 * Runs queries as an employee: role `narutalk_reader`, read-only transaction, row-level security by
 * `app.employee_id`.
 * @throws ReadTimeout when it took too long, the signal's reason when it was aborted.
 */
export type ReadAs = <T>(
  employeeId: number,
  work: (query: ReaderQuery) => Promise<T>,
  options: ReadOptions,
) => Promise<T>;

/** The reading took longer than it may. */
export class ReadTimeout extends AppError {
  constructor() {
    super('query_too_slow');
  }
}

/** How much of a pool of connections is in use. */
export interface PoolState {
  /** `owner`, `aside`, `reader`; `engine` is the one backend of the embedded database, which its connections share. */
  pool: 'owner' | 'aside' | 'reader' | 'engine';
  used: number;
  idle: number;
  /** What waits for a connection. */
  waiting: number;
  limit: number;
}

/** A database that is open: one owner's connection pool, and reading as an employee. */
export interface Database {
  readonly engine: 'pglite' | 'postgres';
  /** The owner's connection, for models and migrations. */
  sequelize: Sequelize;
  /**
   * The owner too, on a connection that never waits behind the others: for signs of life, by which others judge this process.
   * The embedded database has one connection for everything.
   */
  aside: Sequelize;
  readAs: ReadAs;
  /** How its pools are used at this moment. */
  pools(): PoolState[];
  /**
   * Settles as the work does, or with `database_unavailable` once the database is seen not to answer, so that a reader is
   * told within two seconds; what the work comes to then is nobody's concern any more.
   */
  whileReachable<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

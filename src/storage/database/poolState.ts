import type { Pool } from 'pg';
import type { Sequelize } from 'sequelize';
import type { PoolState } from './database';

/** The pool of Sequelize, which it keeps to itself: sequelize-pool 7. */
interface SequelizePool {
  using: number;
  available: number;
  waiting: number;
  maxSize: number;
}

export function ownerPoolState(pool: 'owner' | 'aside', { connectionManager }: Sequelize): PoolState {
  const { using, available, waiting, maxSize } = (connectionManager as unknown as { pool: SequelizePool })
    .pool;
  return { pool, used: using, idle: available, waiting, limit: maxSize };
}

export function readerPoolState({ totalCount, idleCount, waitingCount }: Pool, limit: number): PoolState {
  return { pool: 'reader', used: totalCount - idleCount, idle: idleCount, waiting: waitingCount, limit };
}

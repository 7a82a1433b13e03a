import { QueryTypes } from 'sequelize';
import type { Database } from './database';

/** The last work under each key in this process. */
const tails = new Map<string, Promise<unknown>>();

/**
 * Does work while nobody else in the installation does any under the same key. On PostgreSQL a lock is held for it, on a
 * connection of its own; the embedded database has but one process, and one backend that must not wait for the work.
 */
export function exclusively<T>(
  { engine, sequelize }: Pick<Database, 'engine' | 'sequelize'>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  if (engine === 'pglite') return afterOthers(key, work);
  return sequelize.transaction(async (transaction) => {
    await sequelize.query('SELECT pg_advisory_xact_lock(hashtextextended($key, 0))', {
      bind: { key },
      type: QueryTypes.SELECT,
      transaction,
    });
    return work();
  });
}

async function afterOthers<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (tails.get(key) ?? Promise.resolve()).then(work, work);
  tails.set(key, turn);
  try {
    return await turn;
  } finally {
    if (tails.get(key) === turn) tails.delete(key);
  }
}

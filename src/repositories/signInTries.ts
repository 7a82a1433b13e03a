import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

/** What became of a try. */
export interface CountedTry {
  /** With this one, since the last right one or the last long pause. */
  tries: number;
  /** Milliseconds since the last one that counted, by the clock of the database. */
  sinceLastMs: number;
}

/** Tries at passwords, counted by account whether or not there is one. */
export function createSignInTryRepository(sequelize: Sequelize, { SignInTries }: Models) {
  return {
    /**
     * Counts a try before it is made, in one statement, so that of many at once no more than `limit` are let through. One beyond the
     * limit makes nobody wait longer.
     * @param account SHA-256 of the address; @param windowMs pause after which counting starts anew
     */
    async count(
      account: string,
      { limit, windowMs }: { limit: number; windowMs: number },
    ): Promise<CountedTry> {
      const [row] = await sequelize.query<{ tries: number; sinceLastMs: number }>(
        `WITH forgotten AS (
           DELETE FROM sign_in_tries
           WHERE last_at < now() - $windowMs * interval '1 ms' AND account <> $account
         )
         INSERT INTO sign_in_tries AS s (account, tries, last_at) VALUES ($account, 1, now())
         ON CONFLICT (account) DO UPDATE SET
           tries = CASE WHEN s.last_at < now() - $windowMs * interval '1 ms' THEN 1 ELSE least(s.tries + 1, $limit + 1) END,
           last_at = CASE WHEN s.tries >= $limit AND s.last_at >= now() - $windowMs * interval '1 ms'
             THEN s.last_at ELSE now() END
         RETURNING tries, (extract(epoch FROM now() - last_at) * 1000)::double precision AS "sinceLastMs"`,
        { bind: { account, limit, windowMs }, type: QueryTypes.SELECT },
      );
      return row!;
    },
    /** Takes back one that was let through. */
    async giveBack(account: string): Promise<void> {
      await SignInTries.decrement('tries', { where: { account, tries: { [Op.gt]: 0 } } });
    },
    async forget(account: string, transaction?: Transaction): Promise<void> {
      await SignInTries.destroy({ where: { account }, transaction });
    },
  };
}

export type SignInTryRepository = ReturnType<typeof createSignInTryRepository>;

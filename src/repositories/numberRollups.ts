import { QueryTypes, type Sequelize } from 'sequelize';
import { writtenSteps, writtenTurns } from './numberFacts';

/** Makes what the numbers of the audit are counted from, an hour once and in order. */
export function createNumberRollupRepository(sequelize: Sequelize) {
  return {
    /** Turns begun before are made; null: none is. */
    async madeUntil(): Promise<Date | null> {
      const [row] = await sequelize.query<{ until: Date | null }>(
        'SELECT max(until) AS until FROM number_rollups',
        { type: QueryTypes.SELECT },
      );
      return row!.until;
    },
    /**
     * Makes the next hours, at most a day of them, of those that began before `before` and in which no turn runs any more.
     * @returns false when there was none to make, or another process makes them.
     */
    async makeNext(before: Date): Promise<boolean> {
      return sequelize.transaction(async (transaction) => {
        // By itself: the next statement sees what whoever had it has made.
        const [lock] = await sequelize.query<{ isMine: boolean }>(
          `SELECT pg_try_advisory_xact_lock(hashtextextended('narutalk numbers', 0)) AS "isMine"`,
          { type: QueryTypes.SELECT, transaction },
        );
        if (!lock!.isMine) return false;
        const [next] = await sequelize.query<{ liveFrom: Date | null; liveTo: Date }>(
          `SELECT made.until AS "liveFrom", least(made.until + interval '1 day',
             date_trunc('hour', $before::timestamptz),
             date_trunc('hour', (SELECT min(started_at) FROM turns WHERE status = 'running'))) AS "liveTo"
           FROM (SELECT coalesce((SELECT max(until) FROM number_rollups),
             date_trunc('hour', (SELECT min(started_at) FROM turns))) AS until) made`,
          { bind: { before }, type: QueryTypes.SELECT, transaction },
        );
        const { liveFrom, liveTo } = next!;
        if (liveFrom === null || liveTo <= liveFrom) return false;
        const options = { bind: { liveFrom, liveTo }, transaction };
        await sequelize.query(`INSERT INTO turn_numbers ${writtenTurns}`, options);
        await sequelize.query(`INSERT INTO step_times_by_hour ${writtenSteps()}`, options);
        await sequelize.query('INSERT INTO number_rollups (until) VALUES ($liveTo)', {
          bind: { liveTo },
          transaction,
        });
        return true;
      });
    },
  };
}

export type NumberRollupRepository = ReturnType<typeof createNumberRollupRepository>;

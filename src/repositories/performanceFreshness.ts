import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

/** How old the customer monthly performance is. */
export interface PerformanceFreshness {
  refreshedAt: Date | null;
  dataChangedAt: Date | null;
  /** It lacks a change that was committed. */
  stale: boolean;
}

const fact = 'performance-freshness';

/**
 * `customer_monthly_performance_mv` and what is known of its age, as a row of `system_state`. Changes are counted, since
 * clocks cannot tell whether a refresh has seen one.
 */
export function createPerformanceFreshnessRepository(sequelize: Sequelize) {
  return {
    /** Notes, with the transaction that does it, that what the view is made of changes. */
    async noteChange(transaction: Transaction): Promise<void> {
      await sequelize.query(
        `INSERT INTO system_state (key, value)
         VALUES ('${fact}', jsonb_build_object('changes', 1, 'dataChangedAt', clock_timestamp()))
         ON CONFLICT (key) DO UPDATE SET value = system_state.value || jsonb_build_object(
           'changes', coalesce((system_state.value ->> 'changes')::bigint, 0) + 1, 'dataChangedAt', clock_timestamp())`,
        { transaction },
      );
    },
    /** Brings the view up to date while it can be read. */
    async refresh(): Promise<void> {
      // Counted first: what commits after this may or may not be seen by the refresh, and counts as not.
      const [seen] = await sequelize.query<{ changes: number; at: Date }>(
        `SELECT coalesce((SELECT (value ->> 'changes')::bigint FROM system_state WHERE key = '${fact}'), 0) AS changes,
                clock_timestamp() AS at`,
        { type: QueryTypes.SELECT },
      );
      await sequelize.query('REFRESH MATERIALIZED VIEW CONCURRENTLY customer_monthly_performance_mv');
      await sequelize.query(
        `INSERT INTO system_state (key, value)
         VALUES ('${fact}', jsonb_build_object('refreshedChanges', $changes::bigint, 'refreshedAt', $at::timestamptz))
         ON CONFLICT (key) DO UPDATE SET value = system_state.value
           || jsonb_build_object('refreshedChanges', $changes::bigint, 'refreshedAt', $at::timestamptz)`,
        { bind: { changes: seen!.changes, at: seen!.at } },
      );
    },
    async read(): Promise<PerformanceFreshness> {
      const [row] = await sequelize.query<PerformanceFreshness>(
        `SELECT (value ->> 'refreshedAt')::timestamptz AS "refreshedAt",
                (value ->> 'dataChangedAt')::timestamptz AS "dataChangedAt",
                coalesce((value ->> 'changes')::bigint, 0) > coalesce((value ->> 'refreshedChanges')::bigint, 0) AS stale
         FROM system_state WHERE key = '${fact}'`,
        { type: QueryTypes.SELECT },
      );
      return row ?? { refreshedAt: null, dataChangedAt: null, stale: false };
    },
  };
}

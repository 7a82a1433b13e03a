import { QueryTypes, type Sequelize } from 'sequelize';

/** What an export says of a turn beyond what the list of turns does. */
export interface TurnDetails {
  errorCode: string | null;
  /** Won; null: prices are not known. */
  costKrw: number | null;
  /** Names of the tools that were used, each once, in the order of their first use. */
  tools: string[];
  feedback: { rating: 'up' | 'down'; reason: string | null; comment: string | null } | null;
}

export const noDetails: TurnDetails = { errorCode: null, costKrw: null, tools: [], feedback: null };

/** More of turns whose keys are known, a page at a time. */
export function createExportedTurnRepository(sequelize: Sequelize) {
  return {
    async details(turnIds: string[]): Promise<Map<string, TurnDetails>> {
      const rows = await sequelize.query<TurnDetails & { turnId: string }>(select, {
        bind: { turnIds },
        type: QueryTypes.SELECT,
      });
      return new Map(rows.map(({ turnId, ...details }) => [turnId, details]));
    },
  };
}

const select = `
  SELECT t.id AS "turnId", answer.error_code AS "errorCode", answer.cost_krw::float8 AS "costKrw",
         coalesce(tools.names, '{}') AS tools,
         CASE WHEN f.turn_id IS NOT NULL
              THEN jsonb_build_object('rating', f.rating, 'reason', f.reason, 'comment', f.comment) END AS feedback
  FROM turns t
  LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  LEFT JOIN feedback f ON f.turn_id = t.id AND f.employee_id = t.employee_id
  LEFT JOIN LATERAL (
    SELECT array_agg(name ORDER BY first) AS names
    FROM (SELECT name, min(started_at) AS first FROM system_trace_logs
          WHERE turn_id = t.id AND kind = 'tool' GROUP BY name) used
  ) tools ON true
  WHERE t.id = ANY($turnIds::uuid[])`;

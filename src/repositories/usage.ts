import { QueryTypes, type Sequelize } from 'sequelize';

/** What was used of the chat on one Korean day. */
export interface UsageOfDay {
  turns: number;
  inputTokens: number;
  outputTokens: number;
  costKrw: number;
}

/** What a person's limits are held against. */
export interface PersonUsage extends UsageOfDay {
  /** Turns under way or waiting. */
  running: number;
  /** Questions begun within the last minute. */
  lastMinute: number;
}

export interface WholeUsage extends UsageOfDay {
  running: number;
  /** How many people have asked. */
  people: number;
}

/** `numeric` and `bigint` come as text; what a day sums up to is exact in a number. */
const sums = `coalesce(sum(turns), 0)::integer AS turns, coalesce(sum(input_tokens), 0)::double precision AS "inputTokens",
  coalesce(sum(output_tokens), 0)::double precision AS "outputTokens",
  coalesce(sum(cost_krw), 0)::double precision AS "costKrw"`;

/** What people use of the chat; `TurnLedger` adds to it. */
export function createUsageRepository(sequelize: Sequelize) {
  return {
    async ofPerson(employeeId: number, day: string): Promise<PersonUsage> {
      const [row] = await sequelize.query<PersonUsage>(
        `SELECT ${sums},
           (SELECT count(*) FROM turns WHERE employee_id = $employeeId AND status = 'running')::integer AS running,
           (SELECT count(*) FROM turns WHERE employee_id = $employeeId
              AND started_at > now() - interval '1 minute')::integer AS "lastMinute"
         FROM usage_by_day WHERE day = $day AND employee_id = $employeeId`,
        { bind: { employeeId, day }, type: QueryTypes.SELECT },
      );
      return row!;
    },
    async ofAll(day: string): Promise<WholeUsage> {
      const [row] = await sequelize.query<WholeUsage>(
        `SELECT ${sums}, count(*)::integer AS people,
           (SELECT count(*) FROM turns WHERE status = 'running')::integer AS running
         FROM usage_by_day WHERE day = $day`,
        { bind: { day }, type: QueryTypes.SELECT },
      );
      return row!;
    },
  };
}

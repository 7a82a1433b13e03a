import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

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

/** What model calls used. */
interface UsedOfModels {
  inputTokens: number;
  outputTokens: number;
  /** Undefined: not known. */
  costKrw?: number;
}

/** `numeric` and `bigint` come as text; what a day sums up to is exact in a number. */
const sums = `coalesce(sum(turns), 0)::integer AS turns, coalesce(sum(input_tokens), 0)::double precision AS "inputTokens",
  coalesce(sum(output_tokens), 0)::double precision AS "outputTokens",
  coalesce(sum(cost_krw), 0)::double precision AS "costKrw"`;

/** What people use of the chat; `TurnLedger` adds what turns used. */
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
        `SELECT ${sums}, count(*) FILTER (WHERE turns > 0)::integer AS people,
           (SELECT count(*) FROM turns WHERE status = 'running')::integer AS running
         FROM usage_by_day WHERE day = $day`,
        { bind: { day }, type: QueryTypes.SELECT },
      );
      return row!;
    },
    /** Adds what was used when a turn was over. */
    async addAfterwards(
      employeeId: number,
      { inputTokens, outputTokens, costKrw = 0 }: UsedOfModels,
      transaction: Transaction,
    ): Promise<void> {
      await sequelize.query(
        `INSERT INTO usage_by_day (day, employee_id, input_tokens, output_tokens, cost_krw)
         VALUES ((now() AT TIME ZONE 'Asia/Seoul')::date, $employeeId, $inputTokens, $outputTokens, $costKrw)
         ON CONFLICT (day, employee_id) DO UPDATE SET
           input_tokens = usage_by_day.input_tokens + excluded.input_tokens,
           output_tokens = usage_by_day.output_tokens + excluded.output_tokens,
           cost_krw = usage_by_day.cost_krw + excluded.cost_krw`,
        { bind: { employeeId, inputTokens, outputTokens, costKrw }, transaction },
      );
    },
  };
}

import { QueryTypes, type Sequelize } from 'sequelize';
import type {
  CostCounts,
  FeedbackCounts,
  FeedbackNumbersDto,
  GroundednessCounts,
  GroundednessNumbersDto,
  NumbersChoicesDto,
  TimeUnit,
  TurnCounts,
} from '../shared/auditNumbers';
import { writtenSteps, writtenTurns } from './numberFacts';

/** Whose turns are counted: begun from `from` until before `to`. */
export interface NumbersFilter {
  from: Date;
  to: Date;
  team?: string;
  employeeNo?: string;
  model?: string;
}

/** Percentiles .5, .95 and .99 of milliseconds, and of how many. */
export interface MeasuredTimes {
  count: number;
  percentiles: number[] | null;
}

/** How many steps took about 2 to the power of (`step` + 1/2) / 8 milliseconds. */
export interface StepTimes {
  kind: string;
  name: string;
  step: number;
  spans: number;
}

/** A turn that came to no answer. */
export interface FailedTurn {
  turnId: string;
  employeeNo: string;
  question: string;
  errorCode: string | null;
  askedAt: Date;
}

/** The sums over everything have no key. */
type Keyed<Counts> = Counts & { key: string | null };

/** What the numbers of the audit are counted from: what is made of earlier turns, and what was written of later ones. */
export function createAuditNumbersRepository(sequelize: Sequelize) {
  const read = async <Row extends object>(
    filter: NumbersFilter,
    sql: string,
    more: object = {},
  ): Promise<Row[]> => {
    return sequelize.query<Row>(sql, {
      bind: { ...(await toBind(filter)), ...more },
      type: QueryTypes.SELECT,
    });
  };
  const toBind = async ({ from, to, team, employeeNo, model }: NumbersFilter) => {
    const [row] = await sequelize.query<{ made: Date | null }>(
      'SELECT max(until) AS made FROM number_rollups',
      {
        type: QueryTypes.SELECT,
      },
    );
    const made = row!.made ?? from;
    const border = made < from ? from : made > to ? to : made;
    return {
      ...{ madeFrom: from, madeTo: border, liveFrom: border, liveTo: to },
      ...{ team: team ?? null, employeeNo: employeeNo ?? null, model: model ?? null },
    };
  };

  return {
    /** By Korean spans of time; the whole has no key. */
    usage(filter: NumbersFilter, by: TimeUnit): Promise<Keyed<TurnCounts>[]> {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT ${localTime('$unit', keyFormats[by])} AS key, ${turnCounts}
         FROM chosen GROUP BY GROUPING SETS ((), (1)) ORDER BY key`,
        { unit: by },
      );
    },

    async groundedness(
      filter: NumbersFilter,
    ): Promise<Keyed<GroundednessCounts & Pick<GroundednessNumbersDto['total'], 'citations' | 'quotes'>>[]> {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT ${localTime("'day'", keyFormats.day)} AS key, count(*)::integer AS answers,
           ${counted('citations > 0', 'cited')}, ${counted('tables > 0', '"withFigures"')},
           ${counted('citations > 0 OR tables > 0', 'grounded')},
           ${counted("evidence = 'found'", 'found')}, ${counted("evidence = 'near'", 'near')},
           ${counted("evidence = 'none'", 'none')}, ${counted('evidence IS NULL', '"notSearched"')},
           coalesce(sum(citations), 0)::integer AS citations, coalesce(sum(quotes), 0)::integer AS quotes
         FROM chosen WHERE status = 'completed' GROUP BY GROUPING SETS ((), (1)) ORDER BY key`,
      );
    },

    /** Opinions of answers, by the day of the answer. */
    feedback(filter: NumbersFilter): Promise<Keyed<FeedbackCounts>[]> {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT ${localTime("'day'", keyFormats.day)} AS key,
           ${counted("status = 'completed'", 'answers')},
           count(opinion.turn_id) FILTER (WHERE opinion.rating = 'up')::integer AS up,
           count(opinion.turn_id) FILTER (WHERE opinion.rating = 'down')::integer AS down
         FROM chosen LEFT JOIN feedback opinion USING (turn_id) GROUP BY GROUPING SETS ((), (1)) ORDER BY key`,
      );
    },
    badReasons(filter: NumbersFilter): Promise<FeedbackNumbersDto['reasons']> {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT opinion.reason, count(*)::integer AS count
         FROM feedback opinion JOIN chosen USING (turn_id)
         WHERE opinion.rating = 'down' GROUP BY 1 ORDER BY count DESC, 1`,
      );
    },
    latestBad(
      filter: NumbersFilter,
      limit: number,
    ): Promise<
      { turnId: string; question: string; reason: string | null; comment: string | null; askedAt: Date }[]
    > {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT turn_id AS "turnId", question.content AS question, opinion.reason, opinion.comment,
           chosen.started_at AS "askedAt"
         FROM feedback opinion JOIN chosen USING (turn_id)
         JOIN chat_history question USING (turn_id)
         WHERE opinion.rating = 'down' AND question.role = 'user'
         ORDER BY chosen.started_at DESC, turn_id LIMIT $limit`,
        { limit },
      );
    },

    /** Of completed answers; the whole has no key. */
    turnTimes(filter: NumbersFilter): Promise<Keyed<{ total: MeasuredTimes; firstText: MeasuredTimes }>[]> {
      const measured = (column: string) =>
        `jsonb_build_object('count', count(${column}), 'percentiles',
           percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY ${column}))`;
      return read(
        filter,
        `WITH ${chosenTurns} SELECT ${localTime("'day'", keyFormats.day)} AS key, ${measured('total_ms')} AS total,
           ${measured('first_text_ms')} AS "firstText"
         FROM chosen WHERE status = 'completed' GROUP BY GROUPING SETS ((), (1)) ORDER BY key`,
      );
    },
    /** Of every turn, however it ended. One person's are few enough to be read as they were written. */
    stepTimes(filter: NumbersFilter): Promise<StepTimes[]> {
      const ofPerson = filter.employeeNo !== undefined;
      const written = writtenSteps(ofPerson ? { from: '$madeFrom', ofPerson } : {});
      const made = 'SELECT * FROM step_times_by_hour WHERE hour >= $madeFrom AND hour < $madeTo UNION ALL';
      return read(
        filter,
        `SELECT kind, name, step, sum(spans)::integer AS spans
         FROM (${ofPerson ? '' : made} SELECT * FROM (${written}) AS written) AS timed
         WHERE ($team::text IS NULL OR team = $team) AND ($model::text IS NULL OR model = $model)
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      );
    },

    /** By day, person, team and model at once: `by` says which, and is null for the whole. */
    cost(filter: NumbersFilter): Promise<
      (CostCounts & {
        by: 'day' | 'person' | 'team' | 'model' | null;
        key: string | null;
        name: string | null;
        personTeam: string | null;
      })[]
    > {
      return read(
        filter,
        `WITH ${chosenTurns}, dated AS (
           SELECT *, ${localTime("'day'", keyFormats.day)} AS day FROM chosen
         ), sums AS (
           SELECT day, employee_id, team, model, GROUPING(day, employee_id, team, model) AS left_out, count(*)::integer AS turns,
             coalesce(sum(input_tokens), 0)::double precision AS "inputTokens",
             coalesce(sum(output_tokens), 0)::double precision AS "outputTokens",
             coalesce(sum(cost_krw), 0)::double precision AS "costKrw",
             ${counted('cost_krw IS NULL AND input_tokens > 0', 'unpriced')}
           FROM dated GROUP BY GROUPING SETS ((), (day), (employee_id), (team), (model))
         )
         SELECT CASE left_out WHEN 7 THEN 'day' WHEN 11 THEN 'person' WHEN 13 THEN 'team' WHEN 14 THEN 'model' END AS by,
           CASE left_out WHEN 7 THEN day WHEN 11 THEN e.employee_no WHEN 13 THEN sums.team WHEN 14 THEN model END AS key,
           e.name, e.team AS "personTeam", turns, "inputTokens", "outputTokens", "costKrw", unpriced
         FROM sums LEFT JOIN employees e ON e.id = sums.employee_id
         ORDER BY by, "costKrw" DESC, turns DESC, key`,
      );
    },

    /** Turns that were answered without evidence though documents were searched, but for those asked again. */
    async notKnown(filter: NumbersFilter): Promise<number> {
      const [row] = await read<{ count: number }>(
        filter,
        `WITH ${chosenTurns} SELECT count(*)::integer AS count FROM chosen
         WHERE status = 'completed' AND citations = 0 AND tables = 0 AND evidence IS NOT NULL
           AND NOT EXISTS (SELECT FROM turns again WHERE again.regenerates_turn_id = turn_id)`,
      );
      return row!.count;
    },
    failedTurns(filter: NumbersFilter, limit: number): Promise<FailedTurn[]> {
      return read(
        filter,
        `WITH ${chosenTurns} SELECT chosen.turn_id AS "turnId", e.employee_no AS "employeeNo",
           question.content AS question, answer.error_code AS "errorCode", chosen.started_at AS "askedAt"
         FROM chosen
         JOIN employees e ON e.id = chosen.employee_id
         JOIN chat_history question ON question.turn_id = chosen.turn_id AND question.role = 'user'
         LEFT JOIN chat_history answer ON answer.turn_id = chosen.turn_id AND answer.role = 'assistant'
         WHERE chosen.status IN ('failed', 'interrupted')
         ORDER BY chosen.started_at DESC, chosen.turn_id LIMIT $limit`,
        { limit },
      );
    },
    /** Questions that were not taken on, by code; their people's team is that of today. */
    async refused({ from, to, team, employeeNo }: NumbersFilter): Promise<{ code: string; count: number }[]> {
      return sequelize.query(
        `SELECT coalesce(s.error, '') AS code, count(*)::integer AS count
         FROM system_trace_logs s LEFT JOIN employees e ON e.id = s.employee_id
         WHERE s.kind = 'event' AND s.name LIKE 'chat:% refused' AND s.name IN ('chat:send refused', 'chat:regenerate refused')
           AND s.started_at >= $from AND s.started_at < $to
           AND ($team::text IS NULL OR e.team = $team) AND ($employeeNo::text IS NULL OR e.employee_no = $employeeNo)
         GROUP BY 1 ORDER BY count DESC, 1`,
        {
          bind: { from, to, team: team ?? null, employeeNo: employeeNo ?? null },
          type: QueryTypes.SELECT,
        },
      );
    },

    /** Teams and models there are turns of. */
    async choices(filter: NumbersFilter): Promise<NumbersChoicesDto> {
      const [row] = await read<NumbersChoicesDto>(
        filter,
        `WITH ${chosenTurns} SELECT coalesce(array_agg(DISTINCT team) FILTER (WHERE team IS NOT NULL), '{}') AS teams,
           coalesce(array_agg(DISTINCT model) FILTER (WHERE model IS NOT NULL), '{}') AS models FROM chosen`,
      );
      return row!;
    },
  };
}

const chosenTurns = `counted AS (
    SELECT * FROM turn_numbers WHERE started_at >= $madeFrom AND started_at < $madeTo
    UNION ALL SELECT * FROM (${writtenTurns}) AS written
  ), chosen AS (
    SELECT counted.* FROM counted
    WHERE ($team::text IS NULL OR team = $team) AND ($model::text IS NULL OR model = $model)
      AND ($employeeNo::text IS NULL OR employee_id = (SELECT id FROM employees WHERE employee_no = $employeeNo))
  )`;

const keyFormats: Record<TimeUnit, string> = {
  hour: 'YYYY-MM-DD"T"HH24',
  day: 'YYYY-MM-DD',
  week: 'YYYY-MM-DD',
  month: 'YYYY-MM',
};

/** The beginning of a Korean span of time; weeks begin on Monday. */
const localTime = (unit: string, format: string) =>
  `to_char(date_trunc(${unit}, started_at AT TIME ZONE 'Asia/Seoul'), '${format}')`;

const counted = (condition: string, name: string) =>
  `(count(*) FILTER (WHERE ${condition}))::integer AS ${name}`;

const turnCounts = `count(*)::integer AS turns, ${(
  ['completed', 'stopped', 'failed', 'interrupted', 'running'] as const
)
  .map((status) => counted(`status = '${status}'`, status))
  .join(
    ', ',
  )}, count(DISTINCT employee_id)::integer AS people, count(DISTINCT conversation_id)::integer AS conversations`;

import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ToolCallRecord } from '../models/chatMessage';
import type { TurnStatus } from '../shared/chat';
import type { EvidenceGrade } from '../shared/search';

/** What flags are raised by. */
export interface TurnToReview {
  turnId: string;
  status: Exclude<TurnStatus, 'running'>;
  question: string;
  answer: string;
  /** Milliseconds from the question to the end. */
  ms: number;
  /** Null: not known. */
  costKrw: number | null;
  citations: number;
  tables: number;
  toolCalls: ToolCallRecord[];
  /** Products the question names, or figures were asked of. */
  productCodes: string[];
  /** Best grade of the passages that were found; null: no documents were searched. */
  grade: EvidenceGrade | null;
  /** A tool answered with a table, be it an empty one. */
  hasResult: boolean;
  /** A tool refused what was asked of it. */
  wasRefusedByTool: boolean;
  /** The chat model refused, and the planner answered. */
  wasRefusedByModel: boolean;
  /** Thumbs down; null: none. */
  feedback: { reason: string | null; comment: string | null } | null;
}

/** Seconds after which a turn whose look failed is looked at again at the latest. */
const longestWaitSeconds = 600;

/**
 * Turns whose flags have not been looked for yet: `turns_to_review`, filled by a trigger in the statement that ends a turn,
 * whichever that is.
 */
export function createTurnsToReviewRepository(sequelize: Sequelize) {
  return {
    /**
     * Takes the turn that is due longest out of the line: it is back there when the transaction fails. Others take the next.
     * @returns null when none waits.
     */
    async take(transaction: Transaction): Promise<string | null> {
      const [row] = await sequelize.query<{ turnId: string }>(
        `DELETE FROM turns_to_review WHERE turn_id = (
           SELECT turn_id FROM turns_to_review WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING turn_id AS "turnId"`,
        { type: QueryTypes.SELECT, transaction },
      );
      return row?.turnId ?? null;
    },
    /** Has a turn whose look failed wait: a second, then twice as long each time, `longestWaitSeconds` at most. */
    async putBack(turnId: string): Promise<void> {
      await sequelize.query(
        `UPDATE turns_to_review SET tries = tries + 1,
           due_at = now() + make_interval(secs => least(2 ^ least(tries, 30), $longestWaitSeconds))
         WHERE turn_id = $turnId`,
        { bind: { turnId, longestWaitSeconds } },
      );
    },
    /** Puts turns that were begun since then in line once more, such as for a new rule. @returns how many. */
    async askAgain(since: Date, transaction: Transaction): Promise<number> {
      const rows = await sequelize.query(
        `INSERT INTO turns_to_review (turn_id)
         SELECT id FROM turns WHERE started_at >= $since AND status <> 'running'
         ON CONFLICT DO NOTHING RETURNING turn_id`,
        { bind: { since }, type: QueryTypes.SELECT, transaction },
      );
      return rows.length;
    },
    async read(turnId: string, transaction: Transaction): Promise<TurnToReview | null> {
      const [row] = await sequelize.query<TurnToReview>(select, {
        bind: { turnId },
        type: QueryTypes.SELECT,
        transaction,
      });
      return row ?? null;
    },
  };
}

const select = `
  SELECT t.id AS "turnId", t.status, question.content AS question, coalesce(answer.content, '') AS answer,
         coalesce(extract(epoch FROM t.finished_at - t.started_at) * 1000, 0)::float8 AS ms,
         answer.cost_krw::float8 AS "costKrw",
         coalesce(jsonb_array_length(answer.citations), 0) AS citations,
         coalesce(jsonb_array_length(answer.tables), 0) AS tables, coalesce(answer.tool_calls, '[]') AS "toolCalls",
         steps.grade, coalesce(steps."hasResult", false) AS "hasResult",
         coalesce(steps."wasRefusedByTool", false) AS "wasRefusedByTool",
         coalesce(steps."wasRefusedByModel", false) AS "wasRefusedByModel",
         products.codes AS "productCodes", opinion.feedback
  FROM turns t
  JOIN chat_history question ON question.turn_id = t.id AND question.role = 'user'
  LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  CROSS JOIN LATERAL (
    SELECT (array_agg(output #>> '{artifact,grade}' ORDER BY array_position('{found,near,none}', output #>> '{artifact,grade}'))
              FILTER (WHERE kind = 'tool' AND output #>> '{artifact,grade}' IS NOT NULL))[1] AS grade,
           bool_or(kind = 'tool' AND output #>> '{artifact,kind}' = 'table') AS "hasResult",
           bool_or(kind = 'tool' AND output #>> '{artifact,kind}' = 'error') AS "wasRefusedByTool",
           bool_or(kind = 'turn' AND output #>> '{usage,degradedBy}' = 'refused') AS "wasRefusedByModel"
    FROM system_trace_logs WHERE turn_id = t.id
  ) steps
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT code), '{}') AS codes FROM (
      SELECT jsonb_path_query(output, '$.products[*].code') #>> '{}' AS code
      FROM system_trace_logs WHERE turn_id = t.id AND kind = 'link' AND name = 'names'
      UNION SELECT jsonb_path_query(answer.tool_calls, '$[*].arguments.filters.products[*]') #>> '{}'
    ) named
  ) products
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('reason', reason, 'comment', comment) AS feedback
    FROM feedback WHERE turn_id = t.id AND rating = 'down' ORDER BY updated_at DESC LIMIT 1
  ) opinion ON true
  WHERE t.id = $turnId`;

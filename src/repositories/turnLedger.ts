import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ChatEvent, TurnEvent, TurnStatus } from '../shared/chat';
import { chatChannel, noticeRoom } from './chatNotice';
import type { NewMessage } from './chatHistory';
import type { NewSpan } from './traceLogs';

/** The turn was ended by somebody else, or belongs to another process by now: nothing may be written for it. */
export class TurnLost extends Error {}

export interface TurnToBegin {
  turnId: string;
  /** An own chat, or with `title` a new one. */
  conversationId: string;
  title: string | null;
  employeeId: number;
  clientMessageId: string;
  regeneratesTurnId: string | null;
  ownerProcess: string;
  leaseSeconds: number;
  question: string;
  event: TurnEvent;
}

export interface TurnToEnd {
  turnId: string;
  conversationId: string;
  status: Exclude<TurnStatus, 'running'>;
  /** Process that must hold the turn; not given: whoever holds it loses it. */
  owner?: string;
  /** Number of the chat's last event, which these follow; not given: whichever it is. */
  lastSeq?: number;
  answer: Omit<NewMessage, 'turnId' | 'conversationId' | 'role' | 'status'>;
  spans: NewSpan[];
  events: TurnEvent[];
}

/**
 * Writes of a turn: its beginning, its events as they come and its end, each one statement. A statement is a transaction of
 * its own, so all of it is stored or nothing, and one way to the database and back instead of eight (measured: it was half of
 * what a turn cost). Events are numbered by the chat's row, without a gap.
 * @param announceAs process that tells the others of what it stores; not given: there are no others.
 */
export function createTurnLedger(sequelize: Sequelize, { announceAs }: { announceAs?: string } = {}) {
  const announce = announceAs
    ? `, pg_notify($channel, jsonb_build_object('from', $announceAs::text, 'conversationId', $conversationId::text,
        'turnId', $turnId::text, 'first', before + 1, 'events', CASE WHEN $fits THEN $events::jsonb END)::text)`
    : '';
  /** Stores `$events` behind the `before` events of `counted`, and tells of them. */
  const storeEvents = `stored AS (
      INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload)
      SELECT $conversationId, before + place, $turnId, event ->> 'type', event
      FROM counted, jsonb_array_elements($events::jsonb) WITH ORDINALITY AS given (event, place)
    )
    SELECT before + 1 AS first${announce} FROM counted`;

  /** @returns the events with their numbers; null when the statement had nothing to write to. */
  async function write(
    turn: { turnId: string; conversationId: string },
    events: TurnEvent[],
    statement: { sql: string; bind: Record<string, unknown> },
    transaction?: Transaction,
  ): Promise<ChatEvent[] | null> {
    const { turnId, conversationId } = turn;
    const json = JSON.stringify(events);
    const told = announce
      ? { announceAs, channel: chatChannel, fits: Buffer.byteLength(json) <= noticeRoom }
      : {};
    const [row] = await sequelize.query<{ first: number }>(`${statement.sql} ${storeEvents}`, {
      bind: { ...statement.bind, turnId, conversationId, events: json, ...told },
      type: QueryTypes.SELECT,
      transaction,
    });
    return row
      ? events.map((event, at) => ({ ...event, conversationId, turnId, seq: row.first + at }))
      : null;
  }

  return {
    /**
     * Begins a turn with its question and first event.
     * @returns null when there is no such chat of this person.
     * @throws sequelize's UniqueConstraintError: on `turns_one_running_key` when another turn runs in the chat, on the
     *   client's message id when the message was sent before.
     */
    async begin(turn: TurnToBegin): Promise<ChatEvent | null> {
      const { title, event, ...columns } = turn;
      const chat =
        title === null
          ? `UPDATE conversations SET last_seq = last_seq + 1, updated_at = $startedAt
             WHERE id = $conversationId AND employee_id = $employeeId RETURNING last_seq - 1 AS before`
          : `INSERT INTO conversations (id, employee_id, title, last_seq, updated_at)
             VALUES ($conversationId, $employeeId, $title, 1, $startedAt) RETURNING last_seq - 1 AS before`;
      const sql = `WITH counted AS (${chat}), begun AS (
          INSERT INTO turns (id, conversation_id, employee_id, client_message_id, regenerates_turn_id, owner_process,
            started_at, lease_until)
          SELECT $turnId, $conversationId, $employeeId, $clientMessageId, $regeneratesTurnId, $ownerProcess,
            $startedAt, now() + make_interval(secs => $leaseSeconds) FROM counted
        ), asked AS (
          INSERT INTO chat_history (turn_id, conversation_id, role, content, status)
          SELECT $turnId, $conversationId, 'user', $question, 'completed' FROM counted
        ),`;
      // From the program's clock, in whole milliseconds: pages of turns and chats are cut by it.
      const bind = { ...columns, ...(title === null ? {} : { title }), startedAt: new Date() };
      return (await write(turn, [event], { sql, bind }))?.[0] ?? null;
    },

    /**
     * Stores events of a running turn behind the event `lastSeq`.
     * @throws TurnLost when `owner` does not hold it, or that event is not the chat's last.
     */
    async append(
      turn: { turnId: string; conversationId: string; owner: string; lastSeq: number },
      events: TurnEvent[],
    ): Promise<ChatEvent[]> {
      // The lock makes who ends the turn wait for this statement, or this one for who ends it.
      const sql = `WITH held AS (
          SELECT id FROM turns WHERE id = $turnId AND owner_process = $owner AND status = 'running' FOR SHARE
        ), counted AS (
          UPDATE conversations SET last_seq = last_seq + $count
          WHERE id = $conversationId AND last_seq = $lastSeq AND EXISTS (SELECT FROM held)
          RETURNING last_seq - $count AS before
        ),`;
      const { owner, lastSeq } = turn;
      const stored = await write(turn, events, { sql, bind: { owner, lastSeq, count: events.length } });
      if (!stored) throw new TurnLost(`Turn ${turn.turnId} is not held any more.`);
      return stored;
    },

    /** Ends a running turn with its answer, trace and last events. @returns null when it had ended, or is another's. */
    end(turn: TurnToEnd, transaction?: Transaction): Promise<ChatEvent[] | null> {
      const { status, owner, lastSeq, answer, spans, events } = turn;
      // Turn before chat, as where events are appended: statements that wait for each other do so in one order.
      const sql = `WITH held AS (
          SELECT id FROM turns
          WHERE id = $turnId AND status = 'running' ${owner ? 'AND owner_process = $owner' : ''} FOR UPDATE
        ), counted AS (
          UPDATE conversations SET last_seq = last_seq + $count
          WHERE id = $conversationId ${lastSeq === undefined ? '' : 'AND last_seq = $lastSeq'}
            AND EXISTS (SELECT FROM held)
          RETURNING last_seq - $count AS before
        ), ended AS (
          UPDATE turns SET status = $status, finished_at = $finishedAt FROM counted WHERE id = $turnId RETURNING id
        ), answered AS (
          INSERT INTO chat_history (turn_id, conversation_id, role, status, content, citations, tables, tool_calls, model,
            input_tokens, output_tokens, error_code)
          SELECT $turnId, $conversationId, 'assistant', $status, $content, $citations::jsonb, $tables::jsonb,
            $toolCalls::jsonb, $model, $inputTokens, $outputTokens, $errorCode FROM ended
        ), traced AS (
          INSERT INTO system_trace_logs (id, turn_id, parent_id, employee_id, kind, name, input, output, error,
            started_at, duration_ms, request_id)
          SELECT span.id, $turnId, span."parentId", span."employeeId", span.kind, span.name, span.input, span.output,
            span.error, span."startedAt", span."durationMs", span."requestId"
          FROM ended, jsonb_to_recordset($spans::jsonb) AS span (id uuid, "parentId" uuid, "employeeId" integer, kind text,
            name text, input jsonb, output jsonb, error text, "startedAt" timestamptz, "durationMs" double precision,
            "requestId" text)
        ),`;
      const bind = {
        status,
        ...(owner ? { owner } : {}),
        ...(lastSeq === undefined ? {} : { lastSeq }),
        finishedAt: new Date(),
        content: answer.content,
        citations: JSON.stringify(answer.citations ?? []),
        tables: JSON.stringify(answer.tables ?? []),
        toolCalls: JSON.stringify(answer.toolCalls ?? []),
        model: answer.model ?? null,
        inputTokens: answer.inputTokens ?? 0,
        outputTokens: answer.outputTokens ?? 0,
        errorCode: answer.errorCode ?? null,
        spans: JSON.stringify(spans),
        count: events.length,
      };
      return write(turn, events, { sql, bind }, transaction);
    },
  };
}

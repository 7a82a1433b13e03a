import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ChatLimits } from '../env/chatLimits';
import type { ChatEvent, TurnEvent, TurnStatus } from '../shared/chat';
import { chatChannel, noticeRoom, noticeSql } from './chatNotice';
import type { NewMessage } from './chatHistory';
import { QuestionRefused, type Refusal } from './questionRefused';
import {
  wholeMessage,
  type ProvableEvent,
  type ProvableTurn,
  type RowProofs,
  type TurnColumns,
} from './rowProofs';
import { hashesOf, type RunningTurns, type TurnSoFar } from './runningTurns';
import { eventColumns, turnColumns } from './sealedColumns';
import type { NewSpan } from './newSpan';
import { insertSpans, spansToInsert } from './traceLogs';
import { storeFacts, turnFactsOf } from './turnFactsOf';
import { parentAt, type TurnPlace } from './turnPlace';

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
  /** Where in the chat it stands; a new chat has one place. */
  place: TurnPlace;
  ownerProcess: string;
  leaseSeconds: number;
  limits: ChatLimits;
  question: string;
  /** What the audit says of how it came to be asked. */
  asked: NewSpan;
  /** Its first event; where it stands is added. */
  event: Omit<TurnStarted, 'parentTurnId'>;
}

/** The first event of a turn, with its number. */
export type BegunTurn = Extract<ChatEvent, { type: 'turn-started' }>;
/** What the statement that begins a turn says; `first` is null where there was nothing to begin it in. */
interface Begun {
  refusal: Refusal | null;
  first: number | null;
  parent: string | null;
  rights: string | null;
}

type TurnStarted = Extract<TurnEvent, { type: 'turn-started' }>;

export interface TurnToEnd {
  turnId: string;
  conversationId: string;
  status: Exclude<TurnStatus, 'running'>;
  /** Process that must hold the turn; not given: whoever holds it loses it. */
  owner?: string;
  /** Number of the chat's last event, which these follow; not given: whichever it is. */
  lastSeq?: number;
  answer: Omit<NewMessage, 'turnId' | 'conversationId' | 'role' | 'status'>;
  /** Steps that are not stored yet. */
  spans: NewSpan[];
  /** Every step of the turn, stored before or with its end. */
  steps: readonly NewSpan[];
  events: TurnEvent[];
}

interface Statement {
  sql: string;
  bind: Record<string, unknown>;
  /** When its events are stored, by this process's clock: what is proven of them. */
  storedAt: Date;
  transaction?: Transaction;
}

/**
 * Writes of a turn: its beginning, its events as they come and its end, each one statement. A statement is a transaction of
 * its own, so all of it is stored or nothing, and one way to the database and back instead of eight (measured: it was half of
 * what a turn cost). Events are numbered by the chat's row, without a gap.
 * @param running what is known of the turns of this process.
 * @param announceAs process that tells the others of what it stores; not given: there are no others.
 */
export function createTurnLedger(
  sequelize: Sequelize,
  { proofs, running, announceAs }: { proofs: RowProofs; running: RunningTurns; announceAs?: string },
) {
  /** Stores the array `events` behind the `before` events of `counted`, and tells of them. */
  const storeEvents = (events: string, returned: string) => {
    const notice = noticeSql({
      conversationId: '$conversationId::text',
      turnId: '$turnId::text',
      first: 'before + 1',
      events: `CASE WHEN $fits THEN ${events} END`,
    });
    return {
      stored: `stored AS (
        INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload, created_at)
        SELECT $conversationId, before + place, $turnId, event ->> 'type', event, $storedAt
        FROM counted, jsonb_array_elements(${events}) WITH ORDINALITY AS given (event, place)
      )`,
      told: `SELECT before + 1 AS first${returned}${announceAs ? `, ${notice}` : ''} FROM counted`,
    };
  };
  const given = storeEvents('$events::jsonb', '');
  /** Where a turn stands is known to the statement that begins it, so it completes the first event. */
  const beginning = storeEvents(
    `jsonb_build_array($events::jsonb -> 0 || jsonb_build_object('parentTurnId', parent))`,
    ', parent, (SELECT asked_rights FROM begun) AS rights',
  );

  /** @returns what the statement says of what it stored; null when it had nothing to write to. */
  async function write<Stored extends { first: number | null }>(
    { turnId, conversationId }: { turnId: string; conversationId: string },
    events: object[],
    { sql, bind, storedAt, transaction }: Statement,
  ): Promise<Stored | null> {
    const json = JSON.stringify(events);
    const fits = Buffer.byteLength(json) <= noticeRoom;
    const told = announceAs ? { announceAs, channel: chatChannel, fits } : {};
    const [row] = await sequelize.query<Stored>(sql, {
      bind: { ...bind, turnId, conversationId, events: json, storedAt, ...told },
      type: QueryTypes.SELECT,
      transaction,
    });
    return row ?? null;
  }

  /** As `write`, for events that are stored as they are. @returns them with their numbers. */
  async function writeEvents(
    turn: { turnId: string; conversationId: string },
    events: TurnEvent[],
    statement: Statement,
  ): Promise<ChatEvent[] | null> {
    const { turnId, conversationId } = turn;
    const row = await write<{ first: number }>(turn, events, {
      ...statement,
      sql: `${statement.sql} ${given.stored} ${given.told}`,
    });
    return row && events.map((event, at) => ({ ...event, conversationId, turnId, seq: row.first + at }));
  }

  /** What a running turn has done so far, read back; nobody writes for it until the transaction is over. */
  async function readTurn(turnId: string, transaction: Transaction): Promise<TurnSoFar | null> {
    const options = { bind: { turnId }, type: QueryTypes.SELECT as const, transaction };
    const [turn] = await sequelize.query<TurnColumns>(
      `SELECT ${turnColumns} FROM turns WHERE id = $turnId AND status = 'running' FOR UPDATE`,
      options,
    );
    if (!turn) return null;
    const events = await sequelize.query<ProvableEvent>(
      `SELECT ${eventColumns} FROM turn_events WHERE turn_id = $turnId ORDER BY seq`,
      options,
    );
    return { turn, firstSeq: events[0]!.seq, eventHashes: events.map((event) => proofs.hashEvent(event)) };
  }

  return {
    /**
     * Begins a turn with its question and first event.
     * @returns null when there is no such chat of this person, or no such turn in it.
     * @throws QuestionRefused when a limit of the person or of everybody is reached.
     * @throws sequelize's UniqueConstraintError: on `turns_one_running_key` when another turn runs in the chat, on the
     *   client's message id when the message was sent before.
     */
    async begin(turn: TurnToBegin): Promise<BegunTurn | null> {
      const { title, place, event, limits, asked: span, ...columns } = turn;
      const chat =
        title === null
          ? `placed AS (${parentAt(place)}), counted AS (
               UPDATE conversations SET last_seq = last_seq + 1, updated_at = $startedAt
               FROM admitted, placed
               WHERE refusal IS NULL AND id = $conversationId AND employee_id = $employeeId AND deleted_at IS NULL
               RETURNING last_seq - 1 AS before, parent
             )`
          : `counted AS (
               INSERT INTO conversations (id, employee_id, title, last_seq, updated_at)
               SELECT $conversationId, $employeeId, $title, 1, $startedAt FROM admitted WHERE refusal IS NULL
               RETURNING last_seq - 1 AS before, NULL::uuid AS parent
             )`;
      const sql = `WITH admitted AS MATERIALIZED (
          SELECT refuse_question($employeeId, $running, $perMinute, $dailyTokens, $dailyKrw,
            $allDailyTokens, $allDailyKrw) AS refusal
        ), ${chat}, begun AS (
          INSERT INTO turns (id, conversation_id, employee_id, client_message_id, regenerates_turn_id, owner_process,
            started_at, lease_until, parent_turn_id)
          SELECT $turnId, $conversationId, $employeeId, $clientMessageId, $regeneratesTurnId, $ownerProcess,
            $startedAt, now() + make_interval(secs => $leaseSeconds), parent FROM counted
          RETURNING asked_rights
        ), asked AS (
          INSERT INTO chat_history (turn_id, conversation_id, role, content, status, created_at, proof)
          SELECT $turnId, $conversationId, 'user', $question, 'completed', $startedAt, $proof FROM counted
        ), noted AS (
          INSERT INTO turn_facts (turn_id, conversation_id, started_at, employee_id, team, said)
          SELECT $turnId, $conversationId, $startedAt, $employeeId, team, $question
          FROM counted JOIN employees ON employees.id = $employeeId
        ), traced AS (${insertSpans('counted')}), ${beginning.stored}
        SELECT * FROM admitted LEFT JOIN (${beginning.told}) AS told ON true`;
      // From the program's clock, in whole milliseconds: pages of turns and chats are cut by it.
      const startedAt = new Date();
      const { turnId, conversationId, question: content } = turn;
      const asked = { turnId, conversationId, role: 'user' as const, content, status: 'completed' as const };
      const bind = {
        ...columns,
        ...limits.person,
        allDailyTokens: limits.everybody.dailyTokens,
        allDailyKrw: limits.everybody.dailyKrw,
        ...(title === null ? (place.kind === 'last' ? {} : { placeTurnId: place.turnId }) : { title }),
        startedAt,
        proof: proofs.prove('chat_history', wholeMessage(asked, startedAt)),
        spans: spansToInsert([span], proofs),
      };
      const row = (await write<Begun>(turn, [event], { sql, bind, storedAt: startedAt }))!;
      if (row.refusal) throw new QuestionRefused(row.refusal);
      const { first, parent: parentTurnId, rights: askedRights } = row;
      if (first === null) return null;
      const { employeeId, clientMessageId, regeneratesTurnId, ownerProcess } = turn;
      running.began(
        {
          ...{ id: turnId, conversationId, employeeId, clientMessageId, regeneratesTurnId, parentTurnId },
          ...{ ownerProcess, askedRights, startedAt },
        },
        { turnId, conversationId, first, events: [{ ...event, parentTurnId }], createdAt: startedAt },
      );
      return { ...event, parentTurnId, conversationId, turnId, seq: first };
    },

    /**
     * Stores events of a running turn behind the event `lastSeq`, with the steps that have ended by then.
     * @throws TurnLost when `owner` does not hold it, or that event is not the chat's last.
     */
    async append(
      turn: { turnId: string; conversationId: string; owner: string; lastSeq: number },
      events: TurnEvent[],
      spans: NewSpan[],
    ): Promise<ChatEvent[]> {
      // The lock makes who ends the turn wait for this statement, or this one for who ends it.
      const sql = `WITH held AS (
          SELECT id FROM turns WHERE id = $turnId AND owner_process = $owner AND status = 'running' FOR SHARE
        ), counted AS (
          UPDATE conversations SET last_seq = last_seq + $count
          WHERE id = $conversationId AND last_seq = $lastSeq AND EXISTS (SELECT FROM held)
          RETURNING last_seq - $count AS before
        ),${spans.length > 0 ? ` traced AS (${insertSpans('counted')}),` : ''}`;
      const bind = {
        ...{ owner: turn.owner, lastSeq: turn.lastSeq, count: events.length },
        ...(spans.length > 0 ? { spans: spansToInsert(spans, proofs) } : {}),
      };
      const storedAt = new Date();
      const stored = await writeEvents(turn, events, { sql, bind, storedAt });
      const { turnId, conversationId } = turn;
      if (!stored) {
        running.forget(turnId);
        throw new TurnLost(`Turn ${turnId} is not held any more.`);
      }
      running.stored({ turnId, conversationId, first: turn.lastSeq + 1, events, createdAt: storedAt });
      return stored;
    },

    /** Ends a running turn with its answer, trace and last events. @returns null when it had ended, or is another's. */
    async end(turn: TurnToEnd, transaction?: Transaction): Promise<ChatEvent[] | null> {
      const { status, owner, lastSeq, answer, spans, events } = turn;
      const known = lastSeq === undefined ? null : running.upTo(turn.turnId, lastSeq);
      if (!known && !transaction) return sequelize.transaction((within) => this.end(turn, within));
      const soFar = known ?? (await readTurn(turn.turnId, transaction!));
      if (!soFar) return null;
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
          UPDATE turns SET status = $status, finished_at = $finishedAt, number = nextval('turns_number_seq'),
            first_seq = $firstSeq, event_hashes = $eventHashes::text[], proof = $turnProof
          FROM counted WHERE id = $turnId RETURNING id, employee_id
        ), answered AS (
          INSERT INTO chat_history (turn_id, conversation_id, role, status, content, citations, tables, tool_calls, model,
            input_tokens, output_tokens, cost_krw, error_code, follow_ups, created_at, proof)
          SELECT $turnId, $conversationId, 'assistant', $status, $content, $citations::jsonb, $tables::jsonb,
            $toolCalls::jsonb, $model, $inputTokens, $outputTokens, $costKrw, $errorCode, $followUps::text[],
            $finishedAt, $proof FROM ended
        ), used AS (
          INSERT INTO usage_by_day (day, employee_id, turns, input_tokens, output_tokens, cost_krw)
          SELECT (now() AT TIME ZONE 'Asia/Seoul')::date, employee_id, 1, $inputTokens, $outputTokens,
            coalesce($costKrw, 0) FROM ended
          ON CONFLICT (day, employee_id) DO UPDATE SET turns = usage_by_day.turns + 1,
            input_tokens = usage_by_day.input_tokens + excluded.input_tokens,
            output_tokens = usage_by_day.output_tokens + excluded.output_tokens,
            cost_krw = usage_by_day.cost_krw + excluded.cost_krw
        ), traced AS (${insertSpans('ended')}), noted AS (
          ${storeFacts}
        ),`;
      const finishedAt = new Date();
      const { turnId, conversationId } = turn;
      const said = { ...answer, turnId, conversationId, role: 'assistant' as const, status };
      const message = wholeMessage(said, finishedAt);
      const firstNew = soFar.firstSeq + soFar.eventHashes.length;
      const added = { turnId, conversationId, first: firstNew, events, createdAt: finishedAt };
      const ended: ProvableTurn = {
        ...soFar.turn,
        ...{ status, finishedAt, firstSeq: soFar.firstSeq },
        eventHashes: [...soFar.eventHashes, ...hashesOf(added, proofs)],
      };
      const { content, model, inputTokens, outputTokens, costKrw, errorCode, followUps } = message;
      const bind = {
        ...{ status, finishedAt, content, model, inputTokens, outputTokens, costKrw, errorCode, followUps },
        ...(owner ? { owner } : {}),
        ...(lastSeq === undefined ? {} : { lastSeq }),
        citations: JSON.stringify(message.citations),
        tables: JSON.stringify(message.tables),
        toolCalls: JSON.stringify(message.toolCalls),
        proof: proofs.prove('chat_history', message),
        spans: spansToInsert(spans, proofs),
        facts: JSON.stringify(turnFactsOf(turn)),
        ...{
          firstSeq: ended.firstSeq,
          eventHashes: ended.eventHashes,
          turnProof: proofs.prove('turns', ended),
        },
        count: events.length,
      };
      try {
        return await writeEvents(turn, events, { sql, bind, storedAt: finishedAt, transaction });
      } finally {
        running.forget(turnId);
      }
    },
  };
}

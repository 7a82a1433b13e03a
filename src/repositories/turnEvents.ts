import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ToolCallRecord } from '../models/chatMessage';
import type { ChatEvent, StepKind, TurnEvent } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';

/** What events tell of an answer. */
export interface SentAnswer {
  text: string;
  tables: ResultTable[];
  /** Without their arguments, which are not sent. */
  toolCalls: ToolCallRecord[];
}

interface NextRow {
  seq: number;
  turnId: string;
  payload: TurnEvent;
  storedAt: Date;
  /** Events there are within the limit, whether they fit or not. */
  found: number;
}

/** A step as it was told of when it began. */
export interface StartedStep {
  stepId: string;
  kind: StepKind;
  name: string;
  startedAt: Date;
}

/** Events of chats as they were sent; `TurnLedger` writes them. */
export function createTurnEventRepository(sequelize: Sequelize, { StoredTurnEvent }: Models) {
  /**
   * The next events after `lastSeq` that fit into `bytes` of JSON, at least one: what a reader who takes them slowly keeps in
   * memory.
   */
  async function readNext(
    conversationId: string,
    lastSeq: number,
    { limit, bytes }: { limit: number; bytes: number },
  ): Promise<{ events: (ChatEvent & { storedAt: Date })[]; hasMore: boolean }> {
    const rows = await sequelize.query<NextRow>(
      `SELECT seq, turn_id AS "turnId", payload, created_at AS "storedAt", found FROM (
         SELECT seq, turn_id, payload, created_at, count(*) OVER () AS found,
                sum(size) OVER (ORDER BY seq) - size AS "before"
         FROM (
           SELECT seq, turn_id, payload, created_at, octet_length(payload::text) AS size FROM turn_events
           WHERE conversation_id = $conversationId AND seq > $lastSeq ORDER BY seq LIMIT $limit
         ) AS next
       ) AS measured
       WHERE "before" < $bytes ORDER BY seq`,
      { bind: { conversationId, lastSeq, limit, bytes }, type: QueryTypes.SELECT },
    );
    const events = rows.map(({ payload, turnId, seq, storedAt }) => ({
      ...payload,
      ...{ conversationId, turnId, seq, storedAt },
    }));
    const found = rows[0]?.found ?? 0;
    return { events, hasMore: found === limit || events.length < found };
  }

  return {
    /** Events after `lastSeq`, in order. */
    async after(conversationId: string, lastSeq: number, limit: number): Promise<ChatEvent[]> {
      const rows = await StoredTurnEvent.findAll({
        where: { conversationId, seq: { [Op.gt]: lastSeq } },
        order: [['seq', 'ASC']],
        limit,
      });
      return rows.map(({ payload, turnId, seq }) => ({ ...payload, conversationId, turnId, seq }));
    },
    /** The next events after `lastSeq` that fit, at least one. */
    async nextAfter(
      conversationId: string,
      lastSeq: number,
      room: { limit: number; bytes: number },
    ): Promise<{ events: ChatEvent[]; hasMore: boolean }> {
      const { events, hasMore } = await readNext(conversationId, lastSeq, room);
      return { events: events.map(({ storedAt: _time, ...event }) => event), hasMore };
    },
    /** The same with the time at which each was stored, and sent. */
    timedAfter: readNext,
    /** What a turn has sent so far: what is left of an answer that was cut off. */
    async sentAnswer(turnId: string, transaction?: Transaction): Promise<SentAnswer> {
      const [row] = await sequelize.query<SentAnswer>(
        `SELECT coalesce(string_agg(payload ->> 'text', '' ORDER BY seq) FILTER (WHERE type = 'text-delta'), '') AS text,
                coalesce(jsonb_agg(payload - 'type' ORDER BY seq) FILTER (WHERE type = 'table'), '[]') AS tables,
                coalesce(jsonb_agg(jsonb_build_object('name', payload -> 'name', 'arguments', null) ORDER BY seq)
                  FILTER (WHERE type = 'step-started' AND payload ->> 'kind' IN ('search', 'query')), '[]') AS "toolCalls"
         FROM turn_events WHERE turn_id = $turnId`,
        { bind: { turnId }, type: QueryTypes.SELECT, transaction },
      );
      return row!;
    },
    /** Steps of a turn that were told of and have no span: under way when its process ended. */
    stepsWithoutSpan(turnId: string, transaction?: Transaction): Promise<StartedStep[]> {
      return sequelize.query<StartedStep>(
        `SELECT step.id AS "stepId", payload ->> 'kind' AS kind, payload ->> 'name' AS name, event.created_at AS "startedAt"
         FROM turn_events AS event, LATERAL (SELECT (payload ->> 'stepId')::uuid AS id) AS step
         WHERE turn_id = $turnId AND type = 'step-started'
           AND NOT EXISTS (SELECT FROM system_trace_logs AS span WHERE span.id = step.id)
         ORDER BY seq`,
        { bind: { turnId }, type: QueryTypes.SELECT, transaction },
      );
    },
  };
}

export type TurnEventRepository = ReturnType<typeof createTurnEventRepository>;

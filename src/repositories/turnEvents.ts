import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ChatEvent, TurnEvent } from '../shared/chat';

/** Events of chats as they were sent; `TurnLedger` writes them. */
export function createTurnEventRepository(sequelize: Sequelize, { StoredTurnEvent }: Models) {
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
    /**
     * The next events after `lastSeq` that fit into `bytes` of JSON, at least one: what a reader who takes them slowly keeps in
     * memory.
     */
    async nextAfter(
      conversationId: string,
      lastSeq: number,
      { limit, bytes }: { limit: number; bytes: number },
    ): Promise<{ events: ChatEvent[]; hasMore: boolean }> {
      const rows = await sequelize.query<{ seq: number; turnId: string; payload: TurnEvent; found: number }>(
        `SELECT seq, turn_id AS "turnId", payload, found FROM (
           SELECT seq, turn_id, payload, count(*) OVER () AS found,
                  sum(size) OVER (ORDER BY seq) - size AS "before"
           FROM (
             SELECT seq, turn_id, payload, octet_length(payload::text) AS size FROM turn_events
             WHERE conversation_id = $conversationId AND seq > $lastSeq ORDER BY seq LIMIT $limit
           ) AS next
         ) AS measured
         WHERE "before" < $bytes ORDER BY seq`,
        { bind: { conversationId, lastSeq, limit, bytes }, type: QueryTypes.SELECT },
      );
      const events = rows.map(({ payload, turnId, seq }) => ({ ...payload, conversationId, turnId, seq }));
      const found = rows[0]?.found ?? 0;
      return { events, hasMore: found === limit || events.length < found };
    },
    /** The text a turn has sent so far: what is left of an answer that was cut off. */
    async sentText(turnId: string, transaction?: Transaction): Promise<string> {
      const [row] = await sequelize.query<{ text: string | null }>(
        `SELECT string_agg(payload ->> 'text', '' ORDER BY seq) AS text FROM turn_events
         WHERE turn_id = $turnId AND type = 'text-delta'`,
        { bind: { turnId }, type: QueryTypes.SELECT, transaction },
      );
      return row?.text ?? '';
    },
  };
}

export type TurnEventRepository = ReturnType<typeof createTurnEventRepository>;

import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ChatEvent, TurnEvent } from '../shared/chat';

/** Events of chats, numbered without a gap. */
export function createTurnEventRepository(sequelize: Sequelize, { StoredTurnEvent }: Models) {
  return {
    /**
     * Stores events under the next numbers of the chat, in one statement.
     * @returns the number of the first.
     */
    async append(
      conversationId: string,
      turnId: string,
      events: TurnEvent[],
      transaction?: Transaction,
    ): Promise<number> {
      const [row] = await sequelize.query<{ first: number }>(
        `WITH counted AS (
           UPDATE conversations SET last_seq = last_seq + jsonb_array_length($events::jsonb)
           WHERE id = $conversationId RETURNING last_seq - jsonb_array_length($events::jsonb) AS before
         ), stored AS (
           INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload)
           SELECT $conversationId, before + place, $turnId, event ->> 'type', event
           FROM counted, jsonb_array_elements($events::jsonb) WITH ORDINALITY AS given (event, place)
         )
         SELECT before + 1 AS first FROM counted`,
        {
          bind: { conversationId, turnId, events: JSON.stringify(events) },
          type: QueryTypes.SELECT,
          transaction,
        },
      );
      return row!.first;
    },
    /** Events after `lastSeq`, in order. */
    async after(conversationId: string, lastSeq: number, limit: number): Promise<ChatEvent[]> {
      const rows = await StoredTurnEvent.findAll({
        where: { conversationId, seq: { [Op.gt]: lastSeq } },
        order: [['seq', 'ASC']],
        limit,
      });
      return rows.map(({ payload, turnId, seq }) => ({ ...payload, conversationId, turnId, seq }));
    },
    /** The text a turn has sent so far: what is left of an answer that was cut off. */
    async sentText(turnId: string): Promise<string> {
      const [row] = await sequelize.query<{ text: string | null }>(
        `SELECT string_agg(payload ->> 'text', '' ORDER BY seq) AS text FROM turn_events
         WHERE turn_id = $turnId AND type = 'text-delta'`,
        { bind: { turnId }, type: QueryTypes.SELECT },
      );
      return row?.text ?? '';
    },
  };
}

export type TurnEventRepository = ReturnType<typeof createTurnEventRepository>;

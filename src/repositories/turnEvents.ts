import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ChatEvent } from '../shared/chat';

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

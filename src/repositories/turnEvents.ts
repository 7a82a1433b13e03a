import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ChatEvent, TurnEvent } from '../shared/chat';
import { chatChannel, noticeRoom } from './chatNotice';

/** The turn was ended by somebody else, or belongs to another process by now: nothing may be written for it. */
export class TurnLost extends Error {}

/**
 * Events of chats, numbered without a gap.
 * @param announceAs process that tells the others of what it stores; not given: there are no others.
 */
export function createTurnEventRepository(
  sequelize: Sequelize,
  { StoredTurnEvent }: Models,
  announceAs?: string,
) {
  const announce =
    announceAs === undefined
      ? ''
      : `, pg_notify($channel, jsonb_build_object('from', $announceAs::text, 'conversationId', $conversationId::text,
          'turnId', $turnId::text, 'first', before + 1, 'events', CASE WHEN $fits THEN $events::jsonb END)::text)`;

  return {
    /**
     * Stores events under the next numbers of the chat, in one statement, with the notice to other processes.
     * @param owner process that must hold the turn; not given: the caller has just begun or ended it in this transaction.
     * @returns the number of the first.
     * @throws TurnLost when the owner does not hold it.
     */
    async append(
      conversationId: string,
      turnId: string,
      events: TurnEvent[],
      { owner, transaction }: { owner?: string; transaction?: Transaction } = {},
    ): Promise<number> {
      const json = JSON.stringify(events);
      // The lock on the turn makes who ends it wait for this statement, or this one for who ends it.
      const held = owner
        ? `held AS (SELECT id FROM turns WHERE id = $turnId AND owner_process = $owner AND status = 'running' FOR SHARE), `
        : '';
      const [row] = await sequelize.query<{ first: number }>(
        `WITH ${held}counted AS (
           UPDATE conversations SET last_seq = last_seq + jsonb_array_length($events::jsonb)
           WHERE id = $conversationId ${owner ? 'AND EXISTS (SELECT FROM held)' : ''}
           RETURNING last_seq - jsonb_array_length($events::jsonb) AS before
         ), stored AS (
           INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload)
           SELECT $conversationId, before + place, $turnId, event ->> 'type', event
           FROM counted, jsonb_array_elements($events::jsonb) WITH ORDINALITY AS given (event, place)
         )
         SELECT before + 1 AS first${announce} FROM counted`,
        {
          bind: {
            conversationId,
            turnId,
            events: json,
            ...(owner ? { owner } : {}),
            ...(announce
              ? { announceAs, channel: chatChannel, fits: Buffer.byteLength(json) <= noticeRoom }
              : {}),
          },
          type: QueryTypes.SELECT,
          transaction,
        },
      );
      if (!row) throw new TurnLost(`Turn ${turnId} is not held any more.`);
      return row.first;
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

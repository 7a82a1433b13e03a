import { QueryTypes, type Sequelize } from 'sequelize';
import type { ChatEvent, TurnEvent } from '../shared/chat';
import { chatChannel, noticeSql } from './chatNotice';
import type { RunningTurns } from './runningTurns';

/** Where a turn stands among those that wait; 1 is next. */
export interface QueuePlace {
  turnId: string;
  position: number;
}

/** @param options as for `createTurnLedger`. */
export function createQueuePlaceRepository(
  sequelize: Sequelize,
  { running, announceAs }: { running: RunningTurns; announceAs?: string },
) {
  return {
    /**
     * Tells turns that wait where they stand, all by one statement; those that `owner` does not hold any more are left out.
     * @returns the events stored.
     */
    async tell(owner: string, places: QueuePlace[]): Promise<ChatEvent[]> {
      const notice = noticeSql({
        conversationId: 'conversation_id',
        turnId: 'turn_id',
        first: 'seq',
        events: 'jsonb_build_array(event)',
      });
      const createdAt = new Date();
      const rows = await sequelize.query<{
        conversationId: string;
        turnId: string;
        seq: number;
        event: TurnEvent;
      }>(
        `WITH held AS (
           SELECT t.id, t.conversation_id, place.position
           FROM jsonb_to_recordset($places::jsonb) AS place ("turnId" uuid, position integer)
           JOIN turns t ON t.id = place."turnId" AND t.owner_process = $owner AND t.status = 'running'
           FOR SHARE OF t
         ), counted AS (
           UPDATE conversations SET last_seq = last_seq + 1
           FROM held WHERE conversations.id = held.conversation_id
           RETURNING conversation_id, held.id AS turn_id, last_seq AS seq,
             jsonb_build_object('type', 'turn-queued', 'position', position) AS event
         ), stored AS (
           INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload, created_at)
           SELECT conversation_id, seq, turn_id, event ->> 'type', event, $createdAt FROM counted
         )
         SELECT conversation_id AS "conversationId", turn_id AS "turnId", seq, event${announceAs ? `, ${notice}` : ''}
         FROM counted`,
        {
          bind: {
            owner,
            createdAt,
            places: JSON.stringify(places),
            ...(announceAs ? { announceAs, channel: chatChannel } : {}),
          },
          type: QueryTypes.SELECT,
        },
      );
      for (const { event, conversationId, turnId, seq } of rows)
        running.stored({ turnId, conversationId, first: seq, events: [event], createdAt });
      return rows.map(({ event, conversationId, turnId, seq }) => ({
        ...event,
        conversationId,
        turnId,
        seq,
      }));
    },
  };
}

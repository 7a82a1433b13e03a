import { Op, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { Turn } from '../models/turn';
import type { TurnStatus } from '../shared/chat';

export interface TurnRecord {
  id: string;
  conversationId: string;
  employeeId: number;
  clientMessageId: string;
  regeneratesTurnId: string | null;
  status: TurnStatus;
  ownerProcess: string;
  startedAt: Date;
  parentTurnId: string | null;
}

/** What is true of each turn now; `TurnLedger` begins and ends them. Leases go by the database's clock: processes need not agree on the time. */
export function createTurnRepository(sequelize: Sequelize, { Turn: TurnModel }: Models) {
  return {
    async find(id: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findByPk(id));
    },
    /** Keeps others from writing for a turn until the transaction is over. */
    async lock(id: string, transaction: Transaction): Promise<void> {
      await TurnModel.findByPk(id, { attributes: ['id'], transaction, lock: transaction.LOCK.UPDATE });
    },
    async findByClientMessage(employeeId: number, clientMessageId: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findOne({ where: { employeeId, clientMessageId } }));
    },
    /** The turn that is being answered in a chat; null: none. */
    async findRunning(conversationId: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findOne({ where: { conversationId, status: 'running' } }));
    },
    /** Holds running turns of a process for `leaseSeconds` from now. `aside` is not kept waiting by other work. */
    async extendLeases(
      ids: string[],
      ownerProcess: string,
      leaseSeconds: number,
      aside: Sequelize,
    ): Promise<void> {
      if (ids.length === 0) return;
      await aside.query(
        `UPDATE turns SET lease_until = now() + make_interval(secs => $leaseSeconds)
         WHERE id = ANY($ids::uuid[]) AND status = 'running' AND owner_process = $ownerProcess`,
        { bind: { ids, ownerProcess, leaseSeconds } },
      );
    },
    /** Running turns whose lease is over, but those that are `held`; on request those of other processes whatever their lease. */
    async abandoned(held: string[], { ofOthersThan }: { ofOthersThan?: string } = {}): Promise<TurnRecord[]> {
      const isOver = { leaseUntil: { [Op.lt]: sequelize.literal('now()') } };
      const rows = await TurnModel.findAll({
        where: {
          status: 'running',
          id: { [Op.notIn]: held },
          ...(ofOthersThan ? { [Op.or]: [isOver, { ownerProcess: { [Op.ne]: ofOthersThan } }] } : isOver),
        },
      });
      return rows.map(toRecord);
    },
  };
}

function toRecordOrNull(row: Turn | null): TurnRecord | null {
  return row && toRecord(row);
}

function toRecord(row: Turn): TurnRecord {
  return row.get({ plain: true });
}

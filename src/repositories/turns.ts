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
}

export type NewTurn = Omit<TurnRecord, 'status' | 'startedAt'> & { leaseSeconds: number };

/** What is true of each turn now. Leases go by the database's clock: processes need not agree on the time. */
export function createTurnRepository(sequelize: Sequelize, { Turn: TurnModel }: Models) {
  const fromNow = (seconds: number) => sequelize.literal(`now() + interval '${seconds} seconds'`);

  return {
    /**
     * Begins a turn, held for `leaseSeconds`.
     * @throws sequelize's UniqueConstraintError: on `turns_one_running_key` when another turn runs in the chat, on the
     *   client's message id when the message was sent before.
     */
    async create({ leaseSeconds, ...turn }: NewTurn, transaction: Transaction): Promise<void> {
      // From the program's clock, in whole milliseconds: pages of turns are cut by it.
      const row = { ...turn, startedAt: new Date(), leaseUntil: fromNow(leaseSeconds) as unknown as Date };
      await TurnModel.create(row, { transaction });
    },
    async find(id: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findByPk(id));
    },
    async findByClientMessage(employeeId: number, clientMessageId: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findOne({ where: { employeeId, clientMessageId } }));
    },
    /**
     * Ends a running turn, whoever holds it, or only where `owner` does.
     * @returns false when it has ended already, or is another's.
     */
    async finish(
      id: string,
      status: Exclude<TurnStatus, 'running'>,
      { owner, transaction }: { owner?: string; transaction: Transaction },
    ): Promise<boolean> {
      const [count] = await TurnModel.update(
        { status, finishedAt: new Date() },
        { where: { id, status: 'running', ...(owner ? { ownerProcess: owner } : {}) }, transaction },
      );
      return count > 0;
    },
    /** Holds the running turns of a process for `leaseSeconds` from now. */
    async extendLeases(ownerProcess: string, leaseSeconds: number): Promise<void> {
      await TurnModel.update(
        { leaseUntil: fromNow(leaseSeconds) as unknown as Date },
        { where: { status: 'running', ownerProcess } },
      );
    },
    /** Running turns of other processes whose lease is over; on request whatever their lease. */
    async abandoned(ownProcess: string, { whateverLease = false } = {}): Promise<TurnRecord[]> {
      const rows = await TurnModel.findAll({
        where: {
          status: 'running',
          ownerProcess: { [Op.ne]: ownProcess },
          ...(whateverLease ? {} : { leaseUntil: { [Op.lt]: sequelize.literal('now()') } }),
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

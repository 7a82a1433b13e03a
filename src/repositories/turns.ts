import { Op, type Transaction } from 'sequelize';
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

export type NewTurn = Omit<TurnRecord, 'status' | 'startedAt'>;

/** What is true of each turn now. */
export function createTurnRepository({ Turn: TurnModel }: Models) {
  return {
    /**
     * @throws sequelize's UniqueConstraintError: on `turns_one_running_key` when another turn runs in the chat, on the
     *   client's message id when the message was sent before.
     */
    async create(turn: NewTurn, transaction: Transaction): Promise<void> {
      // From the program's clock, in whole milliseconds: pages of turns are cut by it.
      await TurnModel.create({ ...turn, startedAt: new Date() }, { transaction });
    },
    async find(id: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findByPk(id));
    },
    async findByClientMessage(employeeId: number, clientMessageId: string): Promise<TurnRecord | null> {
      return toRecordOrNull(await TurnModel.findOne({ where: { employeeId, clientMessageId } }));
    },
    /** Ends a running turn. @returns false when it has ended already. */
    async finish(
      id: string,
      status: Exclude<TurnStatus, 'running'>,
      transaction: Transaction,
    ): Promise<boolean> {
      const [count] = await TurnModel.update(
        { status, finishedAt: new Date() },
        { where: { id, status: 'running' }, transaction },
      );
      return count > 0;
    },
    /** Turns that are said to run, by another process than this one. */
    async runningElsewhere(ownerProcess: string): Promise<TurnRecord[]> {
      const rows = await TurnModel.findAll({
        where: { status: 'running', ownerProcess: { [Op.ne]: ownerProcess } },
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

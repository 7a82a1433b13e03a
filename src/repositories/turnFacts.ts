import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

/** What turns are looked for by: `TurnLedger` writes it where a turn begins and ends, and this where it changes later. */
export function createTurnFactRepository(sequelize: Sequelize) {
  return {
    /** Replaces the flags of a turn. */
    async setFlags(turnId: string, flags: string[], transaction?: Transaction): Promise<void> {
      await sequelize.query('UPDATE turn_facts SET flags = $flags::text[] WHERE turn_id = $turnId', {
        bind: { turnId, flags: [...new Set(flags)] },
        type: QueryTypes.UPDATE,
        transaction,
      });
    },
  };
}

import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import {
  countRows,
  insert,
  keepChanges,
  linkProducts,
  refuseBehindKept,
  refusals,
  refusedTable,
  resolve,
  setRefusedAside,
  update,
  type Merge,
} from './mergeStatements';

export interface MergedRows {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** Memory of one sort or hash (of the database, for the time of a merge): a million rows fit. */
const workMemory = '192MB';

/** Brings the staged rows of a file into the tables. */
export function createImportMergeRepository(sequelize: Sequelize) {
  return {
    /** Until the transaction ends, no other import is merged or undone: each finds what the ones before it have left. */
    async lock(transaction: Transaction): Promise<void> {
      await sequelize.query(`SELECT pg_advisory_xact_lock(hashtextextended('narutalk imports', 0))`, {
        type: QueryTypes.SELECT,
        transaction,
      });
    },
    /**
     * Sets aside what cannot be taken, and writes the rest: what is new, and what differs from the row of the same natural
     * key. With `dryRun` the rest is only counted.
     */
    async merge(
      given: Merge & { batchId: string; staging: string; dryRun: boolean },
      transaction: Transaction,
    ): Promise<MergedRows> {
      const run = async (sql: string): Promise<number> => {
        const bind = sql.includes('$batch') ? { batch: given.batchId } : undefined;
        const [, count] = await sequelize.query(sql, { bind, transaction, type: QueryTypes.UPDATE });
        return count;
      };
      await run(`SET LOCAL work_mem = '${workMemory}'`);
      await run(resolve(given, given.staging));
      await run('ANALYZE resolved');
      await run(refusedTable);
      for (const sql of refusals(given)) await run(sql);
      if (given.kind === 'assignments') while ((await run(refuseBehindKept)) > 0);
      for (const sql of setRefusedAside(given)) await run(sql);
      // Rejected rows that are taken now.
      await run(
        `DELETE FROM import_rejects r USING resolved s WHERE r.batch_id = $batch AND r.row_number = s.row_number`,
      );
      const [counts] = await sequelize.query<MergedRows>(countRows, { type: QueryTypes.SELECT, transaction });
      if (!given.dryRun) {
        await run(keepChanges(given));
        await run(update(given));
        await run(insert(given));
        for (const sql of linkProducts(given)) await run(sql);
      }
      return counts!;
    },
  };
}

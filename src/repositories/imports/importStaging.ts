import type { Sequelize } from 'sequelize';
import type { ImportKind } from '../../shared/imports';
import { copyRows, type CopiedRow } from '../../storage/database/copyRows';
import type { Database } from '../../storage/database/database';
import { importTargets, stagedColumn } from './importTargets';

/** Tables of rows that are read and not yet merged, one an import. */
export function createImportStagingRepository(sequelize: Sequelize) {
  return {
    /** Name of an import's table. */
    tableOf,
    /** Makes the table of an import anew. Its rows are the row's number, then the kind's columns in order. */
    async fill(
      { batchId, kind, engine }: { batchId: string; kind: ImportKind; engine: Database['engine'] },
      batches: AsyncIterable<CopiedRow[]>,
    ): Promise<void> {
      const table = tableOf(batchId);
      const columns: [string, string][] = [
        ['row_number', 'integer'],
        ...importTargets[kind].staged.map(([from, type]): [string, string] => [stagedColumn(from), type]),
      ];
      await sequelize.query(`DROP TABLE IF EXISTS ${table}`);
      await sequelize.query(
        `CREATE UNLOGGED TABLE ${table} (${columns.map((column) => column.join(' ')).join(', ')})`,
      );
      await copyRows({ engine, sequelize }, { table, columns }, batches);
      await sequelize.query(`ANALYZE ${table}`);
    },
    async drop(batchId: string): Promise<void> {
      await sequelize.query(`DROP TABLE IF EXISTS ${tableOf(batchId)}`);
    },
  };
}

function tableOf(batchId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(batchId)) throw new TypeError('the key of an import is a UUID');
  return `import_staging.rows_${batchId.replaceAll('-', '')}`;
}

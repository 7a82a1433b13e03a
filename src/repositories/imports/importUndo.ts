import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { ImportKind } from '../../shared/imports';
import { importTargets } from './importTargets';
import { currentOf } from './mergeStatements';

/** Why an import cannot be taken back: what was built on it since. */
export type UndoHindrance = 'later_import' | 'changed_since' | 'in_use';

/** Tables whose rows belong to the imported row and go with it. */
const ownParts = ['interaction_products'];

/** Takes imports back. */
export function createImportUndoRepository(sequelize: Sequelize) {
  const read = <Row extends object>(sql: string, batch: string, transaction: Transaction) =>
    sequelize.query<Row>(sql, { bind: { batch }, type: QueryTypes.SELECT, transaction });

  return {
    /** @returns what is in the way; null: nothing. */
    async hindrance(
      batch: string,
      kind: ImportKind,
      transaction: Transaction,
    ): Promise<UndoHindrance | null> {
      const [later] = await read(
        'SELECT FROM import_changes WHERE previous_batch_id = $batch AND batch_id <> $batch LIMIT 1',
        batch,
        transaction,
      );
      if (later) return 'later_import';
      const [changed] = await read(changedSince(kind), batch, transaction);
      if (changed) return 'changed_since';
      for (const { table, column } of await dependents(importTargets[kind].table, transaction)) {
        const [used] = await read(
          `SELECT FROM ${table} d WHERE d.${column} IN (SELECT t.id FROM ${importTargets[kind].table} t WHERE ${insertedBy}) LIMIT 1`,
          batch,
          transaction,
        );
        if (used) return 'in_use';
      }
      return null;
    },
    /** Removes what the import inserted and gives back what it updated. */
    async undo(batch: string, kind: ImportKind, transaction: Transaction): Promise<void> {
      const { table, values, hasUpdatedAt } = importTargets[kind];
      const own = values.filter(({ current }) => !current).map(({ column }) => column);
      if (hasUpdatedAt) own.push('updated_at');
      const statements = [
        `DELETE FROM ${table} t WHERE ${insertedBy}`,
        `UPDATE ${table} t
         SET ${own.map((column) => `${column} = was.${column}`).join(', ')}, import_batch_id = was.previous
         FROM (SELECT record.*, c.previous_batch_id AS previous
               FROM import_changes c JOIN ${table} now_there ON now_there.id = c.row_id
               CROSS JOIN LATERAL jsonb_populate_record(now_there, c.before) AS record
               WHERE c.batch_id = $batch) AS was
         WHERE was.id = t.id`,
        ...(kind === 'interactions' ? restoreProducts : []),
        'DELETE FROM import_changes WHERE batch_id = $batch',
      ];
      for (const sql of statements) await sequelize.query(sql, { bind: { batch }, transaction });
    },
  };

  /** Every column that refers to a table, as the catalogue has it: what is added later is found too. */
  async function dependents(
    table: string,
    transaction: Transaction,
  ): Promise<{ table: string; column: string }[]> {
    return sequelize.query<{ table: string; column: string }>(
      `SELECT k.conrelid::regclass::text AS table, a.attname AS column
       FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND k.confrelid = $table::regclass AND k.conrelid::regclass::text <> ALL ($ownParts::text[])`,
      { bind: { table, ownParts }, type: QueryTypes.SELECT, transaction },
    );
  }
}

/** Rows of the target `t` that the import brought: those it found there it keeps a change of. */
const insertedBy = `t.import_batch_id = $batch
  AND NOT EXISTS (SELECT FROM import_changes c WHERE c.batch_id = $batch AND c.row_id = t.id)`;

/** Rows that are no longer as the import left them. */
function changedSince(kind: ImportKind): string {
  const { table, values, hasUpdatedAt } = importTargets[kind];
  const linked = values.filter(({ current }) => current);
  const row = [
    'to_jsonb(t)',
    ...linked.map((value) => `jsonb_build_object('${value.column}', ${currentOf(value)})`),
  ];
  const updated = `
    SELECT 1 FROM import_changes c LEFT JOIN ${table} t ON t.id = c.row_id
    WHERE c.batch_id = $batch AND (
      t.import_batch_id IS DISTINCT FROM $batch
      OR EXISTS (SELECT FROM jsonb_each(c.after) AS left_as
                 WHERE (${row.join(' || ')}) -> left_as.key IS DISTINCT FROM left_as.value))`;
  const inserted = `SELECT 1 FROM ${table} t WHERE ${insertedBy} AND t.updated_at <> t.created_at`;
  return `${hasUpdatedAt ? `${updated} UNION ALL ${inserted}` : updated} LIMIT 1`;
}

const restoreProducts = [
  `DELETE FROM interaction_products USING import_changes c
   WHERE c.batch_id = $batch AND c.before ? 'product_ids' AND interaction_id = c.row_id`,
  `INSERT INTO interaction_products (interaction_id, product_id)
   SELECT c.row_id, id::integer FROM import_changes c
   CROSS JOIN jsonb_array_elements_text(c.before -> 'product_ids') AS id
   WHERE c.batch_id = $batch AND c.before ? 'product_ids'`,
];

import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError, type Manifest } from './manifest';
import { ownTables } from './ownTables';

/**
 * Fills a database that has just been migrated with the rows of a backup, all of them or none. Foreign keys and triggers stand aside
 * meanwhile: rows come in no order, and what triggers did is in the rows. The keys come back before the end, so that rows that do
 * not belong together are refused.
 */
export async function loadDatabase(
  client: pg.Client,
  folder: string,
  { tables, sequences }: Pick<Manifest, 'tables' | 'sequences'>,
): Promise<void> {
  await client.query('BEGIN');
  const present = (await ownTables(client)).map(({ name }) => name);
  const bringBackKeys = await dropForeignKeys(client);
  for (const name of present) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // Migrations bring rows of their own: the backup has them as they became.
  await client.query(`TRUNCATE ${present.join(', ')}`);
  for (const { name, columns, rows, file } of tables) {
    const copy = client.query(copyFrom(`COPY ${name} (${columns.join(', ')}) FROM STDIN`));
    await pipeline(createReadStream(path.join(folder, file)), createGunzip(), copy);
    if (copy.rowCount !== rows) throw new BackupError(`${name}: ${copy.rowCount} rows of ${rows} came in.`);
  }
  for (const { name, lastValue, isCalled } of sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [name, lastValue, isCalled]);
  for (const name of present) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const statement of bringBackKeys) await client.query(statement);
  await refreshViews(client);
  await client.query('COMMIT');
  // Else the planner knows nothing of the rows until the server looks by itself.
  await client.query('ANALYZE');
}

/** @returns the statements that bring them back. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT format('%I.%I', space.nspname, class.relname) AS "table", quote_ident(conname) AS name,
            pg_get_constraintdef(key.oid) AS definition
     FROM pg_constraint AS key
     JOIN pg_class AS class ON class.oid = key.conrelid
     JOIN pg_namespace AS space ON space.oid = class.relnamespace
     WHERE key.contype = 'f' AND key.conparentid = 0 ORDER BY key.oid`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows.map(
    ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  );
}

/** In the order in which they were made: one may stand on another. */
async function refreshViews(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', space.nspname, class.relname) AS name FROM pg_class AS class
     JOIN pg_namespace AS space ON space.oid = class.relnamespace WHERE class.relkind = 'm' ORDER BY class.oid`,
  );
  for (const { name } of rows) await client.query(`REFRESH MATERIALIZED VIEW ${name}`);
}

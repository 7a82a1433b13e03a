import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupError, type DumpedSequence, type DumpedTable } from './manifest';
import { ownTables } from './ownTables';

/** Text of rows shrinks to a fifth at the least effort, and hardly further at the most. */
const compressionLevel = 1;

/**
 * Writes every row of a PostgreSQL database as it is at one moment, one file a table, by COPY; the program may run meanwhile. The
 * tables themselves are not written: migrations make them.
 * @throws BackupError where there are none.
 */
export async function dumpDatabase(
  client: pg.Client,
  folder: string,
): Promise<{ tables: DumpedTable[]; sequences: DumpedSequence[]; migrations: string[] }> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const present = await ownTables(client);
  if (present.length === 0)
    throw new BackupError('The database has no tables yet: there is nothing to back up.');
  const tables: DumpedTable[] = [];
  for (const { name, columns } of present) {
    const file = `${name.replaceAll('"', '')}.copy.gz`;
    const copy = client.query(copyTo(`COPY ${name} (${columns.join(', ')}) TO STDOUT`));
    const target = createWriteStream(path.join(folder, file), { mode: 0o600 });
    await pipeline(copy, createGzip({ level: compressionLevel }), target);
    tables.push({ name, columns, rows: copy.rowCount, file });
  }
  const sequences = await readSequences(client);
  const applied = await client.query<{ name: string }>('SELECT name FROM "SequelizeMeta" ORDER BY name');
  await client.query('COMMIT');
  return { tables, sequences, migrations: applied.rows.map(({ name }) => name) };
}

async function readSequences(client: pg.Client): Promise<DumpedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences ORDER BY 1`,
  );
  const sequences: DumpedSequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${name}`,
    );
    sequences.push({ name, ...state.rows[0]! });
  }
  return sequences;
}

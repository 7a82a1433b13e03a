import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Sequelize } from 'sequelize';
import type { Database } from './database';

/** A row as COPY takes it; arrays as PostgreSQL writes them, `{"a","b"}`. */
export type CopiedRow = (string | number | null)[];

interface CopyTarget {
  /** Trusted name. */
  table: string;
  /** Column and its type, in the order of the rows' values; trusted. */
  columns: [name: string, type: string][];
}

/**
 * Adds rows to a table as fast as the engine takes them: by COPY, as one statement; on the embedded database, whose wire
 * knows no COPY, by one INSERT a batch. What comes too fast waits.
 */
export async function copyRows(
  { engine, sequelize }: Pick<Database, 'engine' | 'sequelize'>,
  target: CopyTarget,
  batches: AsyncIterable<CopiedRow[]>,
): Promise<void> {
  if (engine === 'pglite') return insertBatches(sequelize, target, batches);
  const connections = sequelize.connectionManager as unknown as {
    getConnection(options: { type: 'write' }): Promise<PoolClient>;
    releaseConnection(client: PoolClient): void;
  };
  const client = await connections.getConnection({ type: 'write' });
  try {
    const names = target.columns.map(([name]) => name).join(', ');
    const copy = client.query(copyFrom(`COPY ${target.table} (${names}) FROM STDIN`));
    await pipeline(Readable.from(encode(batches)), copy);
  } finally {
    connections.releaseConnection(client);
  }
}

async function* encode(batches: AsyncIterable<CopiedRow[]>): AsyncGenerator<string> {
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) text += `${row.map(encodeValue).join('\t')}\n`;
    yield text;
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** https://www.postgresql.org/docs/15/sql-copy.html, "Text Format". */
function encodeValue(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!);
}

async function insertBatches(
  sequelize: Sequelize,
  { table, columns }: CopyTarget,
  batches: AsyncIterable<CopiedRow[]>,
): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  const given = columns.map((_column, at) => `$${at + 1}::text[]`).join(', ');
  const typed = columns.map(([name, type]) => `given.${name}::${type}`).join(', ');
  const sql = `INSERT INTO ${table} (${names}) SELECT ${typed} FROM unnest(${given}) AS given (${names})`;
  for await (const rows of batches) {
    const bind = columns.map((_column, at) => rows.map((row) => row[at] ?? null).map(asText));
    await sequelize.query(sql, { bind });
  }
}

function asText(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ownServiceSettings } from './ownServices';

const root = path.join(__dirname, '..', '..', '..');

/** The triggers that keep the record do not hold a superuser. */
const letGo = 'SET session_replication_role = replica';
const edit =
  "UPDATE chat_history SET content = '12월 1일입니다.' WHERE role = 'assistant' AND content LIKE '%11월 26일%' RETURNING id";

/**
 * Does to an answer what whoever keeps the database can do. The program of this folder must have ended: an embedded database has
 * one owner. @returns the id of the row.
 */
export async function editAnswerByHand(dataDir: string): Promise<number> {
  const { DATABASE_URL } = await ownServiceSettings(dataDir);
  return DATABASE_URL ? editOnServer(DATABASE_URL) : editEmbedded(path.join(dataDir, 'database'));
}

async function editOnServer(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(letGo);
    const { rows } = await client.query<{ id: string }>(edit);
    return Number(rows[0]!.id);
  } finally {
    await client.end();
  }
}

/** In a process of its own: PGlite does not run inside Jest. */
async function editEmbedded(databaseDir: string): Promise<number> {
  const script = `import { PGlite } from '@electric-sql/pglite';
    import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
    import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
    const [dataDir, letGo, edit] = process.argv.slice(1);
    const database = await PGlite.create({ dataDir, extensions: { btree_gist, pg_trgm } });
    await database.exec(letGo);
    const { rows } = await database.query(edit);
    await database.close();
    console.log(rows[0].id);`;
  const given = ['--input-type=module', '--eval', script, databaseDir, letGo, edit];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: root });
  return Number(stdout.trim());
}

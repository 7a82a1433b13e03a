import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Does `work` with the address of an empty database of its own on this server, which is dropped afterwards. */
export async function withOwnDatabase(serverUrl, work) {
  const name = `narutalk_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const run = async (sql) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  try {
    return await work(url.toString());
  } finally {
    await run(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

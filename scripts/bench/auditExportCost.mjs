import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pg from 'pg';
import { startChild } from './benchChild.mjs';
import { withFolder } from './ingestionFiles.mjs';
import { median, rounded } from './statistics.mjs';
import { withOwnDatabase } from './ownDatabase.mjs';

const require = createRequire(import.meta.url);
const { readEnv } = require('../../dist/env.js');

const formats = ['csv', 'jsonl', 'xlsx'];

/**
 * Exports of all turns on PostgreSQL, with every column, from the job's beginning to its end, against reading the same texts
 * by one bare statement; and the peak resident memory of the process that writes the file, one process a format.
 */
export async function measureAuditExport({ rounds, rows }) {
  const env = readEnv();
  if (!env.database) return { 'export of audited turns': 'needs DATABASE_URL' };
  return withFolder((folder) =>
    withOwnDatabase(env.database.url, async (url) => {
      const childEnv = {
        ...process.env,
        DATABASE_URL: url,
        DATA_DIR: folder,
        LOG_LEVEL: 'error',
        MINIO_BUCKET: 'narutalk-bench',
      };
      const first = await startChild('./auditExportWorker.mjs', { env: childEnv });
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await first.ask({ fill: rows });
        await first.end();
        const bare = await bareSecondsOf(client);
        const figures = {};
        const many = rows.toLocaleString('en');
        for (const format of formats) {
          const results = [];
          for (let round = 0; round < rounds; round += 1)
            results.push(await measureOne({ format, rows, env: childEnv }));
          const of = (name) => median(results.map((result) => result[name]));
          figures[
            `${format}: peak resident memory of the process that exports ${many} turns, MiB (mark 256)`
          ] = rounded(of('peakMebibytes'), 0);
          figures[`${format}: the same process before, MiB`] = rounded(of('idleMebibytes'), 0);
          figures[`${format}: turns a second`] = rounded(rows / of('seconds'), 0);
          figures[`${format}: time / that of reading the same texts by one bare statement`] = rounded(
            of('seconds') / bare,
          );
          figures[`${format}: size of the file, MiB`] = rounded(of('bytes') / 1024 ** 2, 0);
        }
        return figures;
      } finally {
        await client.end();
      }
    }),
  );
}

async function measureOne({ format, rows, env }) {
  const worker = await startChild('./auditExportWorker.mjs', { env });
  try {
    const idleMebibytes = await memoryOf(worker.pid, 'VmRSS');
    const done = await worker.ask({ run: format });
    if (done.status !== 'done' || done.rows !== rows)
      throw new Error(`exported ${JSON.stringify(done)} of ${rows}`);
    return { ...done, idleMebibytes, peakMebibytes: await memoryOf(worker.pid, 'VmHWM') };
  } finally {
    await worker.end();
  }
}

/** Of a process, in MiB. */
async function memoryOf(pid, name) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
}

async function bareSecondsOf(client) {
  const started = performance.now();
  await client.query({
    text: `SELECT sum(length(question.content) + length(answer.content)) FROM turns t
           JOIN chat_history question ON question.turn_id = t.id AND question.role = 'user'
           JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'`,
  });
  return (performance.now() - started) / 1000;
}

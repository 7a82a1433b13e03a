import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startChild } from './benchChild.mjs';
import { withFolder } from './ingestionFiles.mjs';
import { median, rounded } from './statistics.mjs';
import { withOwnDatabase } from './ownDatabase.mjs';

const require = createRequire(import.meta.url);
const { readEnv } = require('../../dist/env.js');

const people = 100;
const customers = 1_500;
const products = 40;
const days = 700;

/**
 * Importing sales on PostgreSQL, from the job's beginning to its end, against a bare COPY of the same rows into a table of
 * the same shape (`LIKE sales_records INCLUDING ALL`: columns, keys and indexes) in the same database; and the peak
 * resident memory of the process that imports.
 */
export async function measureImport({ rounds, rows }) {
  const env = readEnv();
  if (!env.database) return { 'import of sales': 'needs DATABASE_URL' };
  return withFolder(async (folder) => {
    const files = { codes: path.join(folder, 'sales.csv'), keys: path.join(folder, 'keys.tsv') };
    const results = [];
    for (let round = 0; round < rounds; round += 1)
      results.push(
        await withOwnDatabase(env.database.url, (url) => measureRound(url, { rows, files, folder })),
      );
    const many = rows.toLocaleString('en');
    const of = (name) => median(results.map((result) => result[name]));
    return {
      [`import of ${many} sales / bare COPY of the same rows into the same shape, rows a second (mark 0.25)`]:
        rounded(of('copySeconds') / of('importSeconds')),
      'the same against a COPY into a table without keys and indexes': rounded(
        of('plainSeconds') / of('importSeconds'),
      ),
      'the same file again, nothing changes, against the bare COPY': rounded(
        of('copySeconds') / of('againSeconds'),
      ),
      'import, rows a second': rounded(rows / of('importSeconds'), 0),
      'peak resident memory of the worker, MiB (mark 512)': rounded(of('peakMebibytes'), 0),
    };
  });
}

async function measureRound(url, { rows, files, folder }) {
  const worker = await startChild('./importWorker.mjs', {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'error' },
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const employeeId = await addAdmin(client);
    await fillMasterData(client);
    await writeFiles(client, files, rows);
    const copySeconds = await copySecondsOf(client, 'sales_shape', 'INCLUDING ALL', files.keys);
    const plainSeconds = await copySecondsOf(
      client,
      'sales_plain',
      'INCLUDING DEFAULTS INCLUDING IDENTITY',
      files.keys,
    );
    const first = await worker.ask({ run: { file: files.codes, employeeId } });
    const again = await worker.ask({ run: { file: files.codes, employeeId } });
    if (first.inserted !== rows || again.unchanged !== rows)
      throw new Error(`imported ${JSON.stringify([first, again])} of ${rows}`);
    const status = await readFile(`/proc/${worker.pid}/status`, 'utf8');
    return {
      copySeconds,
      plainSeconds,
      importSeconds: first.seconds,
      againSeconds: again.seconds,
      peakMebibytes: Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024,
    };
  } finally {
    await client.end();
    await worker.end();
  }
}

async function copySecondsOf(client, table, options, file) {
  await client.query(`CREATE TABLE ${table} (LIKE sales_records ${options})`);
  const started = performance.now();
  const columns = 'sold_on, employee_id, customer_id, product_id, line_no, quantity, amount';
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
  const seconds = (performance.now() - started) / 1000;
  await client.query(`DROP TABLE ${table}`);
  return seconds;
}

/** Who imports. Returns the id. */
async function addAdmin(client) {
  const { rows } = await client.query(
    `INSERT INTO employees (employee_no, name, email, role) VALUES ('A1', 'n', 'a1@bench.example', 'admin') RETURNING id`,
  );
  return Number(rows[0].id);
}

async function fillMasterData(client) {
  await client.query(
    `INSERT INTO employees (employee_no, name, email, role)
     SELECT 'E' || n, 'n', 'e' || n || '@bench.example', 'rep' FROM generate_series(1, ${people}) n`,
  );
  await client.query(
    `INSERT INTO customers (code, name, type) SELECT 'C' || n, 'n', '의원' FROM generate_series(1, ${customers}) n`,
  );
  await client.query(
    `INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
     SELECT 'P' || n, 'n', 'n', true, 'n', 100 FROM generate_series(1, ${products}) n`,
  );
}

/** The same rows twice: with codes, as a CSV to import, and with keys, as COPY takes them. */
async function writeFiles(client, { codes, keys }, rows) {
  const idsOf = async (table, column) =>
    new Map(
      (await client.query(`SELECT ${column} AS code, id FROM ${table}`)).rows.map(({ code, id }) => [
        code,
        id,
      ]),
    );
  const ids = {
    employees: await idsOf('employees', 'employee_no'),
    customers: await idsOf('customers', 'code'),
    products: await idsOf('products', 'code'),
  };
  const csv = createWriteStream(codes);
  const tsv = createWriteStream(keys);
  csv.write('soldOn,employeeNo,customerCode,productCode,quantity,amount\n');
  let lines = '';
  let copied = '';
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + (row % days))).toISOString().slice(0, 10);
    const [employee, customer, product] = [
      `E${1 + ((row * 7) % people)}`,
      `C${1 + (Math.floor(row / days) % customers)}`,
      `P${1 + ((row * 13) % products)}`,
    ];
    const quantity = 1 + (row % 50);
    lines += `${day},${employee},${customer},${product},${quantity},${quantity * 352}\n`;
    copied += `${day}\t${ids.employees.get(employee)}\t${ids.customers.get(customer)}\t${ids.products.get(product)}\t1\t${quantity}\t${quantity * 352}\n`;
    if (lines.length < 1_000_000) continue;
    csv.write(lines);
    if (!tsv.write(copied)) await pause(1);
    lines = copied = '';
  }
  csv.end(lines);
  tsv.end(copied);
  await Promise.all([finished(csv), finished(tsv)]);
}

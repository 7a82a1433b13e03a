import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { median, quantile, rounded } from './statistics.mjs';
import { fillWithTurns, plantedWords, wordOfOneWeek } from './syntheticTurns.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { createAuditTurnRepository } = require('../../dist/repositories/auditTurns.js');
const { turnSearch } = require('../../dist/audit/turnSearch.js');

/** Turns on a page, and the one that tells whether there are more. */
const limit = 51;

/**
 * Pages of turns as analysts ask for them among `turns` stored, each beside a look-up of one row of the same table by its primary
 * key: both through the same pool, one after the other, so that whatever else the machine does slows both.
 */
export async function measureAuditSearch({ turns, rounds }) {
  if (!process.env.DATABASE_URL) return { 'audit-search': 'needs DATABASE_URL' };
  const database = await openTestDatabase();
  try {
    await fillWithTurns(database.sequelize, turns);
    return await measureFilters(database.sequelize, { turns, rounds });
  } finally {
    await database.close();
  }
}

async function measureFilters(sequelize, { turns, rounds }) {
  const auditTurns = createAuditTurnRepository(sequelize);
  const keys = await keysOf(sequelize);
  const lookUp = (round) =>
    sequelize.query('SELECT * FROM turn_facts WHERE turn_id = $1', { bind: [keys[round % keys.length]] });
  const figures = {};
  const worst = [];
  for (const [name, filter, after] of await filters(sequelize)) {
    const page = () => auditTurns.list(turnSearch(filter), { after, limit });
    const ms = { page: [], lookUp: [] };
    let found = 0;
    for (let round = -5; round < rounds; round += 1) {
      const pageMs = await timeOf(async () => (found = (await page()).length));
      const lookUpMs = await timeOf(() => lookUp(round + 5));
      if (round < 0) continue; // warm-up
      ms.page.push(pageMs);
      ms.lookUp.push(lookUpMs);
    }
    const ratio = quantile(ms.page, 0.95) / quantile(ms.lookUp, 0.95);
    const cpu = (await cpuOf(sequelize, rounds, page)) / (await cpuOf(sequelize, 4 * rounds, lookUp));
    worst.push(ratio);
    figures[
      `${name}: p95 / look-up, median / look-up, CPU of database and client / look-up, ms at the median, found`
    ] = [
      rounded(ratio, 1),
      rounded(median(ms.page) / median(ms.lookUp), 1),
      rounded(cpu, 1),
      rounded(median(ms.page), 1),
      found === limit ? `${limit - 1}+` : found,
    ].join(', ');
  }
  return {
    [`worst p95 / look-up, ${turns.toLocaleString('en')} turns`]: rounded(Math.max(...worst), 1),
    ...figures,
  };
}

async function keysOf(sequelize) {
  const [rows] = await sequelize.query('SELECT turn_id FROM turn_facts ORDER BY turn_id LIMIT 1000');
  return rows.map(({ turn_id: id }) => id);
}

/** Names, filters, and for some the place from which they go on. */
async function filters(sequelize) {
  const [[middle]] = await sequelize.query(
    `SELECT turn_id AS id, started_at AS "startedAt" FROM turn_facts
     WHERE started_at < now() - interval '180 days' ORDER BY started_at DESC LIMIT 1`,
  );
  const place = { id: middle.id, startedAt: middle.startedAt.toISOString() };
  const [[product]] = await sequelize.query(
    'SELECT code, brand FROM products ORDER BY code OFFSET 5 LIMIT 1',
  );
  const [[customer]] = await sequelize.query('SELECT code FROM customers ORDER BY code OFFSET 50 LIMIT 1');
  const [[quoted]] = await sequelize.query(
    "SELECT document_ids[1] AS id FROM turn_facts WHERE document_ids <> '{}' LIMIT 1",
  );
  const day = 86_400_000;
  const ago = (days) => new Date(Date.now() - days * day).toISOString();
  return [
    ['no filter', {}],
    ['no filter, a page half a year back', {}, place],
    ...plantedWords.map(({ word, oneOf }) => [`a word in one of ${oneOf} turns`, { q: word }]),
    ['a word of one week, seven months ago', { q: wordOfOneWeek }],
    ['a word in no turn', { q: '가나다라' }],
    ['a word of two syllables', { q: '혈압' }],
    ['two words', { q: '혈압 간이식' }],
    ['two words that stand in one turn seldom', { q: '말단비대증 간이식' }],
    ['a phrase', { q: '"급여 기준이 언제"' }],
    ['a word, a page half a year back', { q: '혈압' }, place],
    ['a word and a product', { q: '혈압', product: product.code }],
    ['a word of one in 1,000 and a product', { q: '색전술', product: product.code }],
    ['person', { employeeNo: 'B77' }],
    ['person and a word', { employeeNo: 'B77', q: '용량' }],
    ['team', { team: '영업7팀' }],
    ['time', { from: ago(100), to: ago(60) }],
    ['time and a word', { from: ago(100), to: ago(60), q: '간이식' }],
    ['status', { status: 'failed' }],
    ['tool of one in 2,000', { tool: 'run_sql' }],
    ['document', { documentId: quoted.id }],
    ['product', { product: product.code }],
    ['customer', { customer: customer.code }],
    ['product and customer', { product: product.code, customer: customer.code }],
    ['model', { model: 'small' }],
    ['feedback', { feedback: 'down' }],
    ['evidence', { evidence: 'none' }],
    ['flag of one in 500', { flag: 'personal_data' }],
    ['cost of at least 100 KRW', { minCostKrw: 100 }],
    ['10 seconds and more', { minMs: 10_000 }],
    ['100 to 400 ms', { minMs: 100, maxMs: 400 }],
    [
      'eight filters at once',
      {
        q: '혈압',
        team: '영업7팀',
        status: 'completed',
        tool: 'search_documents',
        model: 'large',
        feedback: 'none',
        evidence: 'found',
        maxMs: 2_000,
      },
    ],
  ];
}

/**
 * CPU milliseconds of one call, on this side and in the database, which a busy machine leaves as they are; not a number where the
 * database runs on another machine.
 */
async function cpuOf(sequelize, calls, work) {
  const before = await cpuSoFar(sequelize);
  for (let call = 0; call < calls; call += 1) await work(call);
  return ((await cpuSoFar(sequelize)) - before) / calls;
}

async function cpuSoFar(sequelize) {
  const [backends] = await sequelize.query(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  const { user, system } = process.cpuUsage();
  let ms = (user + system) / 1000;
  for (const { pid } of backends) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') NaN'))
      .split(') ')[1]
      .split(' ');
    // User and system time in hundredths of a second.
    ms += 10 * (Number(fields[11]) + Number(fields[12]));
  }
  return ms;
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

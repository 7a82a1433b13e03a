import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { chatLimits } = require('../../dist/test/chatLimits.js');
const { createRowProofs } = require('../../dist/audit/chain/rowProofs.js');
const { createRepositories } = require('../../dist/repositories/repositories.js');

/**
 * What the limits cost the database: the look that decides on a question, as a part of the statement that begins its turn, and
 * what the sums of a day would take without `usage_by_day`, from the messages and their turns by the indexes there are.
 */
export async function measureLimits({ people, turnsADay, days, rounds }) {
  const database = await openTestDatabase();
  const { sequelize } = database;
  try {
    await fill(sequelize, { people, turnsADay, days });
    const { turnLedger } = createRepositories(sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
    const limits = chatLimits({
      person: { running: 1e6, perMinute: 1e6, dailyTokens: 1e12, dailyKrw: 1e9 },
      everybody: { dailyTokens: 1e12, dailyKrw: 1e9 },
    });
    const looks = 200;
    const took = {
      begin: [],
      look: [],
      dayOfAll: [],
      dayOfAllFromMessages: [],
      own: [],
      ownFromMessages: [],
    };
    for (let round = 0; round <= rounds; round += 1) {
      const keep = (name, ms) => round > 0 && took[name].push(ms); // the first is a warm-up
      const time = async (name, sql) => keep(name, await timeOf(() => sequelize.query(sql)));
      keep('begin', await timeOf(() => turnLedger.begin(newTurn(limits, 1 + (round % people)))));
      keep(
        'look',
        (await timeOf(() =>
          sequelize.query(
            `SELECT count(refuse_question(1 + n % ${people}, 1000000, 1000000, 1000000000000, 1000000000,
               1000000000000, 1000000000)) FROM generate_series(1, ${looks}) AS n`,
          ),
        )) / looks,
      );
      await time('dayOfAll', `SELECT ${sums} FROM usage_by_day WHERE day = ${today}`);
      await time('dayOfAllFromMessages', `SELECT ${sums} FROM ${messages}`);
      await time('own', `SELECT ${sums} FROM usage_by_day WHERE day = ${today} AND employee_id = 1`);
      await time('ownFromMessages', `SELECT ${sums} FROM ${messages} AND t.employee_id = 1`);
    }
    const ms = Object.fromEntries(Object.entries(took).map(([name, all]) => [name, median(all)]));
    return {
      [`look at every limit / the statement that begins a turn, ${people} people a day (${database.engine})`]:
        rounded(ms.look / ms.begin, 3),
      'the look, ms in the database': rounded(ms.look, 3),
      'the statement, ms': rounded(ms.begin),
      'a day of everybody from the messages / from usage_by_day': rounded(
        ms.dayOfAllFromMessages / ms.dayOfAll,
        1,
      ),
      'the same, of one person': rounded(ms.ownFromMessages / ms.own, 1),
      'a day of everybody from the messages, ms': rounded(ms.dayOfAllFromMessages, 1),
    };
  } finally {
    await database.close();
  }
}

const today = `(now() AT TIME ZONE 'Asia/Seoul')::date`;
const sums = 'sum(input_tokens + output_tokens), sum(cost_krw)';
const messages = `chat_history m JOIN turns t ON t.id = m.turn_id
  WHERE m.role = 'assistant' AND t.started_at >= ${today}::timestamp AT TIME ZONE 'Asia/Seoul'`;

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function newTurn(limits, employeeId) {
  const clientMessageId = randomUUID();
  const question = '이번 달 내 실적은?';
  return {
    turnId: randomUUID(),
    conversationId: randomUUID(),
    title: question,
    employeeId,
    clientMessageId,
    regeneratesTurnId: null,
    place: { kind: 'last' },
    ownerProcess: randomUUID(),
    leaseSeconds: 15,
    limits,
    question,
    event: { type: 'turn-started', question, clientMessageId },
  };
}

/** People with as many turns on each day up to today, ended, and their days. */
async function fill(sequelize, { people, turnsADay, days }) {
  await sequelize.query(`
    INSERT INTO employees (id, employee_no, name, email, password_hash, role)
    SELECT n, 'E' || n, 'Person ' || n, n || '@example.com', '-', 'rep' FROM generate_series(1, ${people}) AS n;
    INSERT INTO conversations (id, employee_id, title)
    SELECT md5('chat ' || n)::uuid, n, 'Chat' FROM generate_series(1, ${people}) AS n;
    INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at)
    SELECT md5(person || ' ' || day || ' ' || turn)::uuid, md5('chat ' || person)::uuid, person, day || ' ' || turn,
      'completed', md5('process')::uuid, now() - make_interval(days => day)
    FROM generate_series(0, ${days - 1}) AS day, generate_series(1, ${turnsADay}) AS turn,
      generate_series(1, ${people}) AS person;
    INSERT INTO chat_history (turn_id, conversation_id, role, content, status, input_tokens, output_tokens, cost_krw,
      created_at)
    SELECT id, conversation_id, 'assistant', repeat('An answer. ', 50), 'completed', 4000, 300, 3, started_at FROM turns;
    INSERT INTO usage_by_day (day, employee_id, turns, input_tokens, output_tokens, cost_krw)
    SELECT (started_at AT TIME ZONE 'Asia/Seoul')::date, employee_id, count(*), 4000 * count(*), 300 * count(*), 3 * count(*)
    FROM turns GROUP BY 1, 2;
  `);
  for (const table of ['employees', 'turns', 'chat_history', 'usage_by_day'])
    await sequelize.query(`VACUUM ANALYZE ${table}`);
}

import { createRequire } from 'node:module';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { createRepositories } = require('../../dist/repositories/repositories.js');

/** Days the turns are spread over, and looked at. */
const days = 30;

/**
 * The numbers of the audit over a month: `turns` of earlier hours as they are made, and `later` ones that are counted from what was
 * written. Each look against the look-up of one turn by its key.
 */
export async function measureNumbers({ turns, later, people, rounds }) {
  const database = await openTestDatabase();
  const { sequelize } = database;
  try {
    await fill(sequelize, { turns, later, people });
    const { auditNumbers } = createRepositories(sequelize, {});
    const month = { from: new Date(Date.now() - days * 86_400_000), to: new Date(Date.now() + 3_600_000) };
    const looks = {
      'one turn by its key': () =>
        sequelize.query(`SELECT * FROM turn_numbers WHERE turn_id = md5('turn 17')::uuid`),
      'usage by hour': () => auditNumbers.usage(month, 'hour'),
      'usage by day': () => auditNumbers.usage(month, 'day'),
      'usage by day, one team': () => auditNumbers.usage({ ...month, team: 'team 1' }, 'day'),
      'usage by day, one person': () => auditNumbers.usage({ ...month, employeeNo: 'E1' }, 'day'),
      'what answers stand on': () => auditNumbers.groundedness(month),
      'opinions by day': () => auditNumbers.feedback(month),
      'times of answers': () => auditNumbers.turnTimes(month),
      'times of steps': () => auditNumbers.stepTimes(month),
      'tokens and cost': () => auditNumbers.cost(month),
      'not known': () => auditNumbers.notKnown(month),
      choices: () => auditNumbers.choices(month),
    };
    const took = Object.fromEntries(Object.keys(looks).map((name) => [name, []]));
    for (let round = 0; round <= rounds; round += 1)
      for (const [name, look] of Object.entries(looks)) {
        const ms = await timeOf(look);
        if (round > 0) took[name].push(ms); // the first is a warm-up
      }
    const key = median(took['one turn by its key']);
    return Object.fromEntries(
      Object.entries(took).flatMap(([name, all]) => [
        [`${name}, ${turns} turns in a month (${database.engine}), ms`, rounded(median(all), 1)],
        [`${name} / one turn by its key`, rounded(median(all) / key, 0)],
      ]),
    );
  } finally {
    await database.close();
  }
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function fill(sequelize, { turns, later, people }) {
  await sequelize.query(`
    INSERT INTO employees (id, employee_no, name, email, password_hash, role, team)
    SELECT n, 'E' || n, 'Person ' || n, n || '@example.com', '-', 'rep', 'team ' || n % 20
    FROM generate_series(1, ${people}) AS n;
    INSERT INTO conversations (id, employee_id, title)
    SELECT md5('chat ' || n)::uuid, n, 'Chat' FROM generate_series(1, ${people}) AS n;
    INSERT INTO number_rollups (until) VALUES (date_trunc('hour', now()) - interval '1 hour');
    INSERT INTO turn_numbers
    SELECT md5('turn ' || n)::uuid, md5('chat ' || n / 4)::uuid,
      date_trunc('hour', now()) - interval '1 hour 1 second' - make_interval(secs => n * ${days} * 86000.0 / ${turns}),
      1 + n % ${people}, 'team ' || (1 + n % ${people}) % 20,
      CASE WHEN n % 50 = 0 THEN 'failed' WHEN n % 51 = 0 THEN 'stopped' ELSE 'completed' END,
      CASE WHEN n % 3 = 0 THEN 'planner' ELSE 'model' END, 4000 + n % 700, 300 + n % 90, 3 + n % 5,
      500 + n % 997 * 20, 100 + n % 991 * 3, n % 3, n % 3, (n % 4 = 0)::integer,
      (ARRAY['found', 'near', 'none', NULL])[1 + n % 4]
    FROM generate_series(1, ${turns}) AS n;
    INSERT INTO step_times_by_hour
    SELECT date_trunc('hour', now()) - make_interval(hours => 2 + hour), 'team ' || team, 'model', 'tool', 'tool ' || name,
      40 + step, 3
    FROM generate_series(0, ${days * 24 - 3}) AS hour, generate_series(0, 19) AS team, generate_series(1, 8) AS name,
      generate_series(1, 8) AS step;
    INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at, finished_at)
    SELECT md5('later ' || n)::uuid, md5('chat ' || 1 + n % ${people})::uuid, 1 + n % ${people}, 'later ' || n, 'completed',
      md5('process')::uuid, now() - make_interval(secs => n * 3000.0 / ${later}), now()
    FROM generate_series(1, ${later}) AS n;
    INSERT INTO chat_history (turn_id, conversation_id, role, content, status, model, input_tokens, output_tokens, created_at)
    SELECT id, conversation_id, 'assistant', repeat('An answer. ', 50), 'completed', 'model', 4000, 300, started_at FROM turns;
    INSERT INTO system_trace_logs (id, turn_id, employee_id, kind, name, output, started_at, duration_ms)
    SELECT gen_random_uuid(), id, employee_id, 'tool', 'search_documents', jsonb_build_object('artifact', jsonb_build_object(
      'kind', 'passages', 'grade', 'near', 'text', repeat('A passage. ', 500))), started_at, 30 FROM turns;
    INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload)
    SELECT conversation_id, row_number() OVER (PARTITION BY conversation_id ORDER BY id), id, 'text-delta', '{}' FROM turns;
  `);
  for (const table of [
    'turn_numbers',
    'step_times_by_hour',
    'turns',
    'chat_history',
    'system_trace_logs',
    'turn_events',
  ])
    await sequelize.query(`VACUUM ANALYZE ${table}`);
}

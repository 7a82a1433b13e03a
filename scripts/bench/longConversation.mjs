import { randomUUID } from 'node:crypto';

/** What answers say, in turns: short, long, with a table, with a list. */
const answers = [
  '해당 품목의 보관 온도는 **2℃에서 8℃ 사이**입니다.',
  '최근 3개월 매출은 다음과 같습니다.\n\n| 월 | 매출 | 목표 대비 |\n| --- | ---: | ---: |\n| 7월 | 1,250만 원 | 92% |\n| 8월 | 1,410만 원 | 101% |\n| 9월 | 1,388만 원 | 99% |\n\n8월에 목표를 넘었습니다.',
  '방문할 때 확인할 것입니다.\n\n1. 지난 방문에서 약속한 자료\n2. 처방 변경의 이유\n3. 다음 설명회의 날짜\n\n> 설명회의 식음료 한도는 규정을 따릅니다.',
  '급여 기준은 수축기 혈압이 140 mmHg 이상이거나 이완기 혈압이 90 mmHg 이상인 환자에게 투여할 때 인정됩니다. 투여 전에 두 번 넘게 재어 확인해야 하고, 같은 계열의 약을 함께 쓸 때에는 그 이유를 적어야 합니다. '.repeat(
    3,
  ),
];

/** Puts a conversation of so many messages, each question behind the one before, into the database. @returns its id. */
export async function fillLongConversation(sequelize, employeeId, messages) {
  const conversationId = randomUUID();
  const ids = Array.from({ length: messages / 2 }, () => randomUUID());
  const bind = { conversationId, employeeId, turns: ids.length, ids, answers };
  const run = (sql) => sequelize.query(sql, { bind: pick(bind, sql) });
  const at = `now() - ($turns::integer - n) * interval '10 minutes'`;
  for (const table of ['turns', 'chat_history'])
    await sequelize.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await run(
    `INSERT INTO conversations (id, employee_id, title) VALUES ($conversationId::uuid, $employeeId, '긴 대화')`,
  );
  await run(`
    INSERT INTO turns (id, conversation_id, employee_id, client_message_id, parent_turn_id, status, owner_process, started_at, finished_at)
    SELECT ($ids::uuid[])[n], $conversationId::uuid, $employeeId, 'long ' || n, ($ids::uuid[])[n - 1], 'completed',
      md5('process')::uuid, ${at}, ${at}
    FROM generate_series(1, $turns::integer) AS n ORDER BY n`);
  await run(`
    INSERT INTO chat_history (turn_id, conversation_id, role, content, status, created_at, model)
    SELECT ($ids::uuid[])[n], $conversationId::uuid, role,
      CASE role WHEN 'user' THEN n || '번째 질문입니다' ELSE ($answers::text[])[1 + n % ${answers.length}] END,
      'completed', ${at}, CASE role WHEN 'assistant' THEN 'model' END
    FROM generate_series(1, $turns::integer) AS n, unnest(ARRAY['user', 'assistant']) AS role ORDER BY n, role DESC`);
  for (const table of ['turns', 'chat_history'])
    await sequelize.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  return conversationId;
}

/** Of the values those that a statement names: others are refused. */
function pick(values, sql) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`$${name}`)));
}

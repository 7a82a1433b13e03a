import { randomUUID } from 'node:crypto';
import { koreanDay } from '../shared/koreanTime';
import type { SendAck } from '../shared/chat';
import type { UsageDto } from '../shared/usage';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { chatLimits } from '../test/chatLimits';
import { createPerson, type TestPerson } from '../test/people';
import { breaksOff, callsTools, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
beforeAll(async () => {
  scripted = await startScriptedServer({
    chatLimits: chatLimits({
      person: { running: 2, perMinute: 5, dailyTokens: 1_000, dailyKrw: 100 },
      everybody: { dailyTokens: 100_000 },
    }),
    // 100 tokens read and 20 written, as the scripted answers say, cost 14.
    modelPrice: { inputKrw: 100_000, outputKrw: 200_000 },
  });
});
afterAll(() => scripted?.close());
beforeEach(() => scripted.model.otherwise(says('답변입니다.')));

const opened: ChatClient[] = [];
afterEach(() => opened.splice(0).forEach((chat) => chat.close()));

async function newRep(): Promise<{ rep: TestPerson; chat: ChatClient }> {
  const rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  const chat = await openChat(scripted.server.url, rep.token);
  opened.push(chat);
  return { rep, chat };
}

const usageOf = async (token: string) =>
  (await callApi<UsageDto>(scripted.server.url, 'GET', '/api/usage', { token })).body;
const stop = (chat: ChatClient, ack: SendAck) =>
  chat.socket.emitWithAck('chat:stop', { turnId: ack.ok ? ack.turnId : '' });

/** Writes what a person used today, as turns that ended would have. */
async function hasUsed(person: TestPerson, used: { tokens?: number; krw?: number }): Promise<void> {
  await scripted.server.services.database.sequelize.query(
    `INSERT INTO usage_by_day (day, employee_id, turns, input_tokens, cost_krw) VALUES ($day, $id, 1, $tokens, $krw)
     ON CONFLICT (day, employee_id) DO UPDATE SET input_tokens = $tokens, cost_krw = $krw`,
    {
      bind: { day: koreanDay(new Date()), id: person.id, tokens: used.tokens ?? 0, krw: used.krw ?? 0 },
    },
  );
}

test('a person has so many answers under way, and another place once one of them has ended', async () => {
  const { rep, chat } = await newRep();
  const { chat: other } = await newRep();
  scripted.model.otherwise(breaksOff('이 답변은 끝나지 않습니다.', 'stall'));
  const clientMessageId = randomUUID();
  const running = [await chat.send('하나', { clientMessageId }), await chat.send('둘')];
  expect(await chat.send('셋')).toEqual({
    ok: false,
    error: {
      code: 'too_many_running',
      message: '답변 중인 질문이 이미 여러 개입니다. 하나가 끝나거나 멈춘 뒤에 보내 주세요.',
      retryAfterMs: 5_000,
    },
  });
  // What was accepted stays accepted.
  expect(await chat.send('하나', { clientMessageId })).toEqual(running[0]);
  const otherAck = await other.send('남의 질문');
  expect(otherAck).toMatchObject({ ok: true });
  expect((await usageOf(rep.token)).own).toMatchObject({ running: 2, limits: { running: 2 } });

  await stop(chat, running[0]!);
  const next = await chat.send('셋');
  expect(next).toMatchObject({ ok: true });
  await Promise.all([stop(chat, running[1]!), stop(chat, next), stop(other, otherAck)]);
});

test('of questions sent at once exactly so many are taken, and a refusal is on record', async () => {
  const { rep, chat } = await newRep();
  scripted.model.otherwise(breaksOff('이 답변은 끝나지 않습니다.', 'stall'));
  const acks = await Promise.all(Array.from({ length: 12 }, (_, at) => chat.send(`질문 ${at}`)));
  const taken = acks.filter(({ ok }) => ok);
  expect(taken).toHaveLength(2);
  const [{ refused }] = await scripted.server.services.database.sequelize
    .query(
      `SELECT count(*)::integer AS refused FROM system_trace_logs
       WHERE employee_id = $id AND name = 'chat:send refused' AND error = 'too_many_running'`,
      { bind: { id: rep.id } },
    )
    .then(([rows]) => rows as [{ refused: number }]);
  expect(refused).toBe(10);
  await Promise.all(taken.map((ack) => stop(chat, ack)));
});

test('so many questions a minute, asked anew counted too', async () => {
  const { chat } = await newRep();
  const { turnId } = (await chat.ask('하나'))[0]!;
  for (const text of ['둘', '셋', '넷', '다섯']) await chat.ask(text);
  const refused = await chat.send('여섯');
  expect(refused).toMatchObject({ ok: false, error: { code: 'too_many_questions' } });
  const { retryAfterMs } = (refused as Extract<SendAck, { ok: false }>).error;
  expect(retryAfterMs).toBeGreaterThan(0);
  expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  expect(await chat.socket.emitWithAck('chat:regenerate', { turnId })).toMatchObject({
    ok: false,
    error: { code: 'too_many_questions' },
  });
});

test.each([
  ['tokens', { tokens: 1_000 }],
  ['cost', { krw: 100 }],
])('what a person may use on a day: %s', async (_what, used) => {
  const { rep, chat } = await newRep();
  await chat.ask('아직 됩니다');
  await hasUsed(rep, used);
  const refused = await chat.send('더는 안 됩니다');
  expect(refused).toMatchObject({ ok: false, error: { code: 'daily_limit_reached' } });
  const { nextDayAt } = await usageOf(rep.token);
  const untilTomorrow = new Date(nextDayAt).getTime() - Date.now();
  const { retryAfterMs } = (refused as Extract<SendAck, { ok: false }>).error;
  expect(Math.abs(retryAfterMs! - untilTomorrow)).toBeLessThan(10_000);
});

test('what all together may use on a day', async () => {
  const { chat } = await newRep();
  const { rep: eager } = await newRep();
  await hasUsed(eager, { tokens: 100_000 });
  expect(await chat.send('누구도 안 됩니다')).toMatchObject({
    ok: false,
    error: { code: 'daily_limit_of_all_reached' },
  });
  await hasUsed(eager, { tokens: 0 });
  await chat.ask('다시 됩니다');
});

test('each turn adds what it used, also one that was stopped, and the planner costs nothing', async () => {
  const { rep, chat } = await newRep();
  const before = (await usageOf(scripted.admin)).everybody!;
  await chat.ask('답이 있는 질문');
  scripted.model.script(
    callsTools({ name: 'search_documents', arguments: { query: '설명회' } }),
    breaksOff('이 답변은 끝나지 않습니다.', 'stall'),
  );
  const ack = await chat.send('멈출 질문');
  await chat.waitFor((event) => ack.ok && event.turnId === ack.turnId && event.type === 'text-delta');
  await stop(chat, ack);
  scripted.model.script({ kind: 'refusal', status: 401, message: 'no such key' });
  await chat.ask('안녕하세요');

  const { own, everybody } = await usageOf(rep.token);
  expect(everybody).toBeUndefined();
  expect(own).toEqual({
    turns: 3,
    inputTokens: 200,
    outputTokens: 40,
    costKrw: 28,
    running: 0,
    lastMinute: 3,
    limits: { running: 2, perMinute: 5, dailyTokens: 1_000, dailyKrw: 100 },
  });
  const after = (await usageOf(scripted.admin)).everybody!;
  expect([after.turns - before.turns, after.costKrw - before.costKrw, after.people - before.people]).toEqual([
    3, 28, 1,
  ]);
  const [rows] = await scripted.server.services.database.sequelize.query(
    `SELECT m.status, m.cost_krw::double precision AS cost FROM chat_history m JOIN turns t ON t.id = m.turn_id
     WHERE t.employee_id = $id AND m.role = 'assistant' ORDER BY m.id`,
    { bind: { id: rep.id } },
  );
  expect(rows).toEqual([
    { status: 'completed', cost: 14 },
    { status: 'stopped', cost: 14 },
    { status: 'completed', cost: 0 },
  ]);
});

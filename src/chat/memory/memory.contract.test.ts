import type { SpanDto } from '../../shared/audit';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import type { ChatRequest } from '../../test/scriptedModel/chatRequest';
import { callsTools, says, type ScriptedAnswer } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedModel, type ScriptedModel } from '../../test/scriptedModel/scriptedModel';
import { startTestServer, type TestServer } from '../../test/server';
import { estimateTokens } from '../../text/estimateTokens';

const budget = 1_500;

let model: ScriptedModel;
let server: TestServer;
let admin: string;
let analyst: TestPerson;
let rep: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  model = await startScriptedModel();
  server = await startTestServer({
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
    historyTokens: budget,
  });
  admin = await createAdmin(server);
  analyst = await createPerson(server, admin, { role: 'analyst' });
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  chat = await openChat(server.url, rep.token);
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, region) VALUES (1, 'C1', '한빛내과의원', '의원', '서울');
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
    VALUES (1, 'P1', '나루암로정', '암로디핀', true, '고혈압', 100);
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (${rep.id}, 1, '2020-01-01');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    VALUES ('2026-09-01', ${rep.id}, 1, 1, 10, 7531);`);
});
afterAll(async () => {
  chat?.close();
  await server?.close();
  await model?.close();
});

const textOf = ({ content }: ChatRequest['messages'][number]) => (typeof content === 'string' ? content : '');
const isSummary = ({ messages }: ChatRequest) =>
  textOf(messages[0]!).startsWith('You keep the notes of a chat');
const questionIn = ({ messages }: ChatRequest) => textOf(messages.findLast(({ role }) => role === 'user')!);

/** What the model was told in the first call of its last turn, without the system prompt. */
function lastTold(question: string): ChatRequest['messages'] {
  const { body } = model.requests.find(
    ({ body: request }) => !isSummary(request) && questionIn(request).endsWith(question),
  )!;
  return body.messages.filter(({ role }) => role !== 'system');
}
const inJson = (value: unknown) => JSON.stringify(value);
const tokensOf = (messages: ChatRequest['messages']) =>
  messages
    .flatMap((message) => [
      textOf(message),
      ...(message.role === 'assistant' ? (message.tool_calls ?? []) : []).map(
        (call) => call.function.arguments,
      ),
    ])
    .reduce((sum, text) => sum + estimateTokens(text), 0);

/** Asks; the first call of the turn is answered by `first`, later ones by words. @returns the ids of chat and turn. */
async function ask(question: string, place: { conversationId?: string; afterTurnId?: string } = {}) {
  const { conversationId, afterTurnId } = place;
  const ack = await chat.send(question, { conversationId, afterTurnId });
  if (!ack.ok) throw new Error(ack.error.code);
  await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'turn-completed');
  return { conversationId: ack.conversationId, afterTurnId: ack.turnId };
}

interface Remembered {
  tokens: number;
  whole: string[];
  inLines: string[];
  record: string | null;
  summary: {
    kind: string;
    turns: number;
    model: string | null;
    prompt: string | null;
    failure: string | null;
  } | null;
  withheld: Record<string, string>;
  summariesPassedOver?: string[];
}

/** What the trace says a turn was told. */
async function remembered(turnId: string): Promise<Remembered> {
  const { body } = await callApi<{ items: SpanDto[] }>(
    server.url,
    'GET',
    `/api/audit/turns/${turnId}/trace`,
    {
      token: analyst.token,
    },
  );
  return body.items.find(({ kind }) => kind === 'memory')!.output as Remembered;
}

const september = { from: '2026-09-01', to: '2026-09-30' };
const salesCall = callsTools({
  name: 'query_sales',
  arguments: { metrics: ['amount'], period: september, filters: { customers: ['한빛내과의원'] } },
});

/** Answers as scripted by question; summaries by `summary`. */
function play(
  first: (question: string) => ScriptedAnswer | undefined,
  summary: (given: string) => ScriptedAnswer,
) {
  model.otherwise((request) => {
    if (isSummary(request)) return summary(questionIn(request));
    const isFirst = request.messages.at(-1)!.role === 'user';
    return (isFirst ? first(questionIn(request)) : undefined) ?? says(`답: ${'긴 말 '.repeat(25)}`);
  });
}

/** A chat of so many turns, of which the second asks for figures. */
async function longChat(
  count: number,
): Promise<{ conversationId: string; afterTurnId: string; turns: string[] }> {
  let place = await ask('안녕하세요');
  const turns = [place.afterTurnId];
  for (let turn = 2; turn <= count; turn += 1) {
    place = await ask(turn === 2 ? '한빛내과의원 9월 매출은?' : `사내 규정 질문 ${turn}`, place);
    turns.push(place.afterTurnId);
  }
  return { ...place, turns };
}

/** Notes as a model writes them: what they held, and what of the turns is worth it. */
const faithfulNotes = (given: string) =>
  says(`메모: ${given.includes('한빛내과의원') ? '한빛내과의원 9월 매출을 물음, query_sales' : '인사'}`);
const figuresFirst = (question: string) =>
  question.endsWith('한빛내과의원 9월 매출은?') ? salesCall : undefined;

test('the 41st question of a chat is told of the second turn, within the budget, and the trace says how', async () => {
  play(figuresFirst, faithfulNotes);
  const begun = await longChat(40);
  const question = '아까 그 병원 10월은?';
  const { afterTurnId } = await ask(question, begun);
  const told = lastTold(question);
  expect(textOf(told[0]!)).toMatch(/^<earlier_turns>\n메모: 한빛내과의원 9월 매출을 물음, query_sales/u);
  expect(textOf(told.at(-2)!)).toContain('답: ');
  expect(tokensOf(told) - estimateTokens(question)).toBeLessThanOrEqual(budget);

  const { summary, tokens, whole, record, inLines } = await remembered(afterTurnId);
  expect(summary).toMatchObject({ kind: 'model', model: 'scripted-model', failure: null });
  expect(summary!.prompt).toMatch(/^summary\/1\/[0-9a-f]{12}$/u);
  expect(summary!.turns + inLines.length + whole.length).toBe(40);
  expect(whole).toEqual(begun.turns.slice(-whole.length));
  expect(record).toContain('한빛내과의원');
  expect(tokens).toBeLessThanOrEqual(budget);

  // Of every question on the way too: nothing is lost while a summary is being written.
  for (let turn = 3; turn <= 40; turn += 1) {
    const then = lastTold(`사내 규정 질문 ${turn}`);
    expect(inJson(then)).toContain('한빛내과의원');
    expect(tokensOf(then)).toBeLessThanOrEqual(budget + 20);
  }

  // A branch from before is told nothing of what was said after.
  const branch = { ...begun, afterTurnId: begun.turns[0]! };
  await ask('다른 이야기', branch);
  expect(lastTold('다른 이야기').map(textOf)).toEqual([
    '안녕하세요',
    expect.stringContaining('답: '),
    '다른 이야기',
  ]);
});

test('where the model writes no summary, questions, queries and first sentences are told', async () => {
  // Refused outright: a busy endpoint would be asked again for seconds.
  play(figuresFirst, () => ({ kind: 'refusal', status: 400, message: 'no such model' }));
  const begun = await longChat(12);
  const question = '그 병원 10월은요?';
  const { afterTurnId } = await ask(question, begun);
  const told = lastTold(question);
  expect(textOf(told[0]!)).toContain('- Q: 한빛내과의원 9월 매출은?');
  expect(tokensOf(told) - estimateTokens(question)).toBeLessThanOrEqual(budget);
  const { summary, record } = await remembered(afterTurnId);
  expect(summary).toMatchObject({ kind: 'mechanical', model: null, prompt: null });
  expect(summary!.failure).toMatch(/\S/u);
  expect(record).toContain('- Q: 한빛내과의원 9월 매출은?');
});

test('calls of a turn are told with arguments and a short result; enormous messages are cut', async () => {
  play(
    (question) =>
      question.endsWith('아주 길게')
        ? says('엄청난 표 | '.repeat(8_000), { chunks: 1 })
        : figuresFirst(question),
    faithfulNotes,
  );
  const first = await ask('한빛내과의원 9월 매출은?');
  const next = await ask('그럼 8월은?', first);
  const told = lastTold('그럼 8월은?');
  expect(told.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'user']);
  const [, call, result] = told;
  expect(inJson(call)).toContain('한빛내과의원');
  expect(JSON.parse(textOf(result!))).toMatchObject({
    earlier: true,
    tables: [{ title: '한빛내과의원 · 매출', period: september, firstRows: [{ amount: 7531 }], rowCount: 1 }],
  });
  const { body } = model.requests.find(
    ({ body: { messages } }) => textOf(messages.at(-1)!) === '그럼 8월은?',
  )!;
  expect(textOf(body.messages[0]!)).toContain(
    '이전 대화에서 이어지는 조건: 거래처 한빛내과의원(C1), 기간 2026-08-01 ~ 2026-08-31, 지표 매출',
  );

  const long = await ask('아주 길게', next);
  const { afterTurnId } = await ask('요약하면?', long);
  const toldThen = lastTold('요약하면?');
  expect(tokensOf(toldThen)).toBeLessThanOrEqual(budget + 20);
  expect(textOf(toldThen.at(-2)!)).toContain('[…]');
  expect(await remembered(afterTurnId)).toMatchObject({ cut: true, whole: [long.afterTurnId] });
});

test('what the person may not see any more is not told again, whole or in a summary', async () => {
  const secret = '붉은여우';
  const text = `나루신약정의 암호명은 ${secret}이다.\n나루신약정은 내년에 나온다.`;
  const { id } = await uploadDocument(server, admin, 'secret.txt', text, { title: '나루신약정 안내' });
  await waitForDocument(server, admin, id);
  play(
    (question) =>
      question.endsWith('암호명은?')
        ? callsTools({ name: 'search_documents', arguments: { query: '나루신약정 암호명' } })
        : figuresFirst(question),
    (given) =>
      says(`메모: ${given.includes(secret) ? secret : '없음'} ${given.includes('한빛') ? '한빛' : ''}`),
  );
  const answerWithCitation = says(`나루신약정의 암호명은 ${secret}이다 [1].`);
  const scriptedCalls = model.requests.length;
  model.script(
    callsTools({ name: 'search_documents', arguments: { query: '나루신약정 암호명' } }),
    answerWithCitation,
  );
  const cited = await ask('암호명은?');
  expect(model.requests.length).toBe(scriptedCalls + 2);
  const figures = await ask('한빛내과의원 9월 매출은?', cited);
  await ask('이어서 하나', figures);
  expect(inJson(lastTold('이어서 하나'))).toContain(secret);
  expect(inJson(lastTold('이어서 하나'))).toContain('7531');

  let long = figures;
  for (let turn = 0; turn < 12; turn += 1) long = await ask(`규정 물음 ${turn}`, long);
  await ask('이어서 둘', long);
  expect(textOf(lastTold('이어서 둘')[0]!)).toContain(`메모: ${secret} 한빛`);

  await callApi(server.url, 'DELETE', `/api/documents/${id}`, { token: admin });
  await server.services.database.sequelize.query(`DELETE FROM assignment_map WHERE employee_id = ${rep.id}`);

  const short = await ask('이어서 셋', figures);
  expect(inJson(lastTold('이어서 셋'))).not.toContain(secret);
  expect(inJson(lastTold('이어서 셋'))).not.toContain('7531');
  expect(inJson(lastTold('이어서 셋'))).toContain('한빛내과의원 9월 매출은?');
  expect((await remembered(short.afterTurnId)).withheld).toEqual({
    [cited.afterTurnId]: 'documents',
    [figures.afterTurnId]: 'rights',
  });
  const { afterTurnId } = await ask('이어서 넷', long);
  expect(inJson(lastTold('이어서 넷'))).not.toContain(secret);
  expect(inJson(lastTold('이어서 넷'))).toContain('암호명은?');
  expect((await remembered(afterTurnId)).summariesPassedOver).not.toHaveLength(0);
});

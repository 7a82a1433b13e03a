import { randomUUID } from 'node:crypto';
import type { ChatEvent } from '../shared/chat';
import type { AuditTurnDto, SpanDto } from '../shared/audit';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { uploadDocument, waitForDocument } from '../test/documents';
import { createPerson, type TestPerson } from '../test/people';
import { breaksOff, callsTools, says } from '../test/scriptedModel/scriptedAnswer';
import type { ScriptedModel } from '../test/scriptedModel/scriptedModel';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';
import type { TestServer } from '../test/server';

let scripted: ScriptedServer;
let model: ScriptedModel;
let server: TestServer;
let rep: TestPerson;
let analyst: TestPerson;
let documentId: string;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  ({ model, server } = scripted);
  const { admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  const rule = '설명회 식음료는 1인당 10만원을 넘을 수 없다. 기록은 5년간 보관한다.';
  documentId = (await uploadDocument(server, admin, 'rule.txt', rule, { title: '설명회 기준' })).id;
  await waitForDocument(server, admin, documentId);
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted.close();
});

const typesOf = (events: ChatEvent[]) => events.map(({ type }) => type);
const stepLabels = (events: ChatEvent[], type: 'step-started' | 'step-finished') =>
  events.flatMap((event) => (event.type === type ? [event.label] : []));

test('a question travels through a tool to a cited answer, and every step is traced', async () => {
  model.script(
    callsTools({ name: 'search_documents', arguments: { query: '설명회 식음료 한도' } }),
    says('설명회 식음료는 1인당 10만원을 넘을 수 없습니다 [1]. 근거 없는 말입니다 [7].', { chunks: 8 }),
  );
  const events = await chat.ask('설명회 식음료 한도가 얼마야?');

  expect(events[0]).toMatchObject({ type: 'turn-started', question: '설명회 식음료 한도가 얼마야?', seq: 1 });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
  expect(typesOf(events)).toEqual(
    expect.arrayContaining(['step-started', 'step-finished', 'text-delta', 'citation']),
  );
  expect(stepLabels(events, 'step-started')).toEqual(
    expect.arrayContaining(['질문 이해 중', '문서 검색 중', '답변 작성 중']),
  );
  expect(stepLabels(events, 'step-finished')).toEqual(
    expect.arrayContaining(['질문 이해', '문서 검색', '답변 작성']),
  );
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
  const last = events[events.length - 1]!;
  expect(last).toMatchObject({ type: 'turn-completed', text, usage: { model: 'scripted-model' } });
  const citations = events.filter((event) => event.type === 'citation');
  expect(citations).toHaveLength(1);
  expect(citations[0]).toMatchObject({
    number: 1,
    documentId,
    title: '설명회 기준',
    quote: '설명회 식음료는 1인당 10만원을 넘을 수 없다.',
    charStart: 0,
  });

  const { body: turn } = await callApi<AuditTurnDto>(server.url, 'GET', `/api/audit/turns/${last.turnId}`, {
    token: analyst.token,
  });
  expect(turn).toMatchObject({
    question: '설명회 식음료 한도가 얼마야?',
    answer: text,
    status: 'completed',
    employee: { employeeNo: rep.employeeNo },
  });
  const { body: trace } = await callApi<{ items: SpanDto[] }>(
    server.url,
    'GET',
    `/api/audit/turns/${last.turnId}/trace`,
    { token: analyst.token },
  );
  const kinds = trace.items.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'model')).toHaveLength(2);
  expect(kinds).toEqual(expect.arrayContaining(['turn', 'tool', 'search']));
  const search = trace.items.find(({ kind }) => kind === 'search')!;
  expect(search.output).toMatchObject({ passages: [{ documentId, score: expect.any(Number) as number }] });
  expect(trace.items.find(({ id }) => id === search.parentId)?.kind).toBe('tool');
  expect(trace.items.find(({ kind }) => kind === 'model')!.input).toMatchObject({
    prompt: { name: 'assistant', version: '4' },
  });
});

test('a network without websockets has the same chat', async () => {
  model.script(says('긴 연결 없이도 답합니다.'));
  const polling = await openChat(server.url, rep.token, 'polling');
  const events = await polling.ask('웹소켓이 막혀 있어요');
  expect(events[events.length - 1]).toMatchObject({
    type: 'turn-completed',
    text: '긴 연결 없이도 답합니다.',
  });
  polling.close();
});

test('the same message sent three times is one turn', async () => {
  model.script(says('한 번만 답합니다.'));
  const clientMessageId = randomUUID();
  const acks = await Promise.all([1, 2, 3].map(() => chat.send('한 번만 물을게', { clientMessageId })));
  expect(new Set(acks.map((ack) => ack.ok && ack.turnId)).size).toBe(1);
  expect(acks.every(({ ok }) => ok)).toBe(true);
  const [ack] = acks;
  await chat.waitFor((event) => ack!.ok && event.turnId === ack!.turnId && event.type === 'turn-completed');
  const messages = await callApi<{ items: { role: string; text: string }[] }>(
    server.url,
    'GET',
    `/api/conversations/${ack!.ok ? ack!.conversationId : ''}/messages`,
    { token: rep.token },
  );
  expect(messages.body.items.map(({ role, text }) => [role, text])).toEqual([
    ['user', '한 번만 물을게'],
    ['assistant', '한 번만 답합니다.'],
  ]);
});

test('stopping reaches the model and keeps what was written', async () => {
  model.script(breaksOff('이 답변은 끝까지 가지 않습니다. 여기서 멈춥니다.', 'stall'));
  const ack = await chat.send('길게 설명해 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  await chat.waitFor((event) => event.turnId === ack.turnId && event.type === 'text-delta');
  const request = model.requests[model.requests.length - 1]!;
  expect(await chat.socket.emitWithAck('chat:stop', { turnId: ack.turnId })).toEqual({ ok: true });
  const stopped = await chat.waitFor((event) => event.turnId === ack.turnId && event.type === 'turn-stopped');
  expect(stopped).toMatchObject({ text: expect.stringMatching(/^이 답변은/) as string });
  expect(await request.abandoned).toBe(true);
  const { body } = await callApi<{ items: AuditTurnDto[] }>(
    server.url,
    'GET',
    '/api/audit/turns?status=stopped',
    {
      token: analyst.token,
    },
  );
  expect(body.items.map(({ turnId }) => turnId)).toContain(ack.turnId);
});

test('a second question while one is answered is refused', async () => {
  model.script(breaksOff('아직 쓰는 중입니다.', 'stall'));
  const first = await chat.send('첫 질문');
  if (!first.ok) throw new Error(first.error.code);
  // Else the model's answer would wait for whoever asks next.
  await chat.waitFor((event) => event.turnId === first.turnId && event.type === 'text-delta');
  const second = await chat.send('둘째 질문', { conversationId: first.conversationId });
  expect(second).toMatchObject({ ok: false, error: { code: 'turn_already_running' } });
  await chat.socket.emitWithAck('chat:stop', { turnId: first.turnId });
});

test('a client that was away gets what it missed, in order and once, then the ack, then live events', async () => {
  model.script(says('첫 답변입니다.', { chunks: 3 }), says('둘째 답변입니다.', { chunks: 3 }));
  const first = await chat.ask('첫째');
  const { conversationId } = first[0]!;
  const back = await openChat(server.url, rep.token);
  const ack = await back.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 2 });
  const lastSeq = first[first.length - 1]!.seq;
  expect(ack).toEqual({ ok: true, lastSeq });
  expect(back.events).toEqual(first.slice(2));
  const second = await chat.ask('둘째', conversationId);
  await back.waitFor((event) => event.seq === second[second.length - 1]!.seq);
  expect(back.events).toEqual([...first.slice(2), ...second]);
  back.close();

  const ahead = await openChat(server.url, rep.token);
  const beyond = await ahead.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 99_999 });
  expect(beyond).toEqual({ ok: true, lastSeq: second[second.length - 1]!.seq });
  ahead.close();
});

test('an endpoint that fails is replaced by the planner, which is named', async () => {
  model.script({ kind: 'refusal', status: 401, message: 'no such key' });
  const events = await chat.ask('안녕하세요');
  const last = events[events.length - 1]!;
  expect(last).toMatchObject({ type: 'turn-completed', usage: { model: 'narutalk-offline-planner' } });
  const { body } = await callApi<{ items: SpanDto[] }>(
    server.url,
    'GET',
    `/api/audit/turns/${last.turnId}/trace`,
    {
      token: analyst.token,
    },
  );
  const [failed, taken] = body.items.filter(({ kind }) => kind === 'model');
  expect(failed).toMatchObject({ name: 'scripted-model', error: expect.any(String) as string });
  expect(taken).toMatchObject({ name: 'narutalk-offline-planner', error: null });
});

test('a model that never stops calling tools is stopped', async () => {
  model.otherwise(callsTools({ name: 'search_documents', arguments: { query: '설명회' } }));
  const events = await chat.ask('끝없이 찾아봐');
  expect(events[events.length - 1]).toMatchObject({ type: 'turn-failed', code: 'step_limit_reached' });
  expect(events.filter(({ type }) => type === 'step-started').length).toBeLessThan(40);
});

test('feedback and asking again', async () => {
  model.script(says('처음 답변'), says('다시 한 답변'));
  const [started] = await chat.ask('좋은 질문');
  const { turnId, conversationId } = started!;
  expect(await chat.socket.emitWithAck('chat:feedback', { turnId, rating: 'down', reason: '틀림' })).toEqual({
    ok: true,
  });
  const again = await chat.socket.emitWithAck('chat:regenerate', { turnId });
  if (!again.ok) throw new Error(again.error.code);
  expect(again.conversationId).toBe(conversationId);
  const done = await chat.waitFor(
    (event) => event.turnId === again.turnId && event.type === 'turn-completed',
  );
  expect(done).toMatchObject({ text: '다시 한 답변' });
});

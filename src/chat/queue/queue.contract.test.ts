import type { AppError } from '../../errors';
import type { SpanDto } from '../../shared/audit';
import type { ChatEvent } from '../../shared/chat';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { chatLimits } from '../../test/chatLimits';
import { createPerson } from '../../test/people';
import { breaksOff } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../../test/scriptedServer';

let scripted: ScriptedServer;
const opened: ChatClient[] = [];
afterEach(async () => {
  opened.splice(0).forEach((chat) => chat.close());
  await scripted?.close();
});

/** A server that answers one question at a time; no answer ends by itself. */
async function startNarrowServer(
  limits: { waiting?: number; waitingMs?: number } = {},
  person: { running?: number } = {},
): Promise<void> {
  scripted = await startScriptedServer({
    chatLimits: chatLimits({ person, process: { running: 1, ...limits } }),
  });
  scripted.model.otherwise(breaksOff('이 답변은 끝나지 않습니다.', 'stall'));
}

async function newChat(): Promise<ChatClient> {
  const rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  const chat = await openChat(scripted.server.url, rep.token);
  opened.push(chat);
  return chat;
}

async function send(chat: ChatClient, text: string): Promise<string> {
  const ack = await chat.send(text);
  if (!ack.ok) throw new Error(ack.error.code);
  return ack.turnId;
}

const isRunning = (chat: ChatClient, turnId: string) =>
  chat.waitFor((event) => event.turnId === turnId && event.type === 'text-delta');
const isAt = (chat: ChatClient, turnId: string, position: number) =>
  chat.waitFor(
    (event) => event.turnId === turnId && event.type === 'turn-queued' && event.position === position,
  );
const stop = (chat: ChatClient, turnId: string) => chat.socket.emitWithAck('chat:stop', { turnId });
const eventsOf = ({ events }: ChatClient, turnId: string): ChatEvent[] =>
  events.filter((event) => event.turnId === turnId);

test('questions wait for their turn, fair between people, and are told where they stand', async () => {
  await startNarrowServer();
  const [ann, bob] = [await newChat(), await newChat()];
  const first = await send(ann, '첫째');
  await isRunning(ann, first);
  const second = await send(ann, '둘째');
  const third = await send(ann, '셋째');
  await isAt(ann, third, 2);
  const bobs = await send(bob, '밥의 질문');
  await Promise.all([isAt(bob, bobs, 2), isAt(ann, third, 3)]);

  await stop(ann, first);
  await isRunning(ann, second);
  await Promise.all([isAt(bob, bobs, 1), isAt(ann, third, 2)]);
  await stop(ann, second);
  await Promise.all([isRunning(bob, bobs), isAt(ann, third, 1)]);
  await stop(bob, bobs);
  await isRunning(ann, third);

  const events = eventsOf(ann, third);
  const places = events.flatMap((event) => (event.type === 'turn-queued' ? [event.position] : []));
  expect(places).toEqual([2, 3, 2, 1]);
  const lastPlace = events.findLastIndex(({ type }) => type === 'turn-queued');
  expect(events.findIndex(({ type }) => type === 'step-started')).toBeGreaterThan(lastPlace);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
  await stop(ann, third);

  const analyst = await createPerson(scripted.server, scripted.admin, { role: 'analyst' });
  const { body } = await callApi<{ items: SpanDto[] }>(
    scripted.server.url,
    'GET',
    `/api/audit/turns/${third}/trace`,
    { token: analyst.token },
  );
  const root = body.items.find(({ kind }) => kind === 'turn')!;
  expect(body.items.find(({ kind }) => kind === 'queue')).toMatchObject({
    parentId: root.id,
    input: { position: 2 },
    error: null,
  });
});

test('a question that waits can be stopped, and those behind it move up', async () => {
  await startNarrowServer();
  const [ann, bob] = [await newChat(), await newChat()];
  const running = await send(ann, '답하는 중');
  await isRunning(ann, running);
  const waiting = await send(ann, '기다리는 질문');
  const behind = await send(bob, '그 뒤의 질문');
  await isAt(bob, behind, 2);
  expect(await stop(ann, waiting)).toEqual({ ok: true });
  expect(eventsOf(ann, waiting).at(-1)).toMatchObject({ type: 'turn-stopped', text: '' });
  await isAt(bob, behind, 1);
  await stop(ann, running);
  await isRunning(bob, behind);
  await stop(bob, behind);
});

test('more than may wait are refused, and a place is free again afterwards', async () => {
  await startNarrowServer({ waiting: 1 });
  const [ann, bob] = [await newChat(), await newChat()];
  const running = await send(ann, '답하는 중');
  const ack = await ann.send('기다리는 질문', { clientMessageId: 'waits' });
  expect(ack).toMatchObject({ ok: true });
  expect(await bob.send('너무 많은 질문')).toEqual({
    ok: false,
    error: {
      code: 'server_busy',
      message: '지금 기다리는 질문이 너무 많습니다. 잠시 뒤 다시 보내 주세요.',
      retryAfterMs: 10_000,
    },
  });
  expect(await ann.send('기다리는 질문', { clientMessageId: 'waits' })).toEqual(ack);
  await stop(ann, running);
  const late = await send(bob, '다시 보낸 질문');
  await Promise.all([stop(ann, ack.ok ? ack.turnId : ''), stop(bob, late)]);
});

test('a flood of one person does not take the places of others', async () => {
  await startNarrowServer({ waiting: 1 }, { running: 1 });
  const { accounts, chat } = scripted.server.services;
  const newActor = async () =>
    accounts.authenticate((await createPerson(scripted.server, scripted.admin, { role: 'rep' })).token);
  const [ann, bob] = [await newActor(), await newActor()];
  // By the service: all are sent in the same moment, bob's behind every one of ann's.
  const send = (actor: typeof ann, text: string) =>
    chat
      .send(actor, { clientMessageId: text, text }, 'ko', () => {})
      .catch((error: unknown) => (error as AppError).code);
  const flood = Array.from({ length: 40 }, (_, at) => send(ann, `쏟아지는 질문 ${at}`));
  const bobs = await send(bob, '밥의 질문');
  expect(bobs).toMatchObject({ answerFrom: 1 });
  const refused = (await Promise.all(flood)).filter((answer) => typeof answer === 'string');
  expect(refused).toHaveLength(39);
});

test('a question whose turn does not come in time fails with words', async () => {
  await startNarrowServer({ waitingMs: 100 });
  const chat = await newChat();
  const running = await send(chat, '답하는 중');
  const waiting = await send(chat, '기다리는 질문');
  const failed = await chat.waitFor(({ turnId, type }) => turnId === waiting && type === 'turn-failed');
  expect(failed).toMatchObject({
    code: 'waited_too_long',
    message: '질문이 많아 답변할 차례가 오지 않았습니다. 잠시 뒤 다시 질문해 주세요.',
  });
  await stop(chat, running);
});

test('when the process is told to end, what waits is interrupted at once and what runs has its time', async () => {
  await startNarrowServer();
  const chat = await newChat();
  const running = await send(chat, '답하는 중');
  await isRunning(chat, running);
  const waiting = await send(chat, '기다리는 질문');
  await isAt(chat, waiting, 1);
  const closing = scripted.server.services.chat.close(60_000);
  const cut = await chat.waitFor(({ turnId, type }) => turnId === waiting && type === 'turn-failed');
  expect(cut).toMatchObject({ code: 'turn_interrupted' });
  expect(eventsOf(chat, running).at(-1)!.type).not.toBe('turn-failed');
  await stop(chat, running);
  await closing;
});

test('who may not ask any more when the turn comes is not answered', async () => {
  await startNarrowServer();
  const ann = await newChat();
  const first = await send(ann, '첫째');
  await isRunning(ann, first);
  const bob = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  const bobs = await openChat(scripted.server.url, bob.token);
  opened.push(bobs);
  const waiting = await send(bobs, '기다리는 질문');
  await isAt(bobs, waiting, 1);
  const { repositories, feed } = scripted.server.services;
  const turn = (await repositories.turns.find(waiting))!;
  const end = new Promise<ChatEvent>((resolve) => {
    feed.subscribe(turn.conversationId, (events) => resolve(events.at(-1)!));
  });
  await callApi(scripted.server.url, 'PATCH', `/api/employees/${bob.id}`, {
    token: scripted.admin,
    body: { active: false },
  });
  await stop(ann, first);
  expect(await end).toMatchObject({ type: 'turn-failed', code: 'unauthenticated' });
});

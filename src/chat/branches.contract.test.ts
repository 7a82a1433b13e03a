import { randomUUID } from 'node:crypto';
import type { MessageDto, SendAck } from '../shared/chat';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  chat = await openChat(scripted.server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted.close();
});

/** Waits for the end of an accepted turn. @returns where it stands, as its first event says. */
async function ended(ack: SendAck): Promise<{ turnId: string; parent: string | null }> {
  if (!ack.ok) throw new Error(ack.error.code);
  await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'turn-completed');
  const started = await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'turn-started');
  return { turnId: ack.turnId, parent: started.type === 'turn-started' ? started.parentTurnId : null };
}

/** Asks, with an answer that repeats the question. */
async function ask(text: string, options: Parameters<ChatClient['send']>[1] = {}) {
  scripted.model.script(says(`답: ${text}`));
  return ended(await chat.send(text, options));
}

/** What the model was told in its last call, without the system prompt. */
const lastTold = () => {
  const { messages } = scripted.model.requests[scripted.model.requests.length - 1]!.body;
  return messages.filter(({ role }) => role !== 'system').map(({ content }) => content);
};

async function begun() {
  scripted.model.script(says('답: 첫째'));
  const ack = await chat.send('첫째');
  const first = await ended(ack);
  return { conversationId: ack.ok ? ack.conversationId : '', first };
}

test('questions stand behind one another', async () => {
  const { conversationId, first } = await begun();
  expect(first.parent).toBeNull();
  const second = await ask('둘째', { conversationId });
  expect(second.parent).toBe(first.turnId);
  const { body } = await callApi<{ items: MessageDto[] }>(
    scripted.server.url,
    'GET',
    `/api/conversations/${conversationId}/messages`,
    { token: rep.token },
  );
  expect(body.items.map(({ parentTurnId }) => parentTurnId)).toEqual([
    null,
    null,
    first.turnId,
    first.turnId,
  ]);
});

test('an edited question is a branch, whose model knows nothing of the other one', async () => {
  const { conversationId, first } = await begun();
  const second = await ask('둘째', { conversationId });
  const edited = await ask('둘째, 다시', { conversationId, editsTurnId: second.turnId });
  expect(edited.parent).toBe(first.turnId);
  expect(lastTold()).toEqual(['첫째', '답: 첫째', '둘째, 다시']);

  const third = await ask('셋째', { conversationId, afterTurnId: second.turnId });
  expect(third.parent).toBe(second.turnId);
  expect(lastTold()).toEqual(['첫째', '답: 첫째', '둘째', '답: 둘째', '셋째']);
});

test('an answer asked for again is a branch, once for one message of the client', async () => {
  const { first } = await begun();
  scripted.model.script(says('답: 다시'));
  const again = { turnId: first.turnId, clientMessageId: randomUUID() };
  const ack = await chat.socket.emitWithAck('chat:regenerate', again);
  expect((await ended(ack)).parent).toBeNull();
  expect(lastTold()).toEqual(['첫째']);
  expect(await chat.socket.emitWithAck('chat:regenerate', again)).toEqual(ack);
});

test('a turn of another chat is no place to go on from', async () => {
  const { conversationId } = await begun();
  const other = await begun();
  for (const place of [{ afterTurnId: other.first.turnId }, { editsTurnId: other.first.turnId }]) {
    const ack = await chat.send('어디?', { conversationId, ...place });
    expect(ack).toMatchObject({ ok: false, error: { code: 'not_found' } });
  }
  const ack = await chat.send('어디?', { editsTurnId: other.first.turnId });
  expect(ack).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
});

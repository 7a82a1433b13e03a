import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { says } from '../test/scriptedModel/scriptedAnswer';
import type { ScriptedModel } from '../test/scriptedModel/scriptedModel';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';
import type { TestServer } from '../test/server';

let scripted: ScriptedServer;
let model: ScriptedModel;
let server: TestServer;
let rep: TestPerson;
let other: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  ({ model, server } = scripted);
  const { admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  other = await createPerson(server, admin, { role: 'rep', team: '경기팀' });
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat.close();
  await scripted.close();
});

test('another person’s chat is not there', async () => {
  model.script(says('비밀 답변입니다.'));
  const [started] = await chat.ask('내 질문');
  const { conversationId, turnId } = started!;
  const stranger = await openChat(server.url, other.token);
  const refused = { ok: false, error: { code: 'not_found' } };
  expect(await stranger.send('끼어들기', { conversationId })).toMatchObject(refused);
  expect(await stranger.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 })).toMatchObject(
    refused,
  );
  expect(await stranger.socket.emitWithAck('chat:stop', { turnId })).toMatchObject(refused);
  expect(await stranger.socket.emitWithAck('chat:regenerate', { turnId })).toMatchObject(refused);
  expect(await stranger.socket.emitWithAck('chat:feedback', { turnId, rating: 'up' })).toMatchObject(refused);
  const messages = await callApi(server.url, 'GET', `/api/conversations/${conversationId}/messages`, {
    token: other.token,
  });
  expect(messages.status).toBe(404);
  expect(stranger.events).toEqual([]);
  stranger.close();
});

test('questions that are too long, empty or malformed are refused with words', async () => {
  const refuse = async (payload: unknown) =>
    (await chat.socket.emitWithAck('chat:send', payload as never)) as {
      ok: boolean;
      error?: { code: string };
    };
  expect(await refuse({ clientMessageId: 'x', text: '가'.repeat(1024 * 1024) })).toMatchObject({
    error: { code: 'question_too_long' },
  });
  for (const payload of [
    null,
    7,
    {},
    { clientMessageId: 'x', text: '  ' },
    { clientMessageId: 'x', text: 'a\u0000b' },
    { clientMessageId: 'x', text: 'half of a pair \ud800' },
    { clientMessageId: 'x', text: 'a', admin: 1 },
  ]) {
    expect(await refuse(payload)).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
  }
});

test('a socket without a valid token is refused, and one whose person was deactivated is cut', async () => {
  await expect(openChat(server.url, 'nonsense')).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  const leaving = await openChat(server.url, other.token);
  await server.services.employees.change(
    other.id,
    { active: false },
    await server.services.accounts.authenticate(rep.token),
  );
  const cut = new Promise((resolve) => leaving.socket.once('disconnect', resolve));
  expect(await leaving.send('아직 있나요?')).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  await cut;
});

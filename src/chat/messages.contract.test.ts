import type { MessageDto } from '../shared/chat';
import { feedbackReasons } from '../shared/chatInput';
import type { Page } from '../shared/problem';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { chatLimits } from '../test/chatLimits';
import { createPerson, type TestPerson } from '../test/people';
import { breaksOff, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer({
    chatLimits: chatLimits({ process: { running: 1, waitingMs: 300 } }),
  });
  rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  chat = await openChat(scripted.server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted.close();
});

async function messagesOf(conversationId: string, language = 'ko'): Promise<MessageDto[]> {
  const { body } = await callApi<Page<MessageDto>>(
    scripted.server.url,
    'GET',
    `/api/conversations/${conversationId}/messages`,
    { token: rep.token, headers: { 'accept-language': language } },
  );
  return body.items;
}

test('a message says which model wrote it, and nothing of the kind for a question', async () => {
  scripted.model.script(says('답변'));
  const [started] = await chat.ask('질문');
  const [question, answer] = await messagesOf(started!.conversationId);
  const nothing = { feedback: null, errorCode: null, errorMessage: null };
  expect(question).toMatchObject({ ...nothing, model: null, followUps: [] });
  expect(answer).toMatchObject({ ...nothing, model: 'scripted-model' });
});

test('a failed answer says why, in the reader’s language', async () => {
  scripted.model.script(breaksOff('이 답변은 끝나지 않습니다.', 'stall'));
  const endless = await chat.send('끝없는 질문');
  const events = await chat.ask('오래 기다릴 질문');
  const failed = events.at(-1)!;
  if (!endless.ok || failed.type !== 'turn-failed') throw new Error(failed.type);
  await chat.socket.emitWithAck('chat:stop', { turnId: endless.turnId });
  const [, korean] = await messagesOf(failed.conversationId);
  expect(korean).toMatchObject({ errorCode: failed.code, followUps: [] });
  expect(korean!.errorMessage).toMatch(/[가-힣]/u);
  const [, english] = await messagesOf(failed.conversationId, 'en');
  expect(english!.errorMessage).toMatch(/^[A-Z][^가-힣]+$/u);
});

test('feedback is kept with its reason, replaced by the next and taken back', async () => {
  scripted.model.script(says('답변'));
  const [started] = await chat.ask('어떤 질문');
  const { turnId, conversationId } = started!;
  const give = (opinion: { rating: 'up' | 'down' | null; reason?: string; comment?: string }) =>
    chat.socket.emitWithAck('chat:feedback', { turnId, ...opinion });
  const kept = async () => (await messagesOf(conversationId)).map(({ feedback }) => feedback);

  for (const reason of [...feedbackReasons, '내 말로 쓴 이유']) {
    expect(await give({ rating: 'down', reason, comment: '9월이 빠졌어요' })).toEqual({ ok: true });
    expect(await kept()).toEqual([null, { rating: 'down', reason, comment: '9월이 빠졌어요' }]);
  }
  expect(await give({ rating: 'up' })).toEqual({ ok: true });
  expect(await kept()).toEqual([null, { rating: 'up', reason: null, comment: null }]);
  expect(await give({ rating: null, reason: 'other' })).toMatchObject({
    ok: false,
    error: { code: 'validation_failed' },
  });
  expect([await give({ rating: null }), await give({ rating: null })]).toEqual([{ ok: true }, { ok: true }]);
  expect(await kept()).toEqual([null, null]);
});

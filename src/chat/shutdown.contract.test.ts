import type { Readiness } from '../shared/system';
import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { createPerson } from '../test/people';
import { breaksOff, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
beforeEach(async () => {
  scripted = await startScriptedServer();
});
afterEach(() => scripted?.close());

async function openedChat() {
  const rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  return openChat(scripted.server.url, rep.token);
}

test('an answer under way is finished when the process is told to end, and no further question is taken', async () => {
  scripted.model.script(says('끝까지 답합니다.', { chunks: 10 }));
  const chat = await openedChat();
  const ack = await chat.send('길게 설명해 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  const closing = scripted.server.services.chat.close(60_000);
  expect(await chat.send('하나만 더')).toMatchObject({ ok: false, error: { code: 'shutting_down' } });
  const probe = await callApi<Readiness>(scripted.server.url, 'GET', '/readyz');
  expect([probe.status, probe.body.status]).toEqual([503, 'stopping']);
  await closing;
  const last = await chat.waitFor(({ type }) => type.startsWith('turn-') && type !== 'turn-started');
  expect(last).toMatchObject({ type: 'turn-completed', text: '끝까지 답합니다.' });
  chat.close();
});

test('an answer that does not end in time is interrupted, with what was written', async () => {
  scripted.model.script(breaksOff('이 답변은 끝까지 가지 않습니다.', 'stall'));
  const chat = await openedChat();
  const ack = await chat.send('길게 설명해 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  await chat.waitFor(({ type }) => type === 'text-delta');
  await scripted.server.services.chat.close(100);
  expect(await chat.waitFor(({ type }) => type === 'turn-failed')).toMatchObject({
    code: 'turn_interrupted',
  });
  chat.close();
});

test('an answer that does not end when it is told to is not waited for, and is left to the next start', async () => {
  const { chat: service, chatDependencies, repositories } = scripted.server.services;
  let letGo = () => {};
  const begun = new Promise<void>((resolve) => {
    // Whatever an answer may wait for that nothing can be told.
    chatDependencies.answerQuestion = () => {
      resolve();
      return new Promise((_resolve, reject) => (letGo = () => reject(new Error('let go'))));
    };
  });
  const chat = await openedChat();
  const ack = await chat.send('길게 설명해 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  await begun;
  try {
    await service.close(100);
    // As one of a process that was killed, it is ended by who looks for those (`interruptAbandoned.contract.test.ts`).
    expect(await repositories.turns.find(ack.turnId)).toMatchObject({ status: 'running' });
  } finally {
    letGo();
    // Before the database it is recorded in is closed.
    await chat.waitFor(({ type }) => type === 'turn-failed');
    chat.close();
  }
});

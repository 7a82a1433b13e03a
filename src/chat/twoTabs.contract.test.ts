import { randomUUID } from 'node:crypto';
import type { SendAck } from '../shared/chat';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson } from '../test/people';
import { breaksOff, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let tabs: [ChatClient, ChatClient];

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { token } = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
  tabs = [await openChat(scripted.server.url, token), await openChat(scripted.server.url, token)];
});
afterAll(async () => {
  for (const tab of tabs ?? []) tab.close();
  await scripted.close();
});

test('of two tabs that ask again at once one is answered, the other is told why not', async () => {
  scripted.model.script(says('처음 답변'));
  const [started] = await tabs[0].ask('두 창에서 물을 질문');
  const { turnId, conversationId } = started!;
  await tabs[1].socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });

  scripted.model.script(breaksOff('다시 쓰는 답변입니다. 아직 끝나지 않았습니다.', 'stall'));
  const acks = await Promise.all(
    tabs.map(({ socket }): Promise<SendAck> =>
      socket.emitWithAck('chat:regenerate', { turnId, clientMessageId: randomUUID() }),
    ),
  );
  const [accepted] = acks.filter((ack) => ack.ok);
  expect(acks.filter((ack) => !ack.ok)).toEqual([
    { ok: false, error: { code: 'turn_already_running', message: expect.any(String) as string } },
  ]);
  const again = accepted!.turnId;
  await tabs[0].waitFor((event) => event.turnId === again && event.type === 'text-delta');

  const stops = await Promise.all(
    tabs.map(({ socket }) => socket.emitWithAck('chat:stop', { turnId: again })),
  );
  expect(stops).toEqual([{ ok: true }, { ok: true }]);
  for (const tab of tabs) {
    await tab.waitFor((event) => event.turnId === again && event.type === 'turn-stopped');
    const ends = tab.events.filter(({ turnId: id, type }) => id === again && type === 'turn-stopped');
    expect(ends).toHaveLength(1);
  }

  scripted.model.script(says('이제 다시 한 답변'));
  const later = await tabs[1].socket.emitWithAck('chat:regenerate', { turnId });
  if (!later.ok) throw new Error(later.error.code);
  const done = await tabs[0].waitFor(
    (event) => event.turnId === later.turnId && event.type === 'turn-completed',
  );
  expect(done).toMatchObject({ text: '이제 다시 한 답변' });
});

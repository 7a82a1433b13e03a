import type { ChatEvent } from '../shared/chat';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
const clients: ChatClient[] = [];
beforeAll(async () => {
  scripted = await startScriptedServer();
  rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await scripted?.close();
});

async function open(): Promise<ChatClient> {
  const client = await openChat(scripted.server.url, rep.token);
  clients.push(client);
  return client;
}

test('every socket of a chat is given each event once and in order, whenever it came', async () => {
  const asking = await open();
  scripted.model.script(says('첫 답변입니다.'));
  const { conversationId } = (await asking.ask('첫째'))[0]!;
  const listening = [await open(), await open()];
  const resume = ({ socket }: ChatClient, lastSeq: number) =>
    socket.emitWithAck('chat:resume', { conversationId, lastSeq });
  for (const client of listening) await resume(client, 0);

  const long = Array.from({ length: 40 }, (_, at) => `낱말${at} `).join('');
  scripted.model.script(says(long.trim(), { chunks: 40, chunksPerSecond: 40 }));
  const answer = asking.ask('둘째', conversationId);
  await listening[0]!.waitFor(({ type, seq }) => type === 'text-delta' && seq > 4);
  const late = await open();
  await resume(late, 0);
  // One leaves in mid-answer: the others are given the rest all the same.
  listening.pop()!.close();
  await answer;

  const isEnd = (event: ChatEvent) => event.type === 'turn-completed' && event.text.startsWith('낱말');
  for (const client of [...listening, late]) {
    await client.waitFor(isEnd);
    expect(client.events).toEqual(asking.events);
  }
  expect(late.events.map(({ seq }) => seq)).toEqual(late.events.map((_event, at) => at + 1));
});

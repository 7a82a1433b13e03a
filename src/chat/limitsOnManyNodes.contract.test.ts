import type { SendAck } from '../shared/chat';
import { startServer, type RunningServer } from '../start/startServer';
import { openChat, type ChatClient } from '../test/chatClient';
import { chatLimits } from '../test/chatLimits';
import { createPerson } from '../test/people';
import { breaksOff } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';
import { serviceEnv } from '../test/services';

// An embedded database has one process.
(serviceEnv().database ? describe : describe.skip)('limits on two server processes', () => {
  let scripted: ScriptedServer;
  let second: RunningServer;
  const opened: ChatClient[] = [];

  beforeAll(async () => {
    scripted = await startScriptedServer({
      chatLimits: chatLimits({ person: { running: 3, perMinute: 5 }, process: { running: 3 } }),
    });
    scripted.model.otherwise(breaksOff('이 답변은 끝나지 않습니다.', 'stall'));
    second = await startServer({ ...scripted.server.env, processRole: 'server' }, () => {});
  });
  afterAll(async () => {
    opened.forEach((chat) => chat.close());
    await second?.close();
    await scripted?.close();
  });

  /** A person with a chat on each node. */
  async function newPerson(): Promise<{ here: ChatClient; there: ChatClient }> {
    const { token } = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
    const here = await openChat(scripted.server.url, token);
    const there = await openChat(second.url!, token);
    opened.push(here, there);
    return { here, there };
  }

  const burst = ({ here, there }: { here: ChatClient; there: ChatClient }, count: number) =>
    Promise.all(Array.from({ length: count }, (_, at) => (at % 2 ? here : there).send(`한꺼번에 ${at}`)));
  const takenOf = (acks: SendAck[]) => acks.flatMap((ack) => (ack.ok ? [ack] : []));
  const refusalsOf = (acks: SendAck[]) => new Set(acks.flatMap((ack) => (ack.ok ? [] : [ack.error.code])));

  test('twenty questions at once to both: exactly as many are taken as may be', async () => {
    const person = await newPerson();
    const first = await burst(person, 20);
    expect(takenOf(first)).toHaveLength(3);
    expect(refusalsOf(first)).toEqual(new Set(['too_many_running']));
    // From either node, whichever answers.
    for (const { turnId } of takenOf(first)) await person.here.socket.emitWithAck('chat:stop', { turnId });

    const further = await burst(person, 20);
    expect(takenOf(further)).toHaveLength(2);
    expect(refusalsOf(further)).toEqual(new Set(['too_many_questions']));
    for (const { turnId } of takenOf(further)) await person.there.socket.emitWithAck('chat:stop', { turnId });
  });

  test('a place in the queue of one node is seen from the other', async () => {
    const [busy, waiting] = [await newPerson(), await newPerson()];
    const running = takenOf(await Promise.all([1, 2, 3].map(() => busy.here.send('답하는 중'))));
    expect(running).toHaveLength(3);
    const ack = await waiting.here.send('기다리는 질문');
    if (!ack.ok) throw new Error(ack.error.code);
    const { turnId, conversationId } = ack;
    await waiting.there.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    const queued = await waiting.there.waitFor(({ type }) => type === 'turn-queued');
    expect(queued).toMatchObject({ turnId, position: 1, seq: 2 });
    await busy.there.socket.emitWithAck('chat:stop', { turnId: running[0]!.turnId });
    await waiting.there.waitFor((event) => event.turnId === turnId && event.type === 'text-delta');
    await waiting.there.socket.emitWithAck('chat:stop', { turnId });
  });
});

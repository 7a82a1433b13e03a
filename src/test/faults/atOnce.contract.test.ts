import { randomUUID } from 'node:crypto';
import type { ChatEvent, SendAck } from '../../shared/chat';
import { isTurnEnd } from '../../shared/isTurnEnd';
import { openChat, type ChatClient } from '../chatClient';
import { breaksOff, says } from '../scriptedModel/scriptedAnswer';
import { expectWholeChat } from './expectWholeChat';
import { startInstallation, type Installation } from './installation';

const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 4);

const counts = { messages: 0, sendings: 0, turns: 0, stopped: 0, regenerated: 0, refused: 0 };

describe('the same thing asked for at once', () => {
  let installation: Installation;
  /** Three tabs, on every server process there is. */
  let tabs: ChatClient[];

  beforeAll(async () => {
    installation = await startInstallation();
    installation.model.otherwise(says('짧은 답변입니다.'));
    const { nodes, rep } = installation;
    tabs = [];
    for (const place of [0, 1, 2]) tabs.push(await openChat(nodes[place % nodes.length]!.url, rep.token));
  });
  afterAll(async () => {
    for (const tab of tabs ?? []) tab.close();
    await installation?.close();
    console.log(`asked for at once: ${JSON.stringify(counts)}`);
  });

  const eachRound = Array.from({ length: rounds }, (_, round) => round + 1);

  test.each(eachRound)(
    'a message sent three times at once and three times after is one turn (%i)',
    async () => {
      const [first] = tabs as [ChatClient];
      const { conversationId } = (await first.ask('처음'))[0]!;
      const send = (tab: ChatClient, question: { clientMessageId: string }) =>
        tab.send('세 번 보낸 질문', { ...question, conversationId });
      const question = { clientMessageId: randomUUID() };
      const acks = await Promise.all(tabs.map((tab) => send(tab, question)));
      for (const tab of tabs) acks.push(await send(tab, question));
      counts.messages += 1;
      counts.sendings += acks.length;
      const turnIds = new Set(acks.map((ack) => accepted(ack).turnId));
      counts.turns += turnIds.size;
      expect(turnIds.size).toBe(1);
      const [turnId] = turnIds;
      const seen = await endSeen(turnId!, conversationId);
      expect(await expectWholeChat(installation.nodes[0]!.url, installation, seen)).toHaveLength(2);
    },
  );

  test.each(eachRound)('two tabs stop and regenerate: one end, one new turn, one refusal (%i)', async () => {
    const [here, there] = tabs as [ChatClient, ChatClient];
    installation.model.script(breaksOff('이 답변은 끝까지 가지 않습니다.', 'stall'));
    const { turnId, conversationId } = accepted(await here.send('길게 설명해 줘'));
    await here.waitFor((event) => event.turnId === turnId && event.type === 'text-delta');

    const stops = await Promise.all(
      [here, there].map((tab) => tab.socket.emitWithAck('chat:stop', { turnId })),
    );
    expect(stops).toEqual([{ ok: true }, { ok: true }]);
    counts.stopped += 1;

    // It waits, so that the second one finds it running.
    installation.model.script(breaksOff('다시 쓰는 답변입니다.', 'stall'));
    const again = await Promise.all(
      [here, there].map((tab) => tab.socket.emitWithAck('chat:regenerate', { turnId })),
    );
    const taken = again.filter((ack) => ack.ok);
    const refused = again.filter((ack) => !ack.ok);
    expect(taken).toHaveLength(1);
    expect(refused).toMatchObject([{ error: { code: 'turn_already_running' } }]);
    counts.regenerated += taken.length;
    counts.refused += refused.length;

    const second = accepted(taken[0]!);
    await here.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    await here.waitFor((event) => event.turnId === second.turnId && event.type === 'text-delta');
    await there.socket.emitWithAck('chat:stop', { turnId: second.turnId });
    const seen = await endSeen(second.turnId, conversationId);
    const ends = await expectWholeChat(installation.nodes[0]!.url, installation, seen);
    expect(ends.map(({ type }) => type)).toEqual(['turn-stopped', 'turn-stopped']);
  });

  /** The chat from its beginning, as a new tab sees it once a turn has ended. */
  async function endSeen(turnId: string, conversationId: string): Promise<ChatEvent[]> {
    const { nodes, rep } = installation;
    const fresh = await openChat(nodes.at(-1)!.url, rep.token);
    await fresh.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    await fresh.waitFor((event) => event.turnId === turnId && isTurnEnd(event));
    fresh.close();
    return fresh.events;
  }
});

function accepted(ack: SendAck): Extract<SendAck, { ok: true }> {
  if (!ack.ok) throw new Error(ack.error.code);
  return ack;
}

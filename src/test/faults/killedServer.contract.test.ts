import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatEvent } from '../../shared/chat';
import { isTurnEnd } from '../../shared/isTurnEnd';
import { openChat, type ChatClient } from '../chatClient';
import { breaksOff, callsTools, says, staysSilent } from '../scriptedModel/scriptedAnswer';
import { serviceEnv } from '../services';
import { expectWholeChat } from './expectWholeChat';
import { startInstallation, type Installation } from './installation';

/** Kills in all; `npm run test:faults` asks for 50. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 5);
/** Kills whose turns are waited for together: each is ended once its lease is over. */
const killsAtOnce = 10;

/** When the power goes: in the very sending, with the ack, in the text, while a tool's answer is thought over, at the end. */
const moments = ['sending', 'acknowledged', 'writing', 'using tools', 'ending'] as const;
type Moment = (typeof moments)[number];

const text = '이 답변은 전원이 꺼질 때 쓰이고 있었습니다. 남은 것은 그대로 남습니다.';
const counts = { killed: 0, acknowledged: 0, interrupted: 0, completed: 0, usedAgain: 0 };

// Two server processes need a database that both can open.
(serviceEnv().database ? describe : describe.skip)('a server that is killed in mid-turn', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation();
    installation.model.otherwise(({ messages }) => {
      const asked = JSON.stringify(messages.filter(({ role }) => role === 'user').at(-1)?.content);
      if (asked.includes('using tools')) {
        if (messages.at(-1)?.role === 'tool') return staysSilent();
        return callsTools({ name: 'search_documents', arguments: { query: '보관' } });
      }
      if (asked.includes('writing') || asked.includes('acknowledged')) return breaksOff(text, 'stall');
      return says(text, { chunks: 20 });
    });
  });
  afterAll(async () => {
    await installation?.close();
    console.log(`servers killed in mid-turn: ${JSON.stringify(counts)}`);
  });

  const batches = Array.from({ length: Math.ceil(rounds / killsAtOnce) }, (_, batch) =>
    Array.from(
      { length: Math.min(killsAtOnce, rounds - batch * killsAtOnce) },
      (_round, at) => moments[(batch * killsAtOnce + at) % moments.length]!,
    ),
  );
  test.each(batches.map((batch, place) => [place + 1, batch] as const))(
    'loses nothing: the other ends each turn once, and the chats go on (batch %i)',
    async (place, batch) => {
      // In turn, so that each of them is both the one that dies and the one that stays.
      const dying = place % 2;
      const staying = installation.nodes[1 - dying]!;
      const readers: Reader[] = [];
      for (const moment of batch) readers.push(await killAt(moment, dying, staying.url));
      for (const reader of readers) await expectEnded(reader, staying.url);
    },
    300_000,
  );

  interface Reader {
    moment: Moment;
    chat: ChatClient;
    conversationId: string;
    /** The turn, where it was acknowledged. */
    turnId: string | null;
    /** How many events came before the kill. */
    before: ChatEvent[];
  }

  /** A question to one server, which dies; its reader goes on with the other. */
  async function killAt(moment: Moment, dying: number, stayingUrl: string): Promise<Reader> {
    const { nodes, rep } = installation;
    const first = await openChat(nodes[dying]!.url, rep.token);
    const earlier = await first.ask('처음 묻습니다');
    const { conversationId } = earlier[0]!;
    const question = { conversationId, clientMessageId: randomUUID() };
    const sending = first.send(`${moment}: 길게 설명해 줘`, question).then(
      (ack) => ack,
      () => null, // the power went before it was acknowledged
    );
    let turnId: string | null = null;
    if (moment === 'sending') {
      await pause(Math.random() * 20);
    } else {
      const ack = await sending;
      if (!ack?.ok) throw new Error('the question was not taken');
      ({ turnId } = ack);
      counts.acknowledged += 1;
      const awaited = {
        acknowledged: () => true,
        writing: (event: ChatEvent) => event.type === 'text-delta',
        ending: (event: ChatEvent) => event.type === 'text-delta',
        'using tools': (event: ChatEvent) => event.type === 'step-finished',
      }[moment];
      await first.waitFor((event) => event.turnId === turnId && awaited(event));
      if (moment === 'ending') await pause(Math.random() * 60);
    }
    await installation.nodes[dying]!.kill();
    counts.killed += 1;
    first.close();

    const chat = await openChat(stayingUrl, rep.token);
    const lastSeq = first.events.at(-1)!.seq;
    const ack = await chat.socket.emitWithAck('chat:resume', { conversationId, lastSeq });
    expect(ack.ok).toBe(true);
    if (moment === 'sending') {
      // Nobody said that it was taken, so it is sent again, with the same key.
      const again = await chat.send(`${moment}: 길게 설명해 줘`, question);
      if (again.ok) ({ turnId } = again);
      else throw new Error(again.error.code);
    }
    await installation.restart(dying);
    return { moment, chat, conversationId, turnId, before: first.events };
  }

  async function expectEnded(reader: Reader, url: string): Promise<void> {
    const { chat, conversationId, turnId, before, moment } = reader;
    const isItsEnd = (event: ChatEvent) => event.turnId === turnId && isTurnEnd(event);
    // A short answer may have come to its end before the kill.
    const end = before.find(isItsEnd) ?? (await chat.waitFor(isItsEnd));
    if (end.type === 'turn-completed') {
      expect(['sending', 'ending']).toContain(moment);
      counts.completed += 1;
    } else {
      expect(end).toMatchObject({ type: 'turn-failed', code: 'turn_interrupted' });
      counts.interrupted += 1;
    }
    const next = await chat.ask('그다음을 묻습니다', conversationId);
    expect(next.at(-1)!.type).toBe('turn-completed');
    counts.usedAgain += 1;
    const ends = await expectWholeChat(url, installation, [...before, ...chat.events]);
    expect(ends).toHaveLength(3);
    chat.close();
  }
});

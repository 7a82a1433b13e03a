import { setTimeout as pause } from 'node:timers/promises';
import type { ChatEvent, SendAck } from '../../shared/chat';
import { isTurnEnd } from '../../shared/isTurnEnd';
import type { Readiness } from '../../shared/system';
import { callApi } from '../api';
import { openChat, type ChatClient } from '../chatClient';
import { startCuttableProxy, type CuttableProxy } from '../cuttableProxy';
import { callsTools, says, waitsFor } from '../scriptedModel/scriptedAnswer';
import { patienceMs } from '../patience';
import { serviceEnv } from '../services';
import { expectWholeChat } from './expectWholeChat';
import { startInstallation, type Installation } from './installation';

const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 4);
const faults = ['cut', 'stall'] as const;

/** What cannot be served is refused within this time; the program aims at 2 s, and the machine has other work. */
const refusedWithinMs = 2_500;

const counts = { search: 0, slowestSearchMs: 0, model: 0, byPlanner: 0, stopped: 0, slowestModelMs: 0 };

let proxy: CuttableProxy;
let installation: Installation;
let chat: ChatClient;

async function start(name: 'OPENSEARCH_URL' | 'OPENAI_BASE_URL'): Promise<void> {
  installation = await startInstallation(async (settings) => {
    proxy = await startCuttableProxy(settings[name]!);
    return { [name]: proxy.url };
  });
  installation.model.otherwise(says('짧은 답변입니다.'));
  chat = await openChat(installation.nodes[0]!.url, installation.rep.token);
}

async function stop(): Promise<void> {
  chat?.close();
  proxy?.join();
  await installation?.close();
  await proxy?.close();
}

const eachRound = Array.from({ length: rounds }, (_, round) => [round + 1, faults[round % 2]!] as const);

async function wholeTurn(ack: SendAck): Promise<ChatEvent[]> {
  if (!ack.ok) throw new Error(ack.error.code);
  const isItsEnd = (event: ChatEvent) => event.turnId === ack.turnId && isTurnEnd(event);
  await chat.waitFor(isItsEnd);
  const events = chat.events.filter(({ turnId }) => turnId === ack.turnId);
  await expectWholeChat(installation.nodes[0]!.url, installation, events);
  return events;
}

// The embedded index is in the program itself.
(serviceEnv().openSearch ? describe : describe.skip)('a search engine that stops in mid-turn', () => {
  beforeAll(() => start('OPENSEARCH_URL'));
  afterAll(async () => {
    await stop();
    console.log(`search engines stopped in mid-turn: ${JSON.stringify(counts)}`);
  });

  test.each(eachRound)(
    'fails its step in time, and the turn goes on (round %i: %s)',
    async (_round, fault) => {
      let answer = () => {};
      const held = new Promise<void>((resolve) => (answer = resolve));
      installation.model.script(
        callsTools({ name: 'search_documents', arguments: { query: '보관' } }),
        waitsFor(held, '검색이 되지 않아 문서 없이 답합니다.'),
      );
      proxy[fault]();
      const ack = await chat.send('보관 온도가 어떻게 돼?');
      if (!ack.ok) throw new Error(ack.error.code);
      const step = await chat.waitFor(
        (event) => event.turnId === ack.turnId && event.type === 'step-finished' && !event.ok,
      );
      counts.search += 1;
      const ms = step.type === 'step-finished' ? step.ms : NaN;
      counts.slowestSearchMs = Math.max(counts.slowestSearchMs, ms);
      expect(ms).toBeLessThan(refusedWithinMs);

      const { url } = installation.nodes[0]!;
      const readiness = await callApi<Readiness>(url, 'GET', '/readyz');
      expect(readiness.status).toBe(503);
      expect(readiness.body.parts).toMatchObject([
        { name: 'database', ok: true },
        { name: 'searchIndex', ok: false },
        { name: 'objectStore', ok: true },
      ]);
      proxy.join();
      answer();
      expect((await wholeTurn(ack)).at(-1)!.type).toBe('turn-completed');
    },
  );
});

/** Asks until the model answers: an endpoint that failed several times is left alone for some seconds. */
async function answeredByModel(): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ;) {
    const end = (await chat.ask('다시 안녕하세요')).at(-1)!;
    if (end.type === 'turn-completed' && end.usage.model === 'scripted-model') return;
    if (Date.now() > deadline) throw new Error('the model was not asked again');
    await pause(500);
  }
}

describe('a chat model that stops in mid-turn', () => {
  beforeAll(() => start('OPENAI_BASE_URL'));
  afterAll(async () => {
    await stop();
    console.log(`chat models stopped in mid-turn: ${JSON.stringify(counts)}`);
  });

  test.each(eachRound)(
    'ends the turn once, and the next is answered by it (round %i: %s)',
    async (round, fault) => {
      // Before its first word the planner answers; after it, the planner goes on behind what was written.
      const isWriting = round % 4 < 2;
      let goOn = () => {};
      if (isWriting) {
        const held = new Promise<void>((resolve) => (goOn = resolve));
        installation.model.script(waitsFor(held, '여기까지 쓰고 멈춥니다. 남은 것은 그대로 남습니다.'));
      } else {
        proxy.cut();
      }
      const ack = await chat.send('안녕하세요');
      if (!ack.ok) throw new Error(ack.error.code);
      const start = performance.now();
      if (isWriting) {
        await chat.waitFor((event) => event.turnId === ack.turnId && event.type === 'text-delta');
        proxy[fault]();
        goOn();
        // A stall is waited out by the endpoint's own time limit, or ended by the reader.
        if (fault === 'stall') await chat.socket.emitWithAck('chat:stop', { turnId: ack.turnId });
      }
      const end = (await wholeTurn(ack)).at(-1)!;
      counts.model += 1;
      counts.slowestModelMs = Math.max(counts.slowestModelMs, Math.round(performance.now() - start));
      if (isWriting && fault === 'stall') {
        expect(end.type).toBe('turn-stopped');
        counts.stopped += 1;
      } else {
        expect(end).toMatchObject({ type: 'turn-completed', usage: { model: 'narutalk-offline-planner' } });
        counts.byPlanner += 1;
      }
      proxy.join();
      await answeredByModel();
    },
  );
});

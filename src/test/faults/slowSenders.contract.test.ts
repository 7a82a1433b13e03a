import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { checkingIntervalMs, headersTimeoutMs, requestTimeoutMs } from '../../start/createHttpServer';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { patienceMs } from '../patience';
import { signIn } from '../people';
import { says } from '../scriptedModel/scriptedAnswer';
import { startInspectedInstallation, type Installation } from './installation';
import { heapInUse, openConnections } from './processMemory';
import { openConnection } from './rawHttp';

/** Whether the slow bodies are waited out too, which takes five minutes (`npm run test:faults`). */
const isWhole = process.env.NARUTALK_FAULT_ROUNDS !== undefined;
const senders = isWhole ? 1_000 : 200;
/** Between two bytes of a sender. */
const dripMs = 1_000;
const heapGrowthBytes = 20 * 2 ** 20;

const counts = { senders, answersMeanwhile: 0, slowestAnswerMs: 0, headsCutAfterMs: 0, bodiesCutAfterMs: 0 };

describe('slow senders', () => {
  let inspector: number;
  let installation: Installation;
  let url: string;

  beforeAll(async () => {
    ({ installation, inspector } = await startInspectedInstallation());
    ({ url } = installation.nodes[0]!);
    installation.model.otherwise(says('짧은 답변입니다.'));
  });
  afterAll(async () => {
    await installation?.close();
    console.log(`slow senders: ${JSON.stringify(counts)}`);
  });

  test('are cut, and keep nobody else from being answered', async () => {
    const chat = await openChat(url, installation.rep.token);
    await chat.ask('시작하기 전에');
    const connections = await openConnections(url);
    const before = await heapInUse(inspector);

    const head = 'GET /healthz HTTP/1.1\r\nHost: here\r\n';
    const body =
      'POST /api/auth/login HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n{';
    const heads = await Promise.all(times(senders / 2, () => drip(url, head, 'X-Slow: 1\r\n')));
    const bodies = await Promise.all(times(senders / 2, () => drip(url, body, ' ')));

    const started = Date.now();
    while (heads.some(({ isOpen }) => isOpen())) {
      await answered(async () => {
        expect((await chat.ask('그동안에도 되나요?')).at(-1)!.type).toBe('turn-completed');
      });
      await answered(() => signIn(url, installation.rep.email));
      await pause(dripMs);
      expect(Date.now() - started).toBeLessThan(headersTimeoutMs + checkingIntervalMs + patienceMs);
    }
    counts.headsCutAfterMs = Date.now() - started;

    if (isWhole) {
      while (bodies.some(({ isOpen }) => isOpen())) {
        await answered(() => signIn(url, installation.rep.email));
        await pause(5 * dripMs);
        expect(Date.now() - started).toBeLessThan(requestTimeoutMs + checkingIntervalMs + patienceMs);
      }
      counts.bodiesCutAfterMs = Date.now() - started;
    }
    for (const { end } of bodies) end();

    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200))
      if ((await openConnections(url)) <= connections + 5) break;
    expect(await openConnections(url)).toBeLessThanOrEqual(connections + 5);
    expect((await heapInUse(inspector)) - before).toBeLessThan(heapGrowthBytes);
    expect((await callApi(url, 'GET', '/healthz')).status).toBe(200);
    chat.close();
  }, 600_000);

  async function answered(ask: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await ask();
    counts.answersMeanwhile += 1;
    counts.slowestAnswerMs = Math.max(counts.slowestAnswerMs, Math.round(performance.now() - began));
  }
});

interface SlowSender {
  isOpen(): boolean;
  end(): void;
}

/** Sends the beginning, and then a little again and again. */
async function drip(url: string, beginning: string, more: string): Promise<SlowSender> {
  const socket: Socket = await openConnection(url);
  socket.resume();
  socket.write(beginning);
  const timer = setInterval(() => socket.write(more), dripMs);
  socket.once('close', () => clearInterval(timer));
  return { isOpen: () => !socket.destroyed, end: () => socket.destroy() };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

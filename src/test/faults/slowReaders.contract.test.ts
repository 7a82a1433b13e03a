import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { ChatEvent } from '../../shared/chat';
import { openChat, type ChatClient } from '../chatClient';
import { readFigures } from '../figures';
import { patienceMs } from '../patience';
import { says } from '../scriptedModel/scriptedAnswer';
import { expectWholeChat } from './expectWholeChat';
import { startInspectedInstallation, type Installation } from './installation';
import { memoryInUse } from './processMemory';
import { openSignedInSocket } from './rawSocket';

/** Sockets that never read; `npm run test:faults` has 100. */
const sockets = process.env.NARUTALK_FAULT_ROUNDS ? 2 * Number(process.env.NARUTALK_FAULT_ROUNDS) : 10;
const chatsOfEach = 3;
const turnsOfEach = 16;

/** As long as an answer may be: a quarter of a megabyte. */
const text = '읽히지 않는 동안에도 서버의 기억은 커지지 않는다. '.repeat(3_500);

/** What a socket may cost: what waits for it here, twice while it is handed over, and its connection. */
const bytesOfEach = 3 * 1024 * 1024;
/** How far the process's own memory moves between two rounds of the same work. */
const bytesOfItself = 100 * 1024 * 1024;

const counts = { sockets, cut: 0, resumed: 0, sentMB: 0, moreMB: 0 };

describe('sockets that never read', () => {
  let installation: Installation;
  let reader: ChatClient;
  let inspector: number;
  let url: string;
  let conversationIds: string[];
  let clientsBefore: number;
  /** Most bytes of memory the server has held for the same work while everybody read. */
  let highestAlone: number;

  beforeAll(async () => {
    ({ installation, inspector } = await startInspectedInstallation());
    ({ url } = installation.nodes[0]!);
    reader = await openChat(url, installation.rep.token);
    installation.model.otherwise(says('짧은 답변입니다.'));
    conversationIds = [];
    for (let count = 0; count < chatsOfEach; count += 1) {
      conversationIds.push((await reader.ask('처음'))[0]!.conversationId);
    }
    installation.model.otherwise(says(text, { chunks: 60 }));
    highestAlone = await highestMemory(streamTurns);
  }, 300_000);
  afterAll(async () => {
    reader?.close();
    await installation?.close();
    console.log(`sockets that never read: ${JSON.stringify(counts)}`);
  });

  test('cost no more than a bound while streams run to them, and lose nothing', async () => {
    const deaf = await openDeaf();
    await watchMemory(async () => {
      await streamTurns();
      await untilCut();
    });
    for (const conversationId of conversationIds) {
      const events = reader.events.filter((event) => event.conversationId === conversationId);
      counts.sentMB += Buffer.byteLength(JSON.stringify(events)) / 2 ** 20;
      await expectWholeChat(url, installation, events);
    }
    counts.sentMB = Math.round(counts.sentMB);
    await expectCut(deaf);
  }, 300_000);

  test('cost no more than a bound when they ask for what was stored', async () => {
    const deaf = await openDeaf();
    await watchMemory(untilCut);
    await expectCut(deaf);
  }, 300_000);

  /** Sockets that ask for every chat from its beginning and read nothing from then on. */
  async function openDeaf(): Promise<WebSocket[]> {
    const opened: WebSocket[] = [];
    clientsBefore = await clients();
    for (let count = 0; count < sockets; count += 1) {
      const socket = await openSignedInSocket(url, installation.rep.token);
      socket.pause();
      conversationIds.forEach((conversationId, id) =>
        socket.send(`42${id}${JSON.stringify(['chat:resume', { conversationId, lastSeq: 0 }])}`),
      );
      opened.push(socket);
    }
    return opened;
  }

  const clients = async () => (await readFigures(url)).get('narutalk_sockets')!;

  /** Settled when the server has as many clients as before those sockets came: who is read meanwhile is not cut. */
  async function untilCut(): Promise<void> {
    // One that is stuck is given 20 s by the server.
    for (const deadline = Date.now() + 2 * patienceMs; Date.now() < deadline; await pause(200)) {
      if ((await clients()) <= clientsBefore) return;
    }
    throw new Error(`${await clients()} clients are connected`);
  }

  async function streamTurns(): Promise<void> {
    for (let turn = 0; turn < turnsOfEach; turn += 1) {
      await Promise.all(conversationIds.map((id) => reader.ask('길게', id)));
    }
  }

  async function watchMemory(work: () => Promise<unknown>): Promise<void> {
    const more = (await highestMemory(work)) - highestAlone;
    counts.moreMB = Math.max(counts.moreMB, Math.round(more / 2 ** 20));
    expect(more).toBeLessThan(sockets * bytesOfEach + bytesOfItself);
  }

  /** Most bytes of memory the server held during some work. */
  async function highestMemory(work: () => Promise<unknown>): Promise<number> {
    let highest = 0;
    let isOver = false;
    const watching = (async () => {
      for (; !isOver; await pause(200)) highest = Math.max(highest, await memoryInUse(url, inspector));
    })();
    await work();
    isOver = true;
    await watching;
    return highest;
  }

  /** Each was cut; what it got is read now, and from there on everything is to be had. */
  async function expectCut(deaf: WebSocket[]): Promise<void> {
    for (const socket of deaf) {
      const { events, isCut } = await readRest(socket);
      expect(isCut).toBe(true);
      counts.cut += 1;
      if (counts.resumed >= 5) continue;
      const again = await openChat(url, installation.rep.token);
      for (const conversationId of conversationIds) {
        const got = events.filter((event) => event.conversationId === conversationId);
        const lastSeq = got.at(-1)?.seq ?? 0;
        await again.socket.emitWithAck('chat:resume', { conversationId, lastSeq });
        const whole = [...got, ...again.events.filter((event) => event.conversationId === conversationId)];
        expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_event, at) => at + 1));
      }
      again.close();
      counts.resumed += 1;
    }
  }
});

/** What had come to a socket that did not read, and whether its connection was ended. */
function readRest(socket: WebSocket): Promise<{ events: ChatEvent[]; isCut: boolean }> {
  const events: ChatEvent[] = [];
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => resolve({ events, isCut: false }), patienceMs / 2);
    socket.on('message', (data: Buffer) => {
      const [, json] = /^42(\[.*)/s.exec(data.toString()) ?? [];
      const [name, event] = JSON.parse(json ?? '[]') as [string?, ChatEvent?];
      if (name === 'chat:event') events.push(event!);
    });
    socket.on('close', () => {
      clearTimeout(tooLate);
      resolve({ events, isCut: true });
    });
    socket.resume();
  });
}

import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { openChat, type ChatClient } from '../chatClient';
import { says } from '../scriptedModel/scriptedAnswer';
import { expectWholeChat } from './expectWholeChat';
import { startInspectedInstallation, type Installation } from './installation';
import { malformedBody, malformedFrame, pick, randomFrom, type Frame } from './malformedFrames';
import { heapInUse, openConnections } from './processMemory';
import { openRawSocket, openSignedInSocket } from './rawSocket';
import { patienceMs } from '../patience';

/** Frames in all: 10,000 where `npm run test:faults` asks for 50 rounds. */
const frames = process.env.NARUTALK_FAULT_ROUNDS ? 200 * Number(process.env.NARUTALK_FAULT_ROUNDS) : 500;
const seed = 20_261;
/** Between two questions of somebody else. */
const framesBetween = 250;
const heapGrowthBytes = 20 * 2 ** 20;

const counts = { frames: 0, bodies: 0, socketsEnded: 0, answersMeanwhile: 0, heapGrownByKB: 0, exits: 0 };

describe('malformed frames', () => {
  const random = randomFrom(seed);
  let inspector: number;
  let installation: Installation;
  let other: ChatClient;
  let url: string;

  beforeAll(async () => {
    ({ installation, inspector } = await startInspectedInstallation());
    ({ url } = installation.nodes[0]!);
    installation.model.otherwise(says('짧은 답변입니다.'));
    other = await openChat(url, installation.rep.token);
  });
  afterAll(async () => {
    other?.close();
    await installation?.close();
    console.log(`malformed frames: ${JSON.stringify(counts)}`);
  });

  test('end no process, disturb no other chat and leave nothing in memory', async () => {
    // What a process keeps for good is made by the first of them.
    await sendFrames(framesBetween);
    await untilClosed();
    const before = await heapInUse(inspector);
    const connections = await openConnections(url);
    while (counts.frames + counts.bodies < frames) {
      await sendFrames(framesBetween);
      expect((await other.ask('그동안에도 되나요?')).at(-1)!.type).toBe('turn-completed');
      counts.answersMeanwhile += 1;
    }
    await untilClosed(connections);
    const grown = (await heapInUse(inspector)) - before;
    counts.heapGrownByKB = Math.round(grown / 1024);
    expect(grown).toBeLessThan(heapGrowthBytes);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    for (const { conversationId } of other.events.filter(({ type }) => type === 'turn-completed').slice(-3)) {
      await expectWholeChat(
        url,
        installation,
        other.events.filter((event) => event.conversationId === conversationId),
      );
    }
    counts.exits = installation.nodes.filter(({ pid }) => !isAlive(pid)).length;
    expect(counts.exits).toBe(0);
  }, 600_000);

  async function sendFrames(count: number): Promise<void> {
    let socket: WebSocket | null = null;
    for (let sent = 0; sent < count; sent += 1) {
      if (random() < 0.1) {
        await postBody();
        counts.bodies += 1;
        continue;
      }
      if (socket?.readyState !== WebSocket.OPEN) {
        if (socket) counts.socketsEnded += 1;
        socket =
          random() < 0.5 ? await openRawSocket(url) : await openSignedInSocket(url, installation.rep.token);
      }
      await sendFrame(socket, malformedFrame(random));
      counts.frames += 1;
      if (random() < 0.05) socket.terminate();
    }
    socket?.terminate();
  }

  /** A body to a session by polling: a good one, of somebody else, or none. */
  async function postBody(): Promise<void> {
    const base = `${url}/socket.io/?${pick(['EIO=4', 'EIO=4', 'EIO=4', 'EIO=3', 'EIO=x', ''], random)}&transport=polling`;
    const opened = await (await fetch(base)).text();
    const sid = /"sid":"([^"]+)"/.exec(opened)?.[1] ?? pick(['', 'x', '../..', '__proto__'], random);
    const method = pick(['POST', 'POST', 'POST', 'PUT', 'DELETE'], random);
    const answer = await fetch(`${base}&sid=${sid}`, {
      method,
      body: new Uint8Array(malformedBody(random)),
      headers: {
        'content-type': pick(['text/plain', 'application/octet-stream', 'application/json'], random),
      },
    }).catch(() => null); // a body that is too large ends the connection
    await answer?.text();
    await fetch(`${base}&sid=${sid}`, { method: 'POST', body: '1' }).catch(() => null);
  }

  async function untilClosed(count = Infinity): Promise<void> {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200)) {
      if ((await openConnections(url)) <= count + 5) return;
    }
  }
});

/** Settled when the frame is out of this process, or the connection has ended. */
function sendFrame(socket: WebSocket, frame: Frame): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve();
    if ('bytes' in frame) {
      const { _socket: stream } = socket as unknown as { _socket: NodeJS.WritableStream | null };
      if (stream) stream.write(frame.bytes, done);
      else done();
    } else if ('binary' in frame) socket.send(frame.binary, done);
    else socket.send(frame.text, { binary: false }, done);
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ChatEvent, SendAck } from '../../shared/chat';
import { isTurnEnd } from '../../shared/isTurnEnd';
import { callApi } from '../api';
import { openChat, type ChatClient } from '../chatClient';
import { startCuttableProxy, type CuttableProxy } from '../cuttableProxy';
import { patienceMs } from '../patience';
import { says, waitsFor } from '../scriptedModel/scriptedAnswer';
import { serviceEnv } from '../services';
import { expectWholeChat } from './expectWholeChat';
import { startInstallation, type Installation } from './installation';

/** Faults in all; `npm run test:faults` asks for 50. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 4);

/** What cannot be served is refused within this time; the program aims at 2 s, and the machine has other work. */
const refusedWithinMs = 2_500;

/** Milliseconds the database is away: less than the lease of a turn, and more. */
const away = [1_500, 3_000, 6_000, 20_000] as const;

const kinds = ['cut', 'stalled', 'answers lost'] as const;
type Kind = (typeof kinds)[number];

const text = '데이터베이스가 멈춘 동안에도 이어서 쓴 답변입니다. 빠진 것도 두 번 쓴 것도 없습니다.';
const counts = { faults: 0, completed: 0, interrupted: 0, refusals: 0, slowestRefusalMs: 0 };

// Embedded, there is no database that could be away from the program.
(serviceEnv().database ? describe : describe.skip)('a database that stops in mid-turn', () => {
  let proxy: CuttableProxy;
  let installation: Installation;
  let chats: ChatClient[];

  beforeAll(async () => {
    installation = await startInstallation(async ({ DATABASE_URL: url }) => {
      proxy = await startCuttableProxy(url!);
      return { DATABASE_URL: proxy.url };
    });
    const { nodes, rep } = installation;
    chats = [await openChat(nodes[0]!.url, rep.token), await openChat(nodes[1]!.url, rep.token)];
    installation.model.otherwise(says('짧은 답변입니다.'));
  });
  afterAll(async () => {
    for (const chat of chats ?? []) chat.close();
    proxy?.join();
    await installation?.close();
    await proxy?.close();
    console.log(`databases stopped in mid-turn: ${JSON.stringify(counts)}`);
  });

  test.each(
    Array.from(
      { length: rounds },
      (_, round) =>
        [
          round + 1,
          kinds[round % kinds.length]!,
          away[Math.floor(round / kinds.length) % away.length]!,
        ] as const,
    ),
  )(
    'ends the turn once, whole and recorded, when it is back (round %i: %s, for %i ms)',
    async (_round, kind, awayMs) => {
      counts.faults += 1;
      const [here, there] = chats as [ChatClient, ChatClient];
      let goOn = () => {};
      // Its first words come at once: shorter ones might yet be a name, and are held back.
      installation.model.script(waitsFor(new Promise<void>((resolve) => (goOn = resolve)), text, 12));
      const ack = accepted(await here.send('길게 설명해 줘'));
      await here.waitFor((event) => event.turnId === ack.turnId && event.type === 'text-delta');
      await there.socket.emitWithAck('chat:resume', { conversationId: ack.conversationId, lastSeq: 0 });

      stop(kind);
      goOn();
      if (kind === 'answers lost') {
        // What is written now is written, and nobody is told so.
        await pause(500);
        proxy.cut();
      }
      await expectRefusals();
      await pause(awayMs);
      proxy.join();

      const isItsEnd = (event: ChatEvent) => event.turnId === ack.turnId && isTurnEnd(event);
      const end = await here.waitFor(isItsEnd);
      expect(await there.waitFor(isItsEnd)).toEqual(end);
      if (end.type === 'turn-completed') counts.completed += 1;
      else counts.interrupted += 1;
      for (const chat of [here, there]) {
        const events = chat.events.filter(({ conversationId }) => conversationId === ack.conversationId);
        await expectWholeChat(installation.nodes[0]!.url, installation, events);
      }
      expect((await there.ask('그다음', ack.conversationId)).at(-1)!.type).toBe('turn-completed');
    },
    120_000,
  );

  test('a question that was taken, but not acknowledged, is answered when it is sent again', async () => {
    const [here] = chats as [ChatClient];
    const question = { clientMessageId: randomUUID() };
    proxy.loseAnswers();
    const lost = here.send('들었나요?', question);
    await pause(500);
    proxy.cut();
    expect(await lost).toMatchObject({ ok: false, error: { code: 'database_unavailable' } });
    proxy.join();
    let again = await here.send('들었나요?', question);
    for (; !again.ok; again = await here.send('들었나요?', question)) await pause(200);
    const { turnId, conversationId } = accepted(again);
    await here.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    const end = await here.waitFor((event) => event.turnId === turnId && isTurnEnd(event));
    expect(end.type).toBe('turn-completed');
    const events = here.events.filter((event) => event.turnId === turnId);
    const bySeq = [...new Map(events.map((event) => [event.seq, event])).values()];
    await expectWholeChat(installation.nodes[0]!.url, installation, bySeq);
  });

  test('each process listens once to each channel afterwards', async () => {
    const client = new pg.Client({ connectionString: proxy.url });
    client.on('error', () => {}); // said by what fails
    await client.connect();
    const listening = async () => {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'LISTEN %' GROUP BY query`,
      );
      return rows.map(({ count }) => count);
    };
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
      if ((await listening()).reduce((sum, count) => sum + count, 0) >= 6) break;
    }
    // Time for one too many.
    await pause(2_000);
    expect(await listening()).toEqual([2, 2, 2, 2]);
    await client.end();
  });

  function stop(kind: Kind): void {
    if (kind === 'cut') proxy.cut();
    else if (kind === 'stalled') proxy.stall();
    else proxy.loseAnswers();
  }

  /** Whatever needs the database says so in time on both nodes, and what does not goes on. */
  async function expectRefusals(): Promise<void> {
    const { nodes, rep } = installation;
    await Promise.all(
      nodes.flatMap(({ url }, place) => [
        timed(async () => {
          expect(await chats[place]!.send('지금 되나요?')).toMatchObject({
            ok: false,
            error: { code: 'database_unavailable' },
          });
        }),
        timed(async () => {
          const { status, body } = await callApi(url, 'GET', '/api/conversations', { token: rep.token });
          expect([status, body.code]).toEqual([503, 'database_unavailable']);
        }),
        timed(async () => expect((await callApi(url, 'GET', '/readyz')).status).toBe(503)),
        timed(async () => expect((await callApi(url, 'GET', '/healthz')).status).toBe(200)),
      ]),
    );
  }

  async function timed(work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work();
    const ms = Math.round(performance.now() - start);
    expect(ms).toBeLessThan(refusedWithinMs);
    counts.refusals += 1;
    counts.slowestRefusalMs = Math.max(counts.slowestRefusalMs, ms);
  }
});

function accepted(ack: SendAck): Extract<SendAck, { ok: true }> {
  if (!ack.ok) throw new Error(ack.error.code);
  return ack;
}

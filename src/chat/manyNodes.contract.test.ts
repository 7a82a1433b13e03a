import { randomUUID } from 'node:crypto';
import type { ChatEvent } from '../shared/chat';
import { startServer, type RunningServer } from '../start/startServer';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { breaksOff, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';
import { serviceEnv } from '../test/services';
import { TurnLost } from '../repositories/turnLedger';
import { acceptQuestion } from './acceptQuestion';

// An embedded database has one process.
(serviceEnv().database ? describe : describe.skip)('two server processes on one database', () => {
  let scripted: ScriptedServer;
  let second: RunningServer;
  let rep: TestPerson;
  let here: ChatClient;
  let there: ChatClient;

  beforeAll(async () => {
    scripted = await startScriptedServer();
    second = await startServer({ ...scripted.server.env, processRole: 'server' }, () => {});
    rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
    here = await openChat(scripted.server.url, rep.token);
    there = await openChat(second.url!, rep.token);
  });
  afterAll(async () => {
    here?.close();
    there?.close();
    await second?.close();
    await scripted.close();
  });

  const numbersOf = (events: ChatEvent[]) => events.map(({ seq }) => seq);
  const eventsOf = ({ events }: ChatClient, conversationId: string) =>
    events.filter((event) => event.conversationId === conversationId);

  /** A turn that writes some words here and then waits; the other node listens to it. */
  async function waitingTurn(): Promise<{ turnId: string; conversationId: string }> {
    scripted.model.script(breaksOff('이 답변은 끝까지 가지 않습니다. 여기서 기다립니다.', 'stall'));
    const ack = await here.send('길게 설명해 줘');
    if (!ack.ok) throw new Error(ack.error.code);
    await there.socket.emitWithAck('chat:resume', { conversationId: ack.conversationId, lastSeq: 0 });
    await there.waitFor((event) => event.turnId === ack.turnId && event.type === 'text-delta');
    return ack;
  }

  test('the same chat is live on both, whichever answers', async () => {
    scripted.model.script(says('첫 답변입니다.', { chunks: 5 }));
    const first = await here.ask('첫째');
    const { conversationId } = first[0]!;
    await there.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    expect(eventsOf(there, conversationId)).toEqual(first);

    scripted.model.script(says('둘째 답변입니다.', { chunks: 5 }));
    const next = await there.ask('둘째', conversationId);
    await here.waitFor((event) => event.turnId === next[0]!.turnId && event.type === 'turn-completed');
    expect(eventsOf(here, conversationId)).toEqual(eventsOf(there, conversationId));
    expect(numbersOf(eventsOf(here, conversationId))).toEqual(
      eventsOf(here, conversationId).map((_event, at) => at + 1),
    );
  });

  test('events too long for a notice arrive, and in order', async () => {
    const long = '긴 답변입니다. '.repeat(2_000);
    scripted.model.script(says('짧은 답변입니다.'), says(long, { chunks: 3 }));
    const { conversationId } = (await here.ask('짧게'))[0]!;
    await there.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    const answer = await here.ask('길게', conversationId);
    await there.waitFor((event) => event.turnId === answer[0]!.turnId && event.type === 'turn-completed');
    expect(eventsOf(there, conversationId)).toEqual(eventsOf(here, conversationId));
  });

  test('what was stored while the listening connection was cut is read afterwards', async () => {
    const { turnId, conversationId } = await waitingTurn();
    await second.services.database.sequelize.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN "narutalk_chat"'`,
    );
    await here.socket.emitWithAck('chat:stop', { turnId });
    await there.waitFor((event) => event.turnId === turnId && event.type === 'turn-stopped');
    expect(eventsOf(there, conversationId)).toEqual(eventsOf(here, conversationId));
  });

  test('a stop asked of one reaches the model of the other', async () => {
    const { turnId } = await waitingTurn();
    const request = scripted.model.requests.at(-1)!;
    expect(await there.socket.emitWithAck('chat:stop', { turnId })).toEqual({ ok: true });
    const stopped = await there.waitFor((event) => event.turnId === turnId && event.type === 'turn-stopped');
    expect(stopped).toMatchObject({ text: expect.stringMatching(/^이 답변은/) as string });
    expect(await request.abandoned).toBe(true);
  });

  test('a stop reaches a turn whose process does not hear it', async () => {
    const { services } = scripted.server;
    const actor = await services.accounts.authenticate(rep.token);
    const deaf = { ...services.chatDependencies, processId: randomUUID() };
    const question = { clientMessageId: randomUUID(), text: '듣지 않는 질문' };
    const { turnId, conversationId } = await acceptQuestion(actor, question, () => {}, deaf);
    await there.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    expect(await there.socket.emitWithAck('chat:stop', { turnId })).toEqual({ ok: true });
    await there.waitFor((event) => event.turnId === turnId && event.type === 'turn-stopped');
  });

  test('a turn nobody holds ends once, and whoever held it writes nothing more', async () => {
    const { services } = scripted.server;
    const gone = { ...services.chatDependencies, processId: randomUUID() };
    const actor = await services.accounts.authenticate(rep.token);
    const question = { clientMessageId: randomUUID(), text: '끝나지 않은 질문' };
    const { turnId, conversationId } = await acceptQuestion(actor, question, () => {}, gone);
    const write = (text: string) =>
      services.repositories.turnLedger.append(
        { conversationId, turnId, owner: gone.processId, lastSeq: 1 },
        [{ type: 'text-delta', text }],
        [],
      );
    expect(await write('여기까지')).toMatchObject([{ seq: 2 }]);
    const status = async () => (await services.repositories.turns.find(turnId))?.status;
    await second.services.lookForAbandonedTurns();
    expect(await status()).toBe('running');

    await services.database.sequelize.query(
      `UPDATE turns SET lease_until = now() - interval '1 s' WHERE id = $turnId`,
      {
        bind: { turnId },
      },
    );
    await Promise.all([services.lookForAbandonedTurns(), second.services.lookForAbandonedTurns()]);
    expect(await status()).toBe('interrupted');
    await expect(write('너무 늦게')).rejects.toThrow(TurnLost);
    await there.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
    expect(eventsOf(there, conversationId).map(({ type }) => type)).toEqual([
      'turn-started',
      'text-delta',
      'turn-failed',
    ]);
  });
});

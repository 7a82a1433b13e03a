import { randomUUID } from 'node:crypto';
import type { AuditTurnDto } from '../shared/audit';
import type {
  ConversationDto,
  FoundConversationDto,
  MessageDto,
  OpenedConversationDto,
} from '../shared/chat';
import type { Page } from '../shared/problem';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { breaksOff, says, waitsFor } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
let other: TestPerson;
let analyst: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep' });
  other = await createPerson(server, admin, { role: 'rep' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted.close();
});

const call = <Body>(method: string, path: string, options: { body?: object; by?: TestPerson } = {}) =>
  callApi<Body>(scripted.server.url, method, path, { token: (options.by ?? rep).token, body: options.body });

/** A chat of one question. */
async function chatOf(question: string, answer: string) {
  scripted.model.script(says(answer));
  const [started] = await chat.ask(question);
  return { conversationId: started!.conversationId, turnId: started!.turnId };
}

async function find(q: string, by = rep): Promise<FoundConversationDto[]> {
  const { body } = await call<Page<FoundConversationDto>>(
    'GET',
    `/api/conversations?q=${encodeURIComponent(q)}`,
    { by },
  );
  return body.items;
}
const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);

/** What the audit log has of a chat, by the names of the events. */
async function recorded(conversationId: string): Promise<string[]> {
  const [rows] = await scripted.server.services.database.sequelize.query(
    `SELECT name FROM system_trace_logs WHERE input ->> 'conversationId' = $conversationId ORDER BY started_at`,
    { bind: { conversationId } },
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}

describe('search', () => {
  test('finds what was asked and what was answered, with a piece of it', async () => {
    const { conversationId } = await chatOf(
      '네오프릴정 급여 기준이 궁금해',
      `${'앞에 긴 말이 있습니다. '.repeat(20)}수축기 혈압이 140 이상일 때 인정됩니다. ${'뒤에도 있습니다. '.repeat(20)}`,
    );
    expect(idsOf(await find('급여 기준'))).toEqual([conversationId]);
    const [found] = await find('혈압이 140');
    expect(found!.id).toBe(conversationId);
    expect(found!.snippet).toMatch(/^….*수축기 혈압이 140 이상일 때 인정됩니다.*…$/u);
    expect(found!.snippet!.length).toBeLessThan(110);
  });

  test('asks for every word, wherever in the chat, with spaces or without, in any case', async () => {
    const { conversationId } = await chatOf('한빛의원 매출 실적 정리', 'Crestamin sold best.');
    for (const q of ['매출실적', '한빛 crestamin', '빛의원 BEST', '  실적   한빛 '])
      expect([q, idsOf(await find(q))]).toEqual([q, [conversationId]]);
    for (const q of ['한빛 병원명없음', '%', '_', '\\']) expect([q, idsOf(await find(q))]).toEqual([q, []]);
  });

  test('goes by the title too, which has no piece', async () => {
    const { conversationId } = await chatOf('이름 바꿀 대화', '네.');
    await call('PATCH', `/api/conversations/${conversationId}`, { body: { title: '분기 회의 준비' } });
    expect(await find('회의 분기')).toEqual([
      expect.not.objectContaining({ snippet: expect.anything() as unknown }),
    ]);
  });

  test('is cut into pages, and finds nothing of somebody else', async () => {
    const ids: string[] = [];
    for (const number of [1, 2, 3]) ids.unshift((await chatOf(`쪽나눔 ${number}`, '네.')).conversationId);
    const pages: string[] = [];
    let cursor = '';
    do {
      const { body } = await call<Page<FoundConversationDto>>(
        'GET',
        `/api/conversations?q=${encodeURIComponent('쪽나눔')}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      pages.push(...idsOf(body.items));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(pages).toEqual(ids);
    expect(await find('쪽나눔', other)).toEqual([]);
  });
});

describe('opening', () => {
  const open = (id: string, by = rep) =>
    call<OpenedConversationDto>('GET', `/api/conversations/${id}`, { by });

  test('says after which event the messages are to be completed: before an answer under way, else after all', async () => {
    const { conversationId } = await chatOf('열어 볼 대화', '첫 답');
    const ended = (await open(conversationId)).body;
    expect(ended).toMatchObject({ id: conversationId, title: '열어 볼 대화', runningTurnId: null });
    expect(ended.resumeAfterSeq).toBe(ended.lastSeq);

    let letGo = () => {};
    scripted.model.script(
      waitsFor(new Promise<void>((resolve) => (letGo = resolve)), '아직 쓰고 있는 답이다.'),
    );
    const sent = await chat.send('이어서', { conversationId });
    if (!sent.ok) throw new Error(sent.error.code);
    await chat.waitFor(({ turnId, type }) => turnId === sent.turnId && type === 'step-started');
    const running = (await open(conversationId)).body;
    expect(running).toMatchObject({ runningTurnId: sent.turnId, resumeAfterSeq: ended.lastSeq });
    expect(running.lastSeq).toBeGreaterThan(ended.lastSeq);
    letGo();
    await chat.waitFor(({ turnId, type }) => turnId === sent.turnId && type === 'turn-completed');
  });

  test('reads the messages from the newest back, page by page', async () => {
    const { conversationId } = await chatOf('첫 질문입니다', '첫 답');
    for (const number of [2, 3]) {
      scripted.model.script(says(`답 ${number}`));
      await chat.ask(`질문 ${number}`, conversationId);
    }
    const texts: string[] = [];
    let cursor = '';
    do {
      const { body } = await call<Page<MessageDto>>(
        'GET',
        `/api/conversations/${conversationId}/messages?order=newest&limit=4${cursor && `&cursor=${cursor}`}`,
      );
      texts.push(...body.items.map(({ text }) => text));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(texts).toEqual(['답 3', '질문 3', '답 2', '질문 2', '첫 답', '첫 질문입니다']);
  });

  test('is for its owner', async () => {
    const { conversationId } = await chatOf('남이 못 여는 대화', '네.');
    expect((await open(conversationId, other)).status).toBe(404);
    await call('DELETE', `/api/conversations/${conversationId}`);
    expect((await open(conversationId)).status).toBe(404);
  });
});

describe('renaming', () => {
  test('keeps the place in the list, and is recorded', async () => {
    const first = await chatOf('먼저 한 대화', '네.');
    const second = await chatOf('나중 대화', '네.');
    const { status, body } = await call<ConversationDto>(
      'PATCH',
      `/api/conversations/${first.conversationId}`,
      { body: { title: '  새 이름  ' } },
    );
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ id: first.conversationId, title: '새 이름', runningTurnId: null }),
    ]);
    const list = await call<Page<ConversationDto>>('GET', '/api/conversations?limit=2');
    expect(list.body.items.map(({ id, title }) => [id, title])).toEqual([
      [second.conversationId, '나중 대화'],
      [first.conversationId, '새 이름'],
    ]);
    expect(await recorded(first.conversationId)).toEqual(['chat:send', 'conversation.rename']);
  });

  test('outlasts further questions; until then the first one is the title', async () => {
    const { conversationId } = await chatOf('안녕하세요, 한빛내과의원 방문 내역 좀 보여 주세요!', '네.');
    const titles = async () =>
      (await call<Page<ConversationDto>>('GET', '/api/conversations?limit=1')).body.items[0]!.title;
    expect(await titles()).toBe('한빛내과의원 방문 내역');
    await call('PATCH', `/api/conversations/${conversationId}`, { body: { title: '내가 붙인 이름' } });
    scripted.model.script(says('네.'));
    await chat.ask('다음 질문', conversationId);
    expect(await titles()).toBe('내가 붙인 이름');
  });

  test('asks for a title', async () => {
    const { conversationId } = await chatOf('빈 이름', '네.');
    for (const body of [{ title: '   ' }, { title: 'ㄱ'.repeat(201) }, {}]) {
      const answer = await call('PATCH', `/api/conversations/${conversationId}`, { body });
      expect([answer.status, answer.body]).toMatchObject([400, { code: 'validation_failed' }]);
    }
  });
});

describe('deleting', () => {
  test('hides the chat from its owner everywhere', async () => {
    const { conversationId, turnId } = await chatOf('지울 대화 내용', '지워질 답변');
    const clientMessageId = randomUUID();
    scripted.model.script(says('이것도'));
    const sent = await chat.send('한 번 더', { conversationId, clientMessageId });
    if (!sent.ok) throw new Error(sent.error.code);
    await chat.waitFor(({ turnId: id, type }) => id === sent.turnId && type === 'turn-completed');

    const { status } = await call('DELETE', `/api/conversations/${conversationId}`);
    expect(status).toBe(204);

    const list = await call<Page<ConversationDto>>('GET', '/api/conversations?limit=200');
    expect(idsOf(list.body.items)).not.toContain(conversationId);
    expect(await find('지울 대화')).toEqual([]);
    for (const [method, path, body] of [
      ['GET', `/messages`],
      ['GET', `/turns/${turnId}/tables/1/export`],
      ['PATCH', '', { title: '다시' }],
      ['DELETE', ''],
    ] as const) {
      const answer = await call<{ code: string }>(method, `/api/conversations/${conversationId}${path}`, {
        body,
      });
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'not_found']);
    }
    const { socket } = chat;
    for (const ack of [
      await chat.send('계속할까?', { conversationId }),
      await chat.send('계속할까?', { conversationId, afterTurnId: turnId }),
      await chat.send('한 번 더', { conversationId, clientMessageId }),
      await chat.send('한 번 더', { clientMessageId }),
      await socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 }),
      await socket.emitWithAck('chat:regenerate', { turnId }),
      await socket.emitWithAck('chat:feedback', { turnId, rating: 'up' }),
      await socket.emitWithAck('chat:stop', { turnId }),
    ]) {
      expect(ack).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });

  test('is recorded, and shown by the audit, which keeps what was said', async () => {
    const { conversationId, turnId } = await chatOf('감사에 남을 질문', '감사에 남을 답변');
    const read = async () =>
      (await call<AuditTurnDto>('GET', `/api/audit/turns/${turnId}`, { by: analyst })).body;
    expect(await read()).toMatchObject({ conversationDeletedAt: null });
    await call('DELETE', `/api/conversations/${conversationId}`);
    const turn = await read();
    expect(turn).toMatchObject({ question: '감사에 남을 질문', answer: '감사에 남을 답변' });
    expect(Date.now() - Date.parse(turn.conversationDeletedAt!)).toBeLessThan(60_000);
    expect(await recorded(conversationId)).toEqual(['chat:send', 'conversation.delete']);
  });

  test('stops what is being answered in it', async () => {
    scripted.model.script(breaksOff('끝나지 않을 답변입니다. 계속 씁니다.', 'stall'));
    const ack = await chat.send('길게 말해 줘');
    if (!ack.ok) throw new Error(ack.error.code);
    const { turnId, conversationId } = ack;
    await chat.waitFor((event) => event.turnId === turnId && event.type === 'text-delta');
    const request = scripted.model.requests.at(-1)!;
    expect((await call('DELETE', `/api/conversations/${conversationId}`)).status).toBe(204);
    expect(await request.abandoned).toBe(true);
    const { body } = await call<AuditTurnDto>('GET', `/api/audit/turns/${turnId}`, { by: analyst });
    expect(body).toMatchObject({ status: 'stopped', answer: expect.stringMatching(/^끝나지/) as string });
  });
});

test('not there and not one’s own are the same', async () => {
  const { conversationId } = await chatOf('내 대화', '네.');
  for (const id of [conversationId, randomUUID()]) {
    for (const [method, body] of [['PATCH', { title: '뺏기' }], ['DELETE']] as const) {
      const answer = await call<{ code: string }>(method, `/api/conversations/${id}`, { body, by: other });
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
  }
  expect(idsOf(await find('내 대화'))).toEqual([conversationId]);
});

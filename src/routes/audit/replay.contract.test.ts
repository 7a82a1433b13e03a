import { companyOf } from '../../chat/plantedCompanyFixture';
import type { MessageDto } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import type { AuditConversationDto, KnowledgeDto, TimedEvent } from '../../shared/replay';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createPerson, type TestPerson } from '../../test/people';
import { callsTools, says } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
let analyst: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const other = await createPerson(server, admin, { role: 'rep', team: '서울2팀' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  await server.services.database.sequelize.query(companyOf(rep.id, other.id));
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted?.close();
});

async function read<Body>(path: string): Promise<Body> {
  const { status, body } = await callApi<Body>(scripted.server.url, 'GET', path, { token: analyst.token });
  expect([path, status]).toEqual([path, 200]);
  return body;
}
const knowledge = (turnId: string) => read<KnowledgeDto>(`/api/audit/turns/${turnId}/knowledge`);
const conversation = (id: string) => `/api/audit/conversations/${id}`;

async function upload(name: string, text: string, fields: Record<string, string>): Promise<string> {
  const { id } = await uploadDocument(scripted.server, scripted.admin, name, text, fields);
  expect((await waitForDocument(scripted.server, scripted.admin, id)).status).toBe('indexed');
  return id;
}

async function remove(documentId: string): Promise<void> {
  const path = `/api/documents/${documentId}`;
  const { status } = await callApi(scripted.server.url, 'DELETE', path, { token: scripted.admin });
  expect(status).toBe(204);
}

async function ask(text: string, conversationId?: string) {
  const events = await chat.ask(text, conversationId);
  return { events, ...events[events.length - 1]! };
}

/** What was recorded of looks at a chat or a turn: whose it was, by the name of the look. */
async function looks(key: 'conversationId' | 'turnId', id: string): Promise<Record<string, unknown>> {
  const [rows] = await scripted.server.services.database.sequelize.query(
    `SELECT name, input ->> 'owner' AS owner FROM system_trace_logs
     WHERE kind = 'event' AND employee_id = $by AND input ->> $key = $id`,
    { bind: { by: analyst.id, key, id } },
  );
  return Object.fromEntries((rows as { name: string; owner: string }[]).map((row) => [row.name, row.owner]));
}

describe('what a turn knew', () => {
  const old = '견본품은 한 번에 2개까지 줄 수 있다. 받은 사람의 서명을 남긴다.';

  async function answered(): Promise<{ turnId: string; documentId: string }> {
    const documentId = await upload('견본품.txt', old, { title: '견본품 기준' });
    scripted.model.script(
      callsTools({ name: 'search_documents', arguments: { query: '견본품 개수' } }),
      says('견본품은 한 번에 2개까지 줄 수 있습니다 [1].'),
    );
    const { turnId } = await ask('견본품은 몇 개까지 줄 수 있어?');
    return { turnId, documentId };
  }

  test('is the text of that moment, also when the document was replaced and deleted since', async () => {
    const { turnId, documentId } = await answered();
    const known = {
      documentId,
      query: '견본품 개수',
      title: '견본품 기준',
      version: 1,
      rank: 1,
      number: 1,
      page: null,
      text: old,
      found: old,
      given: 'whole',
      quote: { text: '견본품은 한 번에 2개까지 줄 수 있다.', start: 0 },
    };
    const own = async () =>
      (await knowledge(turnId)).passages.filter((passage) => passage.documentId === documentId);
    expect(await own()).toMatchObject([{ ...known, since: 'same', current: null }]);
    expect((await own())[0]!.score).toBeGreaterThan(0);

    const newer = await upload('견본품-2.txt', '견본품은 더 이상 줄 수 없다.', { replaces: documentId });
    const current = { documentId: newer, title: '견본품 기준', version: 2 };
    expect(await own()).toMatchObject([{ ...known, since: 'replaced', current }]);

    await remove(documentId);
    expect(await own()).toMatchObject([{ ...known, since: 'deleted', current }]);
    await remove(newer);
    expect(await own()).toMatchObject([{ ...known, since: 'deleted', current: null }]);
    expect(await looks('turnId', turnId)).toMatchObject({ 'audit.read-knowledge': rep.employeeNo });
  });

  test('is the rows of that moment with their statement, also when the figures have changed', async () => {
    const sql = 'SELECT customer_name, sum(amount) AS 매출 FROM sales GROUP BY 1 ORDER BY 2 DESC';
    scripted.model.script(
      callsTools({ name: 'run_sql', arguments: { sql, title: '거래처별 매출' } }),
      says('거래처별 매출입니다.'),
    );
    const { turnId } = await ask('거래처별 매출을 SQL로 보여 줘');
    await scripted.server.services.database.sequelize.query('UPDATE sales_records SET amount = 7');
    expect(await knowledge(turnId)).toMatchObject({
      passages: [],
      rows: [
        {
          tool: 'run_sql',
          arguments: { sql, title: '거래처별 매출' },
          statements: [{ name: 'sql', parameters: [], rowCount: 2, error: null }],
          table: { rows: [{ c1: '한빛내과의원', c2: 1000 }, { c2: 500 }] },
          error: null,
          rowsGiven: 2,
        },
      ],
    });
  });

  test('has statements that were refused', async () => {
    scripted.model.script(
      callsTools({ name: 'run_sql', arguments: { sql: 'SELECT * FROM public.employees', title: '직원' } }),
      says('볼 수 없는 자료입니다.'),
    );
    const { turnId } = await ask('직원 표를 모두 보여 줘');
    const [read] = (await knowledge(turnId)).rows;
    expect(read).toMatchObject({ table: null, error: 'statement_refused', rowsGiven: 0 });
    expect(read!.statements).toMatchObject([
      { sql: 'SELECT * FROM public.employees', error: expect.any(String) as string },
    ]);
  });
});

describe('a chat for analysts', () => {
  async function pagesOf<Item>(path: string, limit: number): Promise<Item[]> {
    const items: Item[] = [];
    let cursor = '';
    do {
      const page: Page<Item> = await read(`${path}?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      items.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return items;
  }

  test('has every branch, every event with its time, and stays when its owner deletes it', async () => {
    scripted.model.script(says('첫째 답이다.', { chunks: 4 }), says('둘째 답이다.'));
    const begun = new Date().toISOString();
    const { conversationId, turnId, events } = await ask('첫째 질문');
    const edit = await chat.send('고친 질문', { conversationId, editsTurnId: turnId });
    if (!edit.ok) throw new Error(edit.error.code);
    await chat.waitFor((event) => event.turnId === edit.turnId && event.type === 'turn-completed');
    const feedback = { turnId, rating: 'down', reason: 'outdated', comment: '지난해 것' } as const;
    expect(await chat.socket.emitWithAck('chat:feedback', feedback)).toEqual({ ok: true });
    const path = `/api/conversations/${conversationId}`;
    await callApi(scripted.server.url, 'DELETE', path, { token: rep.token });
    expect((await callApi(scripted.server.url, 'GET', `${path}/messages`, { token: rep.token })).status).toBe(
      404,
    );

    expect(await read<AuditConversationDto>(conversation(conversationId))).toMatchObject({
      conversationId,
      title: '첫째 질문',
      employee: { employeeNo: rep.employeeNo, team: '서울1팀' },
      deletedAt: expect.any(String) as string,
    });
    const messages = await pagesOf<MessageDto>(`${conversation(conversationId)}/messages`, 1);
    expect(messages.map(({ text, parentTurnId }) => [text, parentTurnId])).toEqual([
      ['첫째 질문', null],
      ['첫째 답이다.', null],
      ['고친 질문', null],
      ['둘째 답이다.', null],
    ]);
    expect(messages[1]!.feedback).toEqual({ rating: 'down', reason: 'outdated', comment: '지난해 것' });

    const timed = await pagesOf<TimedEvent>(`${conversation(conversationId)}/events`, 3);
    expect(timed.map(({ seq }) => seq)).toEqual(timed.map((_event, at) => at + 1));
    const [first] = timed;
    expect(timed.filter((event) => event.turnId === turnId).map(({ at: _at, ...event }) => event)).toEqual(
      events,
    );
    const times = timed.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(first!.at >= begun && times[times.length - 1]! <= new Date().toISOString()).toBe(true);
    // The program's clock: what was said at once with its first event has the same time, to the few milliseconds between them.
    expect(Math.abs(Date.parse(first!.at) - Date.parse(messages[0]!.createdAt))).toBeLessThan(1_000);

    expect(await looks('conversationId', conversationId)).toMatchObject({
      'audit.read-conversation': rep.employeeNo,
      'audit.read-messages': rep.employeeNo,
      'audit.read-events': rep.employeeNo,
    });
  });

  test('that there is none of is not found, and the look is recorded', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const path of [conversation(id), `/api/audit/turns/${id}/knowledge`]) {
      const { status } = await callApi(scripted.server.url, 'GET', path, { token: analyst.token });
      expect(status).toBe(404);
    }
    expect(await looks('conversationId', id)).toEqual({ 'audit.read-conversation': null });
    expect(await looks('turnId', id)).toEqual({ 'audit.read-knowledge': null });
  });
});

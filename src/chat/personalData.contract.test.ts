import { Client } from '@opensearch-project/opensearch';
import type { SpanDto } from '../shared/audit';
import type { ChatEvent, MessageDto } from '../shared/chat';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { uploadDocument, waitForDocument } from '../test/documents';
import { findInDatabase } from '../test/findInDatabase';
import { createPerson, type TestPerson } from '../test/people';
import { callsTools, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';
import { companyOf } from './plantedCompanyFixture';

/** What a rep types, and what only the model says, in a call and in an answer. Nothing else here has these digits. */
const typed = [
  '900101-1234568',
  '010-2718-2818',
  '4539-1488-0343-6467',
  'canary.typed@secret.example',
  '홍길동',
];
const called = ['010-1618-0339', '850505-2345675'];
const answered = ['010-3141-5926', '880808-1234567', 'canary.answered@secret.example', '김말숙'];
const renamed = '010-5772-1566';
const commented = '010-4669-2016';
const searched = '010-9159-6559';
const canaries = [...typed, ...called, ...answered, renamed, commented, searched];

const companyContact = 'safety@narupharma.example';

let scripted: ScriptedServer;
let rep: TestPerson;
let analyst: TestPerson;
let chat: ChatClient;

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  const other = await createPerson(server, admin, { role: 'rep', team: '서울2팀' });
  await server.services.database.sequelize.query(companyOf(rep.id, other.id));
  const { id } = await uploadDocument(
    server,
    admin,
    'report.txt',
    `이상사례는 안전관리팀 ${companyContact} 으로 24시간 안에 보고한다.`,
    { title: '이상사례 보고 절차' },
  );
  await waitForDocument(server, admin, id);
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await scripted?.close();
});

const call = <T>(method: string, path: string, token: string, body?: object) =>
  callApi<T>(scripted.server.url, method, path, { token, body });
const deltas = (events: ChatEvent[]) =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
const question = `환자 ${typed[4]} 주민번호 ${typed[0]}, 연락처 ${typed[1]}, 카드 ${typed[2]}, ${typed[3]} 의 매출`;
const answer = `확인했습니다. 환자 ${answered[3]} 님(${answered[1]})의 번호는 ${answered[0]}, 메일은 ${answered[2]} 입니다.`;

describe('personal data that comes up in a chat', () => {
  let events: ChatEvent[];
  let conversationId: string;
  let turnId: string;

  beforeAll(async () => {
    const sql = `SELECT customer_name, '${called[0]}' AS 번호 FROM sales GROUP BY 1`;
    scripted.model.script(
      callsTools(
        { name: 'run_sql', arguments: { sql, title: `환자 매출 ${called[1]}` } },
        { name: 'search_documents', arguments: { query: `${called[0]} 보고` } },
      ),
      says(answer, { chunks: 40 }),
    );
    events = await chat.ask(question);
    ({ conversationId, turnId } = events[0]!);
    const comment = `제 번호는 ${commented}`;
    const ack = await chat.socket.emitWithAck('chat:feedback', { turnId, rating: 'up', comment });
    expect(ack).toEqual({ ok: true });
    await call('PATCH', `/api/conversations/${conversationId}`, rep.token, { title: `${renamed} 문의` });
    await call('GET', `/api/audit/turns?q=${searched}`, analyst.token);
  });

  it('is sent to nobody: the reader sees what kind it was', () => {
    expect(events[0]).toMatchObject({
      question:
        '환자 [환자 이름] 주민번호 [주민등록번호], 연락처 [전화번호], 카드 [카드번호], [이메일] 의 매출',
    });
    const text =
      '확인했습니다. 환자 [환자 이름] 님([주민등록번호])의 번호는 [전화번호], 메일은 [이메일] 입니다.';
    expect(deltas(events)).toBe(text);
    expect(events.at(-1)).toMatchObject({ type: 'turn-completed', text });
    const table = events.find((event) => event.type === 'table')!;
    expect(table).toMatchObject({ title: '환자 매출 [주민등록번호]' });
    expect(JSON.stringify(table)).toContain('[전화번호]');
    expect(canaries.filter((canary) => JSON.stringify(events).includes(canary))).toEqual([]);
  });

  it('is not told to the model, neither of the question nor of what its tools found', () => {
    const told = JSON.stringify(scripted.model.requests.map(({ body }) => body.messages));
    expect(told).toContain('[주민등록번호]');
    expect(typed.filter((canary) => told.includes(canary))).toEqual([]);
    const results = scripted.model.requests.flatMap(({ body }) =>
      body.messages.filter(({ role }) => role === 'tool'),
    );
    expect(results.length).toBeGreaterThan(0);
    expect(called.filter((canary) => JSON.stringify(results).includes(canary))).toEqual([]);
  });

  it('says in the trace which kinds there were', async () => {
    const trace = await call<{ items: SpanDto[] }>('GET', `/api/audit/turns/${turnId}/trace`, analyst.token);
    const root = trace.body.items.find(({ kind }) => kind === 'turn')!;
    expect(root.input).toMatchObject({
      personalData: ['resident_number', 'card', 'phone', 'email', 'patient_name'],
    });
  });

  it('is masked in what is asked again and edited, and a message sent twice is one turn', async () => {
    scripted.model.script(says(answer, { chunks: 25 }), says('네'));
    const again = await chat.socket.emitWithAck('chat:regenerate', { turnId });
    if (!again.ok) throw new Error(again.error.code);
    await chat.waitFor((event) => event.turnId === again.turnId && event.type === 'turn-completed');
    const edit = { clientMessageId: 'edited', conversationId, editsTurnId: turnId };
    const first = await chat.send(`${question}?`, edit);
    const second = await chat.send(`${question}?`, edit);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    if (first.ok)
      await chat.waitFor((event) => event.turnId === first.turnId && event.type === 'turn-completed');
  });

  it('stands nowhere in the database', async () => {
    const { sequelize } = scripted.server.services.database;
    expect(await findInDatabase(sequelize, ['주민등록번호'])).not.toEqual([]);
    expect(await findInDatabase(sequelize, canaries)).toEqual([]);
  });

  it('stands nowhere in the search index', async () => {
    const { openSearch } = scripted.server.env;
    if (!openSearch) return;
    const client = new Client({ node: openSearch.url });
    const { body } = await client.search({ index: `${openSearch.indexPrefix}-*`, size: 1_000 });
    await client.close();
    expect(JSON.stringify(body)).toContain(companyContact);
    expect(canaries.filter((canary) => JSON.stringify(body).includes(canary))).toEqual([]);
  });
});

describe('what a document of the company says', () => {
  it('is quoted as it stands, a contact in it too', async () => {
    scripted.model.script(
      callsTools({ name: 'search_documents', arguments: { query: '이상사례는 어디로 보고하나요' } }),
      says(`이상사례는 안전관리팀 ${companyContact} 으로 24시간 안에 보고한다. [1]`, { chunks: 30 }),
    );
    const events = await chat.ask('이상사례는 어디로 보고하나요?');
    expect(deltas(events)).toContain(companyContact);
    const citation = events.find((event) => event.type === 'citation');
    expect(citation).toMatchObject({ quote: expect.stringContaining(companyContact) as string });
    const stored = await call<{ items: MessageDto[] }>(
      'GET',
      `/api/conversations/${events[0]!.conversationId}/messages`,
      rep.token,
    );
    expect(stored.body.items.at(-1)!.text).toContain(companyContact);
  });
});

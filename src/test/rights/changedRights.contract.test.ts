import { allRoutes } from '../../app';
import type { AuditTurnDto } from '../../shared/audit';
import type { ChatEvent } from '../../shared/chat';
import type { DocumentUpdate } from '../../shared/documents';
import type { AssignmentDto, Role } from '../../shared/people';
import { callApi } from '../api';
import { openChat, type ChatClient } from '../chatClient';
import { uploadDocument, waitForDocument } from '../documents';
import { createPerson, type TestPerson } from '../people';
import { callsTools, says, type ScriptedAnswer } from '../scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../scriptedServer';

/** Milliseconds in which whatever changes of a person reaches open sessions. */
const withinMs = 5_000;
/** What a colleague sold to the customer the rep looks after. */
const soldByColleague = 7_531_000;

let scripted: ScriptedServer;
let rep: TestPerson;
let colleague: TestPerson;
let analyst: TestPerson;
const clients: ChatClient[] = [];

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  colleague = await createPerson(server, admin, { role: 'rep', team: '서울2팀' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  await server.services.database.sequelize.query(`
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
    VALUES (1, 'P1', '나루암로정', '암로디핀', true, '고혈압', 100);
    INSERT INTO customers (id, code, name, type) VALUES (1, 'C1', '한빛내과의원', '의원');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    VALUES ('2026-09-01', ${colleague.id}, 1, 1, 10, ${soldByColleague});
    REFRESH MATERIALIZED VIEW customer_monthly_performance_mv;`);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await scripted?.close();
});

async function open({ token }: TestPerson): Promise<ChatClient> {
  const client = await openChat(scripted.server.url, token);
  clients.push(client);
  return client;
}

const call = <Body = { code?: string }>(method: string, path: string, token: string, body?: unknown) =>
  callApi<Body>(scripted.server.url, method, path, { token, body });
const change = async (person: TestPerson, body: { role?: Role; team?: string; active?: boolean }) => {
  expect((await call('PATCH', `/api/employees/${person.id}`, scripted.admin, body)).status).toBe(200);
};
const newPerson = (role: Role, team?: string) =>
  createPerson(scripted.server, scripted.admin, { role, team });

/** An answer that is not given before `goesOn`. */
function held(message: Extract<ScriptedAnswer, { kind: 'message' }>) {
  let goOn = () => {};
  const goesOn = new Promise<void>((resolve) => (goOn = resolve));
  const answer: ScriptedAnswer = { kind: 'held-stream', message, afterChunks: 0, goesOn };
  return { answer, goOn };
}

/** Begins a turn whose model is not answering yet. */
async function askAndHold(chat: ChatClient, message: Extract<ScriptedAnswer, { kind: 'message' }>) {
  const { answer, goOn } = held(message);
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  scripted.model.script(() => {
    asked();
    return answer;
  });
  const ack = await chat.send('나루암로정 자료 찾아 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  await isAsked;
  return { turnId: ack.turnId, goOn };
}

/** Uploads documents until a socket is told of one: by then what changed before has reached every socket. */
async function untilTold(witness: ChatClient): Promise<void> {
  const told = new Set<string>();
  witness.socket.on('document:updated', ({ documentId }: DocumentUpdate) => void told.add(documentId));
  for (let at = 0; ; at += 1) {
    const { id } = await uploadDocument(
      scripted.server,
      scripted.admin,
      `${at}.txt`,
      `자료 ${at} ${Math.random()}`,
    );
    await waitForDocument(scripted.server, scripted.admin, id);
    if (told.has(id)) return;
  }
}

test('who is deactivated has no route, no socket and no answer left', async () => {
  const leaving = await newPerson('manager', '서울1팀');
  const chat = await open(leaving);
  const search = callsTools({ name: 'search_documents', arguments: { query: '나루암로정' } });
  const { turnId, goOn } = await askAndHold(chat, search);
  const cut = new Promise((resolve) => chat.socket.once('disconnect', resolve));
  const since = performance.now();
  await change(leaving, { active: false });
  expect(await cut).toBe('io server disconnect');
  expect(performance.now() - since).toBeLessThan(withinMs);

  const asked = scripted.model.requests.length;
  goOn();
  const ended = async () => {
    for (;;) {
      const { body } = await call<AuditTurnDto>('GET', `/api/audit/turns/${turnId}`, analyst.token);
      if (body.status !== 'running') return body;
    }
  };
  expect(await ended()).toMatchObject({ status: 'failed', answer: '' });
  // The model was not told what its call found: the call was not made.
  expect(scripted.model.requests.length).toBe(asked);

  const guarded = allRoutes(scripted.server.services).filter(({ who }) => who !== 'everyone');
  for (const { method, path } of guarded) {
    const { status, body } = await call(method.toUpperCase(), path.replace(/:\w+/gu, '1'), leaving.token);
    expect([path, status, body.code]).toEqual([path, 401, 'unauthenticated']);
  }
  await expect(open(leaving)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
});

test('who becomes another is sent by open sockets what the new role is sent', async () => {
  const demoted = await newPerson('admin');
  const promoted = await newPerson('rep');
  const [former, witness] = [await open(demoted), await open(promoted)];
  const seen: string[] = [];
  former.socket.on('document:updated', ({ documentId }: DocumentUpdate) => void seen.push(documentId));
  const since = performance.now();
  await change(demoted, { role: 'rep' });
  await change(promoted, { role: 'admin' });
  await untilTold(witness);
  console.log(`a changed role reached open sockets within ${Math.round(performance.now() - since)} ms`);
  seen.length = 0;
  await untilTold(witness);
  expect(seen).toEqual([]);
  expect(former.socket.connected).toBe(true);
});

test('a role that changes while an answer is written holds for the rest of it', async () => {
  const former = await newPerson('analyst');
  const chat = await open(former);
  const statement = { sql: 'SELECT sum(amount) AS amount FROM sales', title: '매출' };
  const { turnId, goOn } = await askAndHold(chat, callsTools({ name: 'run_sql', arguments: statement }));
  await change(former, { role: 'rep' });
  scripted.model.script((request) => says(JSON.stringify(request.messages.at(-1)!.content)));
  goOn();
  await chat.waitFor((event) => event.turnId === turnId && event.type === 'turn-completed');
  const events = chat.events.filter((event) => event.turnId === turnId);
  const text = JSON.stringify(events);
  expect(text).not.toContain(String(soldByColleague));
  expect(text).not.toContain(statement.sql);
  expect(events.find((event: ChatEvent) => event.type === 'table')).toMatchObject({ rows: [{ c1: null }] });
});

test('routes go by the role, the team and the rights of the moment', async () => {
  const person = await newPerson('manager', '서울2팀');
  const names = async () => {
    const path = '/api/stats/ranking?of=employee&from=2026-09&to=2026-09';
    return JSON.stringify((await call('GET', path, person.token)).body);
  };
  const audit = async () => (await call('GET', '/api/audit/turns', person.token)).status;
  const give = (permissions: string[]) =>
    call('PUT', `/api/employees/${person.id}/permissions`, scripted.admin, { permissions });
  expect(await names()).toContain(String(soldByColleague));
  await change(person, { role: 'rep' });
  expect(await names()).not.toContain(String(soldByColleague));
  await change(person, { role: 'manager', team: '서울1팀' });
  expect(await names()).not.toContain(String(soldByColleague));
  expect(await audit()).toBe(403);
  await give(['audit.read']);
  expect(await audit()).toBe(200);
  await give([]);
  expect(await audit()).toBe(403);
  await change(person, { role: 'analyst' });
  expect(await audit()).toBe(200);
});

test('an assignment that is deleted takes figures, sheet, documents and what a chat goes on from with it', async () => {
  const { server, admin, model } = scripted;
  const { body: assignment } = await call<AssignmentDto>('POST', '/api/assignments', admin, {
    ...{ employeeNo: rep.employeeNo, customerCode: 'C1', validFrom: '2020-01-01' },
  });
  const { id: documentId } = await uploadDocument(server, admin, 'c1.txt', '한빛 상담 자료입니다.');
  await waitForDocument(server, admin, documentId);
  expect((await call('POST', '/api/customers/C1/documents', rep.token, { documentId })).status).toBe(201);

  const period = { from: '2026-09-01', to: '2026-09-30' };
  const figures = { metrics: ['amount'], dimensions: ['customer'], period, filters: { customers: ['C1'] } };
  const query = () => callsTools({ name: 'query_sales', arguments: figures });
  const chat = await open(rep);
  model.script(query(), says('매출입니다.'));
  const [{ conversationId, turnId }] = (await chat.ask('한빛내과의원 9월 매출은?')) as [ChatEvent];
  expect(JSON.stringify(chat.events)).toContain(String(soldByColleague));
  const asReader = (path: string) => call('GET', path, rep.token);
  const file = `/api/conversations/${conversationId}/turns/${turnId}/tables/1/export?format=csv`;
  expect((await asReader(file)).status).toBe(200);
  expect((await asReader('/api/stats/customers/C1')).status).toBe(200);

  expect((await call('DELETE', `/api/assignments/${assignment.id}`, admin)).status).toBe(204);
  for (const path of ['/api/stats/customers/C1', '/api/customers/C1/documents', file])
    expect([path, (await asReader(path)).status]).toEqual([path, 404]);
  for (const path of ['/api/customers', '/api/stats/ranking?of=customer&from=2026-09&to=2026-09'])
    expect(JSON.stringify((await asReader(path)).body)).not.toMatch(/한빛내과|7531000/u);
  const first = model.requests.length;
  model.script(query(), (request) => says(JSON.stringify(request.messages.at(-1)!.content)));
  const events = await chat.ask('그럼 다시 알려줘', conversationId);
  const told = model.requests.slice(first).map(({ body }) => body.messages);
  expect(JSON.stringify(told)).toContain('unknown_name');
  expect(JSON.stringify([told, events])).not.toContain(String(soldByColleague));
});

test.each(['rep', 'manager', 'analyst', 'admin'] as const)(
  'no event of the sockets reaches into another’s chat for a %s',
  async (role) => {
    const owner = await open(rep);
    scripted.model.script(says('답변입니다.'));
    const [{ conversationId, turnId }] = (await owner.ask('내 질문')) as [ChatEvent];
    const { socket, events } = await open(await newPerson(role, '서울1팀'));
    const message = { clientMessageId: 'other', text: '여기서 뭘 물었지?' };
    const acks = [
      await socket.emitWithAck('chat:send', { ...message, conversationId }),
      await socket.emitWithAck('chat:stop', { turnId }),
      await socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 }),
      await socket.emitWithAck('chat:regenerate', { turnId }),
      await socket.emitWithAck('chat:feedback', { turnId, rating: 'up' }),
    ];
    for (const ack of acks) expect(ack).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(events).toEqual([]);
  },
);

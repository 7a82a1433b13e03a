import type { AddedAliasDto, AliasDto, AliasThingDto } from '../../shared/aliases';
import type { ChatEvent } from '../../shared/chat';
import { koreanDay } from '../../shared/koreanTime';
import type { SearchExplanation } from '../../shared/search';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { addCustomersWithSales } from '../../test/salesRows';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀', name: '한가람' });
  await addCustomersWithSales(server.services, {
    ...{ employeeId: rep.id, count: 2, soldOn: koreanDay(new Date()) },
  });
  await server.services.repositories.companyData.addCustomers([
    ...[{ code: 'D1', name: '새벽종합병원', aliases: ['새벽병원', '새벽'] }].map((row) => ({
      ...row,
      ...{ type: '종합병원', region: '서울 강남구', address: '', grade: 'A' },
    })),
  ]);
});
afterAll(() => server.close());

const call = <Body>(method: string, path: string, body?: object, token = admin) =>
  callApi<Body>(server.url, method, path, { token, body });
const give = (kind: string, code: string, alias: string) =>
  call<AddedAliasDto & { code: string }>('POST', '/api/aliases', { kind, code, alias });
const listed = async (query: string) =>
  (await call<{ items: AliasDto[] }>('GET', `/api/aliases?${query}`)).body.items;
const asked = (kind: string, code: string, alias: string) =>
  `/api/aliases?${new URLSearchParams({ kind, code, alias }).toString()}`;

/** What the rep is answered: the customers or products of the first table, and all words. */
async function answerTo(question: string): Promise<{ cells: string; text: string }> {
  const chat = await openChat(server.url, rep.token);
  try {
    const events = await chat.ask(question);
    const table = events.find(
      (event): event is Extract<ChatEvent, { type: 'table' }> => event.type === 'table',
    );
    const end = events.at(-1)!;
    return {
      cells: JSON.stringify({ rows: table?.rows, definition: table?.definition, scope: table?.scope }),
      text: end.type === 'turn-completed' ? end.text : JSON.stringify(end),
    };
  } finally {
    chat.close();
  }
}

test('a question with a new name answers with the customer, and without it no more', async () => {
  const question = '큰집 이번 달 매출 알려줘';
  expect((await answerTo(question)).text).not.toContain('2,000');
  const added = await give('customer', 'C2', '큰집');
  expect([added.status, added.body]).toEqual([
    201,
    expect.objectContaining({
      kind: 'customer',
      code: 'C2',
      name: '시험의원 2',
      alias: '큰집',
      imported: false,
      alsoNamed: [],
    }),
  ]);
  const found = await answerTo(question);
  expect([found.text.includes('시험의원 2'), found.text.includes('2,000')]).toEqual([true, true]);
  expect((await call('DELETE', asked('customer', 'C2', '큰집'))).status).toBe(204);
  expect((await answerTo(question)).text).not.toContain('2,000');
  expect((await call('DELETE', asked('customer', 'C2', '큰집'))).status).toBe(404);
});

test('a name of a product counts in figures and in the search of documents', async () => {
  // With an embedding model a search finds something for every word, so what it looked for is what tells.
  const searchedFor = async () =>
    (await call<SearchExplanation>('POST', '/api/search/explain', { query: '노랑이 보관 방법' })).body
      .question.expansions;
  expect(await searchedFor()).not.toContain('나루시험');
  expect((await give('product', 'P1', '노랑이')).status).toBe(201);
  expect(await searchedFor()).toContain('나루시험');
  const { cells, text } = await answerTo('노랑이 이번 달 매출 알려줘');
  expect(cells + text).toContain('나루시험정');
  expect(text).toContain('3,000');
});

test('a name of a person is found too', async () => {
  expect((await give('employee', rep.employeeNo, '람이')).status).toBe(201);
  expect((await answerTo('람이 이번 달 매출')).text).toContain('3,000');
});

test('what questions mean something else by is refused, and what is called so already', async () => {
  const codes = async (alias: string) => (await give('customer', 'C1', alias)).body.code;
  expect(await Promise.all(['이번 달', '거래처별', '강남구', '서울1팀', '고혈압'].map(codes))).toEqual(
    Array<string>(5).fill('alias_is_a_word'),
  );
  expect(await Promise.all(['시험의원 1', '시험의원1', 'c1'].map(codes))).toEqual(
    Array<string>(3).fill('already_exists'),
  );
  expect(await Promise.all(['가', '  ', '12', '가'.repeat(61)].map(codes))).toEqual(
    Array<string>(4).fill('validation_failed'),
  );
  expect((await give('customer', 'nothing', '큰집')).status).toBe(404);
});

test('a name that two customers have is told, and the question is asked back', async () => {
  expect((await give('customer', 'C1', '아랫집')).body.alsoNamed).toEqual([]);
  expect((await give('customer', 'C2', '아랫집')).body.alsoNamed).toEqual([
    { kind: 'customer', code: 'C1', name: '시험의원 1' },
  ]);
  const { text } = await answerTo('아랫집 이번 달 매출');
  expect([text.includes('시험의원 1'), text.includes('시험의원 2')]).toEqual([true, true]);
});

test('the list has imported names too, by letters, kind and thing, page by page; an imported one can be taken away', async () => {
  expect(await listed('code=D1')).toEqual([
    expect.objectContaining({ alias: '새벽', imported: true, addedAt: null, name: '새벽종합병원' }),
    expect.objectContaining({ alias: '새벽병원', imported: true, detail: '서울 강남구' }),
  ]);
  expect((await listed('q=노랑&kind=product')).map(({ alias }) => alias)).toEqual(['노랑이']);
  expect(await listed('q=노랑&kind=customer')).toEqual([]);
  expect(await listed('q=%25')).toEqual([]);
  const all = await listed('limit=200');
  const paged: AliasDto[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: { items: AliasDto[]; nextCursor: string | null } } = await call(
      'GET',
      `/api/aliases?limit=2${cursor && `&cursor=${cursor}`}`,
    );
    paged.push(...body.items);
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(all);
  expect((await call('DELETE', asked('customer', 'D1', '새벽'))).status).toBe(204);
  expect((await listed('code=D1')).map(({ alias }) => alias)).toEqual(['새벽병원']);
});

test('things are offered by what they are called, and others may do none of it', async () => {
  const things = async (query: string) =>
    (await call<{ items: AliasThingDto[] }>('GET', `/api/aliases/things?${query}`)).body.items;
  expect(await things('kind=product&q=시험')).toEqual([
    { kind: 'product', code: 'P1', name: '나루시험정', detail: '시험' },
  ]);
  expect((await things('kind=customer&q=시험')).map(({ code }) => code)).toEqual(['C1', 'C2']);
  expect((await things('kind=employee&q=한가')).map(({ code }) => code)).toEqual([rep.employeeNo]);
  for (const [method, path, body] of [
    ['GET', '/api/aliases'],
    ['GET', '/api/aliases/things?kind=product'],
    ['POST', '/api/aliases', { kind: 'customer', code: 'C1', alias: '윗집' }],
    ['DELETE', asked('customer', 'D1', '새벽병원')],
  ] as const)
    expect((await call(method, path, body, rep.token)).status).toBe(403);
});

import type { SpanDto } from '../../shared/audit';
import type { ChatEvent, MessageDto } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import { followUpCompany, productInformation } from './followUpCompanyFixture';

let server: TestServer;
let rep: TestPerson;
let analyst: TestPerson;
let chats: Record<'rep' | 'manager', ChatClient>;

beforeAll(async () => {
  server = await startTestServer();
  const admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀', name: '한가람' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  const other = await createPerson(server, admin, { role: 'rep', team: '부산팀', name: '오세린' });
  const manager = await createPerson(server, admin, { role: 'manager', team: '서울1팀', name: '도담비' });
  await server.services.database.sequelize.query(followUpCompany(rep.id, other.id));
  const title = '나루암로정 제품정보';
  const { id } = await uploadDocument(server, admin, 'naruamlo.md', productInformation, { title });
  await waitForDocument(server, admin, id);
  chats = {
    rep: await openChat(server.url, rep.token),
    manager: await openChat(server.url, manager.token),
  };
});
afterAll(async () => {
  for (const chat of Object.values(chats ?? {})) chat.close();
  await server?.close();
});

const suggestionsIn = (events: ChatEvent[]) =>
  events.flatMap((event) => (event.type === 'follow-ups' ? event.suggestions : []));
const endOf = (events: ChatEvent[]) => {
  const last = events.at(-1)!;
  return last.type === 'turn-completed' ? last.text : last.type;
};

/** What an answer says that is none. */
const isNoAnswer =
  /찾지 못했|이해하지 못|값이 없습니다|없는 이름|어느 쪽|물어봐 주세요|가지고 있지 않|found no|did not understand|not found|no figures|left it out/u;

const questions: [who: 'rep' | 'manager', question: string][] = [
  ['rep', '이번 달 내 매출 얼마야?'],
  ['rep', '지난달 거래처별 매출 상위 5곳'],
  ['rep', '지난달 제품별 매출'],
  ['rep', '나루암로정 지난달 매출'],
  ['rep', '한빛내과의원 올해 매출'],
  ['rep', '목표 달성률 알려줘'],
  ['rep', '이번 달 방문 몇 건?'],
  ['rep', '최근 방문 내역 보여줘'],
  ['rep', '한빛내과의원 최근 방문 내역'],
  ['rep', '월별 매출 추이'],
  ['rep', '마지막 방문이 언제야?'],
  ['rep', 'my sales this month'],
  ['rep', 'top 5 customers last month'],
  ['rep', '나루암로정 이상반응 알려줘'],
  ['rep', '나루암로정 용법 용량은?'],
  ['manager', '이번 달 매출'],
  ['manager', '지난달 담당자별 매출'],
  ['manager', 'sales by product last month'],
];

test('every question that is offered has an answer, in the same chat', async () => {
  const offered = new Map<string, string[]>();
  const unanswered: string[] = [];
  for (const [who, question] of questions) {
    const events = await chats[who].ask(question);
    const suggestions = suggestionsIn(events);
    offered.set(question, suggestions);
    for (const suggestion of suggestions) {
      const text = endOf(await chats[who].ask(suggestion, events[0]!.conversationId));
      if (isNoAnswer.test(text)) unanswered.push(`${question} -> ${suggestion}: ${text}`);
    }
  }
  expect(unanswered).toEqual([]);
  for (const [question, suggestions] of offered) {
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(new Set(suggestions).size).toBe(suggestions.length);
    expect(suggestions).not.toContain(question);
    // Another rep's customer is in nothing a rep is offered, and English is answered in English.
    expect(suggestions.join()).not.toMatch(/남의|오세린/u);
    if (/^[a-z]/u.test(question)) expect(suggestions.join(' ')).toMatch(/^[A-Z]/u);
  }
  // What takes too long is not offered, so on a busy machine some may have none.
  const withNone = [...offered].filter(([, suggestions]) => suggestions.length === 0);
  console.log(`no follow-ups: ${withNone.map(([question]) => question).join(', ') || 'none'}`);
  expect(withNone.length).toBeLessThan(questions.length / 2);
}, 300_000);

test('they follow from what was answered', async () => {
  const sales = suggestionsIn(await chats.rep.ask('이번 달 내 매출 얼마야?'));
  expect(sales[0]).toBe('이번 달 내 매출 상위 5개 거래처');
  expect(sales[1]).toMatch(/^\d{4}년 \d+월 내 매출$/u);
  const customer = suggestionsIn(await chats.rep.ask('지난달 거래처별 매출 상위 5곳'));
  expect(customer[0]).toMatch(/^마디정형외과의원 \d{4}년 \d+월 제품별 매출$/u);
  const sections = suggestionsIn(await chats.rep.ask('나루암로정 이상반응 알려줘'));
  expect(sections[0]).toBe('나루암로정 급여기준 알려줘');
});

test('they come before the end of the turn and are kept with the answer', async () => {
  const events = await chats.rep.ask('지난달 제품별 매출');
  expect(events.slice(-2).map(({ type }) => type)).toEqual(['follow-ups', 'turn-completed']);
  const { body } = await callApi<Page<MessageDto>>(
    server.url,
    'GET',
    `/api/conversations/${events[0]!.conversationId}/messages`,
    { token: rep.token },
  );
  expect(body.items.map(({ followUps }) => followUps)).toEqual([[], suggestionsIn(events)]);
});

test('what is read to find them is in the audit, as what tools read', async () => {
  const readFor = async (question: string) => {
    const [{ turnId }] = (await chats.rep.ask(question)) as [ChatEvent];
    const path = `/api/audit/turns/${turnId}/trace`;
    const { body } = await callApi<{ items: SpanDto[] }>(server.url, 'GET', path, { token: analyst.token });
    const above = body.items.find(({ name }) => name === 'follow-ups')!;
    return body.items.filter(({ parentId }) => parentId === above.id);
  };
  expect((await readFor('지난달 제품별 매출'))[0]).toMatchObject({
    kind: 'query',
    name: 'sales',
    input: { sql: expect.stringContaining('SELECT'), parameters: expect.any(Array) },
    output: { rowCount: expect.any(Number) },
  });
  expect((await readFor('나루암로정 이상반응 알려줘')).find(({ kind }) => kind === 'search')).toMatchObject({
    name: 'passages',
    input: { query: '나루암로정 급여기준 알려줘', principals: expect.any(Array) },
    output: { passages: expect.any(Array), evidence: expect.any(Number) },
  });
});

test('an answer that stands on nothing offers none', async () => {
  for (const question of ['안녕하세요', '우주선 연료는 뭐야?']) {
    const events = await chats.rep.ask(question);
    expect([question, suggestionsIn(events)]).toEqual([question, []]);
  }
});

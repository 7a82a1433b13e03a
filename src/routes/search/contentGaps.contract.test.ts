import type { ContentGaps } from '../../shared/search';
import { koreanDay } from '../../shared/koreanTime';
import { callApi, type Answer } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createPerson, signIn, type TestPerson } from '../../test/people';
import { callsTools, says } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../../test/scriptedServer';
import { patienceMs } from '../../test/patience';

let scripted: ScriptedServer;
let rep: TestPerson;
let colleague: TestPerson;

/** A turn that searches documents and says something. @returns its id. */
async function ask(
  person: TestPerson,
  asked: { question: string; query: string; answer: string },
): Promise<string> {
  scripted.model.script(
    callsTools({ name: 'search_documents', arguments: { query: asked.query } }),
    says(asked.answer),
  );
  const chat = await openChat(scripted.server.url, person.token);
  const events = await chat.ask(asked.question);
  chat.close();
  expect(events.at(-1)?.type).toBe('turn-completed');
  return events[0]!.turnId;
}

function gaps(token: string, query = ''): Promise<Answer<ContentGaps>> {
  return callApi<ContentGaps>(scripted.server.url, 'GET', `/api/content-gaps${query}`, { token });
}

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', name: '김하나' });
  colleague = await createPerson(server, admin, { role: 'rep', name: '이두리' });
  const text = '나루아픽정은 1일 2회 복용한다. 신장애 환자는 용량을 줄인다.';
  const { id } = await uploadDocument(server, admin, 'dose.txt', text, { title: '나루아픽정 용법' });
  await waitForDocument(server, admin, id);

  const none = '찾지 못했습니다.';
  await ask(rep, { question: '나루아픽정 반감기는?', query: '나루아픽정 반감기', answer: none });
  await ask(colleague, { question: '그럼 반감기는요', query: '반감기 나루아픽정의', answer: none });
  await ask(rep, { question: '탕비실 커피 언제 와', query: '탕비실 커피 입고', answer: none });
  await ask(rep, {
    question: '하루 몇 번 먹어?',
    query: '나루아픽정 복용 횟수',
    answer: '1일 2회입니다 [1].',
  });
});
afterAll(() => scripted.close());

it('groups what was asked and not cited, with what came near, and names nobody', async () => {
  const { status, body } = await gaps(scripted.admin);
  expect(status).toBe(200);
  expect(body).toMatchObject({ questions: 3, truncated: false, nextCursor: null });
  expect(body.items).toEqual([
    {
      question: '반감기 나루아픽정의',
      count: 2,
      people: 2,
      lastAskedAt: expect.any(String) as string,
      examples: [
        { question: '그럼 반감기는요', askedAt: expect.any(String) as string },
        { question: '나루아픽정 반감기는?', askedAt: expect.any(String) as string },
      ],
      nearestTitle: '나루아픽정 용법',
    },
    expect.objectContaining({ question: '탕비실 커피 입고', count: 1, people: 1 }),
  ]);
});

it('names people and turns to auditors, and records the look', async () => {
  const { server, admin } = scripted;
  const auditor = await createPerson(server, admin, { role: 'analyst' });
  await callApi(server.url, 'PUT', `/api/employees/${auditor.id}/permissions`, {
    token: admin,
    body: { permissions: ['documents.manage'] },
  });
  const token = await signIn(server.url, auditor.email);
  const [first] = (await gaps(token)).body.items;
  expect(first!.askedBy).toEqual(
    expect.arrayContaining([
      { employeeNo: rep.employeeNo, name: '김하나' },
      { employeeNo: colleague.employeeNo, name: '이두리' },
    ]),
  );
  expect(first!.examples.every(({ turnId }) => turnId !== undefined)).toBe(true);
  const [looks] = await server.services.database.sequelize.query(
    `SELECT employee_id FROM system_trace_logs WHERE name = 'content-gaps.list' AND input @> '{"namesPeople": true}'`,
  );
  expect(looks).toEqual([{ employee_id: auditor.id }]);
});

it('keeps to the days asked for, and to the number of groups', async () => {
  const today = koreanDay(new Date());
  expect((await gaps(scripted.admin, `?from=${today}&to=${today}`)).body.questions).toBe(3);
  expect((await gaps(scripted.admin, '?to=2020-12-31')).body).toMatchObject({ items: [], questions: 0 });
  const limited = await gaps(scripted.admin, '?limit=1');
  expect(limited.body.items.map(({ count }) => count)).toEqual([2]);
  expect((await gaps(scripted.admin, '?from=yesterday')).status).toBe(400);
});

it('counts a question that was asked again by its last answer', async () => {
  const turnId = await ask(rep, { question: '복용 시간은', query: '복용 시간', answer: '없습니다.' });
  expect((await gaps(scripted.admin)).body.questions).toBe(4);
  scripted.model.script(
    callsTools({ name: 'search_documents', arguments: { query: '나루아픽정 복용' } }),
    says('1일 2회 복용합니다 [1].'),
  );
  const chat = await openChat(scripted.server.url, rep.token);
  const ack = await chat.socket.timeout(patienceMs).emitWithAck('chat:regenerate', { turnId });
  expect(ack.ok).toBe(true);
  await chat.waitFor(({ type }) => type === 'turn-completed');
  chat.close();
  expect((await gaps(scripted.admin)).body.questions).toBe(3);
});

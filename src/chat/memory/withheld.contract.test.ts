import type { MessageDto } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { breaksOff, callsTools, says } from '../../test/scriptedModel/scriptedAnswer';
import {
  figuresFirst,
  figuresQuestion,
  inJson,
  soldInSeptember,
  startRememberingServer,
  type Place,
  type RememberingServer,
} from './memoryFixture';

const secret = '붉은여우';
const secretQuestion = '나루신약정 암호명은?';

let its: RememberingServer;
let documentId: string;
beforeAll(async () => {
  its = await startRememberingServer();
  const text = `나루신약정의 암호명은 ${secret}이다.\n나루신약정은 내년에 나온다.`;
  const uploaded = await uploadDocument(its.server, its.admin, 'new.txt', text, { title: '나루신약정 안내' });
  documentId = uploaded.id;
  await waitForDocument(its.server, its.admin, documentId);
  its.play(figuresFirst, (given) =>
    says(`메모: ${[secret, '한빛'].filter((word) => given.includes(word)).join()}`),
  );
});
afterAll(() => its?.close());

/** Asks and gives back what the model was told before the question. */
async function toldBefore(question: string, place: Place) {
  const { afterTurnId } = await its.ask(question, place);
  return { told: inJson(its.told(question).messages), trace: await its.remembered(afterTurnId) };
}

test('an answer that was stopped is told by the rights of today too, and one from documents only as far as its question', async () => {
  const rest = '이어서 씁니다. '.repeat(12);
  const search = callsTools({ name: 'search_documents', arguments: { query: '나루신약정 암호명' } });
  its.model.script(search, breaksOff(`${secret}이다. ${rest}`, 'stall'));
  const searched = await its.askAndStop(secretQuestion);
  its.model.script(figuresFirst(figuresQuestion)!, breaksOff(`${soldInSeptember}원입니다. ${rest}`, 'stall'));
  const figures = await its.askAndStop(figuresQuestion, searched);
  its.model.script(breaksOff(`인사말입니다. ${rest}`, 'stall'));
  const plain = await its.askAndStop('인사해 줘', figures);

  const path = `/api/conversations/${plain.conversationId}/messages`;
  const { body } = await callApi<Page<MessageDto>>(its.server.url, 'GET', path, { token: its.rep.token });
  expect(
    body.items.find(({ turnId, role }) => turnId === figures.afterTurnId && role === 'assistant'),
  ).toMatchObject({ status: 'stopped', tables: [{ rows: [{ amount: soldInSeptember }] }] });

  const before = await toldBefore('다섯', plain);
  expect(before.told).not.toContain(secret);
  for (const said of [secretQuestion, String(soldInSeptember), '인사말입니다'])
    expect(before.told).toContain(said);
  expect(before.trace.withheld).toEqual({ [searched.afterTurnId]: 'unfinished search' });

  await its.server.services.database.sequelize.query(
    `UPDATE employees SET team = '서울2팀' WHERE id = ${its.rep.id}`,
  );
  const now = await toldBefore('여섯', plain);
  for (const said of [secret, String(soldInSeptember), '인사말입니다']) expect(now.told).not.toContain(said);
  for (const question of [secretQuestion, figuresQuestion]) expect(now.told).toContain(question);
});

test('what the person may not see any more is not told again, neither whole nor by a summary', async () => {
  its.model.script(
    callsTools({ name: 'search_documents', arguments: { query: '나루신약정 암호명' } }),
    says(`나루신약정의 암호명은 ${secret}이다 [1].`),
  );
  const cited = await its.ask(secretQuestion);
  const figures = await its.ask(figuresQuestion, cited);
  let long: Required<Place> = figures;
  for (let turn = 1; turn <= 12; turn += 1) long = await its.ask(`규정 물음 ${turn}`, long);

  const whole = await toldBefore('하나', figures);
  expect(whole.told).toContain(secret);
  expect(whole.told).toContain(String(soldInSeptember));
  expect(whole.trace.withheld).toEqual({});
  const summed = await toldBefore('둘', long);
  expect(summed.trace.record).toContain(`메모: ${secret},한빛`);

  await callApi(its.server.url, 'DELETE', `/api/documents/${documentId}`, { token: its.admin });
  await its.server.services.database.sequelize.query(
    `DELETE FROM assignment_map WHERE employee_id = ${its.rep.id}`,
  );

  const wholeNow = await toldBefore('셋', figures);
  expect(wholeNow.told).not.toContain(secret);
  expect(wholeNow.told).not.toContain(String(soldInSeptember));
  for (const question of [secretQuestion, figuresQuestion]) expect(wholeNow.told).toContain(question);
  expect(wholeNow.trace.withheld).toEqual({
    [cited.afterTurnId]: 'documents',
    [figures.afterTurnId]: 'rights',
  });
  const summedNow = await toldBefore('넷', long);
  expect(summedNow.told).not.toContain(secret);
  for (const question of [secretQuestion, figuresQuestion]) expect(summedNow.told).toContain(question);
  expect(summedNow.trace.summariesPassedOver).not.toHaveLength(0);
});

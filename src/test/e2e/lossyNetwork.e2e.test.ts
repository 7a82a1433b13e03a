import type { Page } from 'playwright-core';
import type { MessageDto } from '../../shared/chat';
import type { Page as ListPage } from '../../shared/problem';
import { callApi } from '../api';
import { says, waitsFor } from '../scriptedModel/scriptedAnswer';
import { answerBegun, answersDone, answerText, ask, conversationIdOf, shownLine } from './chatPage';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let page: Page;

beforeAll(async () => {
  scripted = await startScriptedProgram();
});
afterAll(() => scripted?.close());
beforeEach(async () => {
  page = await scripted.openRep();
});
afterEach(async () => {
  scripted.network.join();
  await page.context().close();
});

/** An answer that is held after its first half. */
function heldAnswer(text: string) {
  let letGo = () => {};
  const goesOn = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  scripted.model.script(waitsFor(goesOn, text));
  return { text, letGo };
}

/** What the server has of a conversation; asked past the network that is cut. */
async function stored(conversationId: string): Promise<MessageDto[]> {
  const path = `/api/conversations/${conversationId}/messages`;
  const { body } = await callApi<ListPage<MessageDto>>(scripted.program.url, 'GET', path, {
    token: scripted.rep.token,
  });
  return body.items;
}

async function storedTexts(conversationId: string): Promise<string[]> {
  return (await stored(conversationId)).map(({ text }) => text);
}

/** Waits until the server has stored the end of the answer. */
async function storedWhole(conversationId: string, messages: number): Promise<void> {
  while ((await stored(conversationId)).length < messages) await new Promise(setImmediate);
}

const notice = (trouble: string) =>
  page.locator(`[data-testid="connection-notice"][data-trouble="${trouble}"]`);

test('an answer that is cut off in its middle is whole after a reload and in a second tab', async () => {
  const { text, letGo } = heldAnswer('첫째 문장이다. 둘째 문장이다. 셋째 문장이다. 넷째 문장이다.');
  await ask(page, '끊겨도 다 보여?');
  await answerBegun(page, text);
  const conversationId = conversationIdOf(page);

  scripted.network.cut();
  await notice('reconnecting').waitFor();
  scripted.network.join();
  await page.reload();
  const second = await page.context().newPage();
  await second.goto(page.url());
  for (const tab of [page, second]) await answerBegun(tab, text);

  letGo();
  for (const tab of [page, second]) {
    await answerText(tab, text).waitFor();
    await answersDone(tab, 1);
    expect(await shownLine(tab)).toEqual(['끊겨도 다 보여?', text]);
  }
  expect(await storedTexts(conversationId)).toEqual(['끊겨도 다 보여?', text]);
});

test('what was written while nobody could listen is caught up with, without a reload', async () => {
  const { text, letGo } = heldAnswer('하나를 쓴다. 둘을 쓴다. 셋을 쓴다. 넷을 쓴다.');
  await ask(page, '안 보는 동안에도 써?');
  await answerBegun(page, text);
  const conversationId = conversationIdOf(page);

  scripted.network.cut();
  await notice('reconnecting').waitFor();
  letGo();
  await storedWhole(conversationId, 2);
  const [question, shown] = await shownLine(page);
  expect(question).toBe('안 보는 동안에도 써?');
  expect(text.startsWith(shown!) && shown !== text).toBe(true);

  scripted.network.join();
  await answersDone(page, 1);
  expect(await shownLine(page)).toEqual(['안 보는 동안에도 써?', text]);
  await page.getByTestId('connection-notice').waitFor({ state: 'detached' });
});

test('a question asked without a network is sent once when there is one, also after a reload', async () => {
  scripted.model.script(says('처음 답이다.'));
  await ask(page, '처음 질문');
  await answersDone(page, 1);
  const conversationId = conversationIdOf(page);
  const address = page.url();

  scripted.network.cut();
  await notice('reconnecting').waitFor();
  await ask(page, '지하에서 한 질문');
  await page.getByTestId('unsent-question').filter({ hasText: '연결되면 보냅니다' }).waitFor();
  expect(await storedTexts(conversationId)).toEqual(['처음 질문', '처음 답이다.']);
  await page.goto('about:blank');

  scripted.model.script(says('늦은 답이다.'));
  scripted.network.join();
  await page.goto(address);
  await answersDone(page, 2);
  const whole = ['처음 질문', '처음 답이다.', '지하에서 한 질문', '늦은 답이다.'];
  expect(await shownLine(page)).toEqual(whole);
  expect(await storedTexts(conversationId)).toEqual(whole);
  await page.getByTestId('unsent-question').waitFor({ state: 'detached' });
});

test('a browser that says it is offline is told so, and goes on by itself', async () => {
  const { text, letGo } = heldAnswer('가를 쓴다. 나를 쓴다. 다를 쓴다. 라를 쓴다.');
  await ask(page, '비행기 모드도 괜찮아?');
  await answerBegun(page, text);
  await page.context().setOffline(true);
  await notice('offline').waitFor();
  letGo();
  await page.context().setOffline(false);
  await answersDone(page, 1);
  expect(await shownLine(page)).toEqual(['비행기 모드도 괜찮아?', text]);
});

test('a connection that is dead without a word is noticed, said and replaced', async () => {
  const { text, letGo } = heldAnswer('봄을 쓴다. 여름을 쓴다. 가을을 쓴다. 겨울을 쓴다.');
  await ask(page, '엘리베이터에서도 돼?');
  await answerBegun(page, text);
  scripted.network.stall();
  letGo();
  await notice('catchingUp').waitFor();
  await notice('reconnecting').waitFor();
  scripted.network.join();
  await answersDone(page, 1);
  expect(await shownLine(page)).toEqual(['엘리베이터에서도 돼?', text]);
});

test('a question whose acknowledgement was lost is asked once', async () => {
  scripted.model.script(says('처음 답이다.'), says('한 번만 한 답이다.'));
  await ask(page, '처음 질문');
  await answersDone(page, 1);
  const conversationId = conversationIdOf(page);

  scripted.network.loseAnswers();
  await ask(page, '두 번 보낸 질문');
  await page.getByTestId('unsent-question').filter({ hasText: '보내는 중' }).waitFor();
  await storedWhole(conversationId, 4);
  scripted.network.cut();
  await notice('reconnecting').waitFor();
  scripted.network.join();
  await answersDone(page, 2);
  const whole = ['처음 질문', '처음 답이다.', '두 번 보낸 질문', '한 번만 한 답이다.'];
  expect(await shownLine(page)).toEqual(whole);
  expect(await storedTexts(conversationId)).toEqual(whole);
  await page.getByTestId('unsent-question').waitFor({ state: 'detached' });
});

test('a question that comes second to one of another device is kept, and sent when its reader wants it', async () => {
  scripted.model.script(says('처음 답이다.'));
  await ask(page, '처음 질문');
  await answersDone(page, 1);
  const phone = await scripted.openRep();
  await phone.goto(page.url());
  await answersDone(phone, 1);
  await phone.context().setOffline(true);
  await ask(phone, '전화기의 질문');
  await phone.getByTestId('unsent-question').filter({ hasText: '연결되면 보냅니다' }).waitFor();

  const { text, letGo } = heldAnswer('사과를 쓴다. 배를 쓴다. 감을 쓴다. 귤을 쓴다.');
  await ask(page, '책상의 질문');
  await answerBegun(page, text);
  await phone.context().setOffline(false);
  const refused = phone.getByTestId('send-refused');
  await refused.waitFor();
  expect(await refused.getAttribute('data-code')).toBe('turn_already_running');
  letGo();
  await answersDone(page, 2);
  expect(await shownLine(page)).toEqual(['처음 질문', '처음 답이다.', '책상의 질문', text]);

  scripted.model.script(says('전화기의 답이다.'));
  await phone.getByTestId('send-again').click();
  await answersDone(phone, 2);
  expect(await shownLine(phone)).toEqual(['처음 질문', '처음 답이다.', '전화기의 질문', '전화기의 답이다.']);
  await answerText(page, '전화기의 답이다.').waitFor();
  expect(await page.getByTestId('branch-switch').innerText()).toBe('2/2');
  await phone.context().close();
});

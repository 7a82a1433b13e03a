import type { Locator, Page } from 'playwright-core';
import { says, waitsFor } from '../scriptedModel/scriptedAnswer';
import {
  answerBegun,
  answersDone,
  answerText,
  ask,
  beginChat,
  conversationIdOf,
  shownLine,
} from './chatPage';
import { focusOn, hasFocus } from './keyboard';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let page: Page;

beforeAll(async () => {
  scripted = await startScriptedProgram();
  page = await scripted.openRep();
});
afterAll(() => scripted?.close());

/** Asks and waits for the answer, the `count`th on the page. */
async function answered(question: string, answer: string, count: number): Promise<void> {
  scripted.model.script(says(answer));
  await ask(page, question);
  await answersDone(page, count);
}

const turn = (place: number): Locator => page.getByTestId('turn').nth(place - 1);

describe('a conversation with branches', () => {
  test('an own question is edited in its place, and the other wording can be looked back at', async () => {
    await beginChat(page);
    await answered('첫 질문', '첫 답이다.', 1);
    await answered('둘째 질문', '둘째 답이다.', 2);
    await answered('셋째 질문', '셋째 답이다.', 3);

    await turn(2).getByTestId('edit-question').click();
    await page.getByTestId('edit-input').fill('잊어버릴 말');
    await page.keyboard.press('Escape');
    await page.getByTestId('edit-input').waitFor({ state: 'detached' });

    await turn(2).getByTestId('edit-question').click();
    scripted.model.script(says('고친 답이다.'));
    await page.getByTestId('edit-input').fill('고친 질문');
    await page.keyboard.press('Enter');
    await answerText(page, '고친 답이다.').waitFor();
    await answersDone(page, 2);
    const edited = ['첫 질문', '첫 답이다.', '고친 질문', '고친 답이다.'];
    expect(await shownLine(page)).toEqual(edited);
    expect(await turn(2).getByTestId('branch-switch').innerText()).toBe('2/2');

    await turn(2).getByTestId('branch-previous').click();
    const before = ['첫 질문', '첫 답이다.', '둘째 질문', '둘째 답이다.', '셋째 질문', '셋째 답이다.'];
    expect(await shownLine(page)).toEqual(before);
    await page.reload();
    await answersDone(page, 3);
    expect(await shownLine(page)).toEqual(before);
  });

  test('a question goes on from the branch that is shown', async () => {
    await answered('옛 갈래에서 이어서', '이어진 답이다.', 4);
    expect(await turn(4).getByTestId('branch-switch').count()).toBe(0);
    const told = scripted.model.requests.at(-1)!.body.messages.map(({ content }) => content);
    expect(told).toContain('셋째 질문');
    expect(told).not.toContain('고친 질문');
  });

  test('an answer asked for again stands beside the old one', async () => {
    scripted.model.script(says('다시 한 답이다.'));
    await turn(4).getByTestId('regenerate').click();
    await answerText(page, '다시 한 답이다.').waitFor();
    await answersDone(page, 4);
    expect(await turn(4).getByTestId('branch-switch').innerText()).toBe('2/2');
    await turn(4).getByTestId('branch-previous').click();
    await answerText(page, '이어진 답이다.').waitFor();
    await turn(4).getByTestId('branch-next').click();
    await answerText(page, '다시 한 답이다.').waitFor();
  });
});

test('what the reader thinks of an answer is there after a reload, and can be taken back', async () => {
  await beginChat(page);
  await answered('수치가 맞아?', '틀린 수치다.', 1);
  await page.getByTestId('feedback-down').click();
  await page.getByText('수치가 틀림', { exact: true }).click();
  await page.getByTestId('feedback-comment').fill('지난달 것입니다');
  await page.getByTestId('feedback-send').click();
  await page.getByTestId('feedback-given').waitFor();
  await page.reload();
  const given = page.getByTestId('feedback-given');
  await given.filter({ hasText: '수치가 틀림 · 지난달 것입니다' }).waitFor();
  expect(await page.getByTestId('feedback-down').getAttribute('aria-pressed')).toBe('true');

  await page.getByTestId('feedback-down').click();
  await given.waitFor({ state: 'detached' });
  await page.reload();
  await answersDone(page, 1);
  expect(await page.getByTestId('feedback-down').getAttribute('aria-pressed')).toBe('false');
});

describe('own conversations', () => {
  const row = (title: string) => page.getByTestId('conversation-row').filter({ hasText: title });
  const menuOf = (title: string) =>
    page
      .getByRole('listitem')
      .filter({ has: row(title) })
      .getByTestId('conversation-menu');

  test('are renamed in their place', async () => {
    await page.goto(scripted.network.url);
    await answered('이름을 바꿀 대화', '보관 온도는 8도이다.', 1);
    await menuOf('이름을 바꿀 대화').click();
    await page.getByTestId('conversation-rename').click();
    await page.getByTestId('rename-input').fill('냉장 보관');
    await page.keyboard.press('Enter');
    await row('냉장 보관').waitFor();
    await row('이름을 바꿀 대화').waitFor({ state: 'detached' });
  });

  test('are found by what was said in them', async () => {
    await page.getByTestId('conversation-search').fill('8도');
    await row('냉장 보관').filter({ hasText: '보관 온도는 8도이다.' }).waitFor();
    await row('첫 질문').waitFor({ state: 'detached' });
    await page.getByTestId('conversation-search').press('Escape');
    await row('첫 질문').waitFor();
  });

  test('are deleted after a question, by the keyboard alone, in every tab', async () => {
    const conversationId = conversationIdOf(page);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await answersDone(second, 1);

    await menuOf('냉장 보관').focus();
    await page.keyboard.press('Enter');
    // Keys go where the focus is, which a menu and a dialog take once they stand.
    const remove = page.getByTestId('conversation-delete');
    await focusOn(page, page.getByRole('menu'));
    while (!(await hasFocus(remove))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await focusOn(page, page.getByRole('dialog'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row('냉장 보관').waitFor({ state: 'detached' });
    await page.waitForURL((url) => !url.pathname.includes(conversationId));
    await second.getByText('없는 대화입니다', { exact: true }).waitFor();
    await second
      .getByTestId('conversation-row')
      .filter({ hasText: '냉장 보관' })
      .waitFor({ state: 'detached' });
    await second.close();
  });
});

test('an answer is stopped from the second tab, and both keep what was written', async () => {
  await beginChat(page);
  const text = '하나를 쓴다. 둘을 쓴다. 셋을 쓴다. 넷을 쓴다.';
  scripted.model.script(waitsFor(new Promise(() => {}), text));
  await ask(page, '길게 써 줘');
  const firstHalf = Array.from(text)
    .slice(0, Math.ceil(text.length / 4) * 2)
    .join('')
    .trim();
  await answerBegun(page, text);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await answerBegun(second, text);
  await page.getByTestId('conversation-running').waitFor();

  await second.getByTestId('stop').click();
  for (const tab of [page, second]) {
    await tab.getByTestId('turn-stopped').waitFor();
    expect(await shownLine(tab)).toEqual(['길게 써 줘', firstHalf]);
    await tab.getByTestId('send').waitFor();
    await tab.getByTestId('conversation-running').waitFor({ state: 'detached' });
  }
  await page.reload();
  await page.getByTestId('turn-stopped').waitFor();
  expect(await shownLine(page)).toEqual(['길게 써 줘', firstHalf]);
  await second.close();
});

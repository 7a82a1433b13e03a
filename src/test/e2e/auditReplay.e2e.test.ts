import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { answersDone, ask, conversationIdOf } from './chatPage';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;
let conversationId: string;

const documentQuestion = '나루아픽정 심포지엄 날짜가 언제야?';
const salesQuestion = '지난달 내 실적을 제품별로 보여줘';

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  const chat = await openPage(browser, program.url);
  await signInOnPage(chat, program.demo.rep!);
  await ask(chat, documentQuestion);
  await answersDone(chat, 1);
  await ask(chat, salesQuestion);
  await answersDone(chat, 2);
  await chat.getByTestId('feedback-up').first().click();
  await chat.locator('[data-testid="feedback-up"][aria-pressed="true"]').waitFor();
  conversationId = conversationIdOf(chat);
  page = await openPage(browser, `${program.url}/audit`);
  await signInOnPage(page, program.demo.analyst!);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const turnRow = (question: string) => page.getByTestId('turn-row').filter({ hasText: question }).first();

async function openTurn(question: string): Promise<void> {
  await page.goto(`${program.url}/audit`);
  await turnRow(question).getByRole('link').first().click();
  await page.getByTestId('turn-question').filter({ hasText: question }).waitFor();
}

test('an analyst sees what an answer knew: its passages, and its rows with their statement', async () => {
  await openTurn(documentQuestion);
  const cited = page
    .getByTestId('known-passage')
    .filter({ has: page.locator('mark') })
    .first();
  await cited.waitFor();
  expect(await cited.locator('mark').innerText()).toContain('11월 26일');
  expect(await cited.getAttribute('data-given')).toBe('whole');

  await openTurn(salesQuestion);
  const read = page.getByTestId('known-rows').first();
  await read.getByTestId('result-table').waitFor();
  await read.getByTestId('known-statement').first().locator('summary').click();
  await read.getByTestId('sql').first().getByText('sales_records').waitFor();
});

test('the trace is a waterfall, whose steps open to what went in and came out', async () => {
  await page.getByTestId('turn-view-trace').click();
  await page.getByTestId('waterfall').waitFor();
  const left = async (kind: string) =>
    (await page
      .locator(`[data-testid="span-row"][data-kind="${kind}"] [data-kind="${kind}"]`)
      .last()
      .boundingBox())!.x;
  // What was done later begins further to the right.
  expect(await left('turn')).toBeLessThan(await left('query'));
  const query = page.locator('[data-testid="span-row"][data-kind="query"]').first();
  await query.focus();
  await page.keyboard.press('Enter');
  expect(await query.getAttribute('aria-expanded')).toBe('true');
  await page.getByTestId('span-detail').getByTestId('sql').waitFor();
  await page.reload();
  await page.getByTestId('waterfall').waitFor();
});

test('the chat is shown whole, is played as it was, and stands still where it is paused', async () => {
  await page.getByTestId('open-chat').click();
  await page.waitForURL((url) => url.pathname === `/audit/conversations/${conversationId}`);
  const turns = page.getByTestId('replay-turn');
  await turns.nth(1).waitFor();
  await page.getByTestId('replay-feedback').waitFor();
  const whole = await turns.count();
  expect(whole).toBe(2);

  await page.getByTestId('replay-play').click();
  await turns.nth(1).waitFor({ state: 'detached' });
  await page.getByTestId('replay-play').click();
  const position = await page.getByTestId('replay-position').innerText();
  await page.getByTestId('replay-next').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('replay-speed').getByText('16×').click();
  await page.getByTestId('replay-play').click();
  await turns.nth(1).waitFor();
  await answersDone(page, 2);
  expect(await page.getByTestId('replay-position').innerText()).not.toBe(position);

  await page.getByTestId('replay-line').getByRole('slider').focus();
  await page.keyboard.press('Home');
  await turns.nth(1).waitFor({ state: 'detached' });
  await page.getByTestId('replay-speed').getByText('전체').click();
  await turns.nth(1).waitFor();

  await turns.first().getByTestId('open-record').click();
  await page.getByTestId('turn-question').filter({ hasText: documentQuestion }).waitFor();
});

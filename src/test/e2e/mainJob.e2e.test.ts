import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;

let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const lastAnswer = (page: Page) => page.getByTestId('message-assistant').last();

async function ask(page: Page, question: string): Promise<string> {
  const before = await page.getByTestId('message-assistant').count();
  await page.getByTestId('composer').fill(question);
  await page.getByTestId('send').click();
  await page.getByTestId('message-assistant').nth(before).waitFor();
  await page.locator('[data-testid="message-assistant"][aria-busy="false"]').nth(before).waitFor();
  return (await lastAnswer(page).textContent()) ?? '';
}

test('a rep asks a document question and a sales question, and the analyst sees every step of both', async () => {
  const page = await openPage(browser, program.url);
  await signInOnPage(page, program.demo.rep!);
  const documentQuestion = '나루아픽정 심포지엄 날짜가 언제야?';
  const answer = await ask(page, documentQuestion);
  expect(answer).toContain('11월 26일');

  await lastAnswer(page).getByTestId('citation-chip').first().click();
  const quote = page.getByTestId('passage-quote').first();
  await quote.waitFor();
  expect(await quote.textContent()).toContain('11월 26일');
  await page.keyboard.press('Escape');

  const salesQuestion = '지난달 내 실적을 제품별로 보여줘';
  const figures = await ask(page, salesQuestion);
  expect(figures).toMatch(/원/);
  const table = lastAnswer(page).getByTestId('result-table');
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(3);

  const audit = await openPage(browser, `${program.url}/audit`);
  await signInOnPage(audit, program.demo.analyst!);
  for (const [question, kinds] of [
    [documentQuestion, ['turn', 'model', 'tool', 'search']],
    [salesQuestion, ['turn', 'link', 'model', 'tool', 'query']],
  ] as const) {
    await audit.goto(`${program.url}/audit`);
    await audit
      .getByTestId('turn-row')
      .filter({ hasText: question })
      .first()
      .getByRole('link')
      .first()
      .click();
    await audit.getByTestId('turn-question').filter({ hasText: question }).waitFor();
    await audit.getByTestId('turn-view-trace').click();
    await audit.getByTestId('span-row').first().waitFor();
    const rows = await audit
      .getByTestId('span-row')
      .evaluateAll((spans) => spans.map((span) => span.dataset.kind));
    expect(rows).toEqual(expect.arrayContaining([...kinds]));
  }
});

const admin = { email: 'admin@narupharma.example', password: 'a-long-enough-password' };

test('the set-up link makes the first admin, who signs in', async () => {
  const page = await openPage(browser, `${program.url}/setup#token=${program.setupToken}`);
  await page.getByTestId('setup-name').fill('관리자');
  await page.getByTestId('setup-email').fill(admin.email);
  await page.getByTestId('setup-password').fill(admin.password);
  await page.getByTestId('setup-submit').click();
  await page.getByTestId('setup-sign-in').click();
  await signInOnPage(page, admin);
});

test('the admin uploads a document, which is then found', async () => {
  const page = await openPage(browser, program.url);
  await signInOnPage(page, admin);
  await page.goto(`${program.url}/documents`);
  await page.getByTestId('open-upload').click();
  await page.getByTestId('upload-input').setInputFiles({
    name: '주차 안내.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      '본사 방문 차량은 지하 3층 방문객 구역에 주차하고, 안내 데스크에서 2시간 무료권을 받는다.',
    ),
  });
  await page.getByTestId('upload-submit').click();
  const row = page.getByTestId('document-row').filter({ hasText: '주차 안내' }).first();
  await row.filter({ hasText: '사용 가능' }).waitFor();

  await page.goto(program.url);
  expect(await ask(page, '본사 방문 차량은 어디에 주차해?')).toContain('지하 3층');
});

test('a chat is there after a reload', async () => {
  const page = await openPage(browser, program.url);
  await signInOnPage(page, program.demo.rep!);
  expect(await ask(page, '이상사례 보고 기한은?')).toContain('24시간');
  await page.reload();
  await lastAnswer(page).waitFor();
  expect(await lastAnswer(page).textContent()).toContain('24시간');
});

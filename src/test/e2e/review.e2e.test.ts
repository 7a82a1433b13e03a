import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const question = '우주정거장 도킹 절차 알려줘';

async function openAudit(path: string): Promise<Page> {
  const page = await openPage(browser, `${program.url}${path}`);
  await signInOnPage(page, program.demo.analyst!);
  return page;
}

test('a question without an answer is flagged; the analyst decides, makes it a case and sees the history', async () => {
  const rep = await openPage(browser, program.url);
  await signInOnPage(rep, program.demo.rep!);
  await rep.getByTestId('composer').fill(question);
  await rep.getByTestId('send').click();
  await rep.locator('[data-testid="message-assistant"][aria-busy="false"]').first().waitFor();

  const page = await openAudit('/audit/review');
  const row = page.getByTestId('flag-row').filter({ hasText: question });
  for (let tries = 0; tries < 30 && (await row.count()) === 0; tries += 1) {
    await page.reload();
    await page.getByTestId('flag-statuses').waitFor();
    await row.waitFor({ timeout: 2_000 }).catch(() => {});
  }
  await row.getByRole('link').click();
  const card = page.getByTestId('flag-card');
  await card.getByTestId('flag-decision').click();
  await page.getByRole('option', { name: '문서 없음' }).click();
  await card.getByTestId('flag-save').click();
  await card.locator('[data-status="decided"]').waitFor();

  await page.getByTestId('make-case').click();
  await page.getByText('답이 없다고 해야 함').click();
  await page.getByTestId('make-case-submit').click();
  await page.getByTestId('make-case-submit').waitFor({ state: 'detached' });
  await page.getByTestId('review-history').locator('summary').click();
  expect(await page.getByTestId('review-history').textContent()).toContain('열림 → 문서 없음');
  await page.goto(`${program.url}/audit/evaluation-cases`);
  await page.getByTestId('case-row').filter({ hasText: question }).waitFor();
});

test('a rule is made in the form, and no page is wider than a telephone', async () => {
  const page = await openAudit('/audit/rules');
  await page.getByTestId('add-rule').click();
  await page.getByTestId('rule-name').fill('환불 문의');
  await page.getByTestId('rule-words').fill('환불');
  await page.keyboard.press('Enter');
  await page.getByTestId('rule-submit').click();
  await page.getByTestId('rule-row').filter({ hasText: '질문이나 답변에: 환불' }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ['/audit/review', '/audit/rules', '/audit/evaluation-cases']) {
    await page.goto(`${program.url}${path}`);
    await page.getByRole('table').waitFor();
    const html = page.locator('html');
    const [wide, shown] = await html.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect([path, wide]).toEqual([path, shown]);
  }
});

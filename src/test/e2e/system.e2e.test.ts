import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { createAdmin, testPassword } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir, { DEMO: '0' }), launchBrowser()]);
  await createAdmin(program);
  page = await openPage(browser, program.url);
  await signInOnPage(page, { email: 'admin@test.example', password: testPassword });
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

const tab = (name: string) => page.getByTestId(`system-tab-${name}`);

test('the status says that everything works and what it stands on', async () => {
  await page.getByRole('navigation').getByRole('link', { name: '시스템' }).click();
  await page.locator('[data-testid="system-advice"][data-well="true"]').waitFor();
  await page
    .locator('[data-testid="part-database"][data-ok="true"]')
    .getByText('내장 데이터베이스')
    .waitFor();
  await page.getByTestId('system-facts').getByText('내장 플래너').waitFor();
  await page.getByTestId('system-queues').waitFor();
});

test('a prompt version is saved, compared, used and taken back', async () => {
  await tab('prompts').click();
  await page.locator('[data-testid="prompt-in-force"][data-version="release"]').waitFor();
  await page.getByTestId('write-prompt').click();
  const body = page.getByTestId('prompt-body');
  const text = await body.inputValue();
  await page.getByTestId('prompt-reason').fill('담당 부서를 적게 합니다');
  await body.fill(text.replace('{{today}}', '오늘'));
  await page.getByTestId('prompt-trouble').getByText('{{today}}').waitFor();
  expect(await page.getByTestId('save-prompt').isDisabled()).toBe(true);
  await body.fill(text.replace('Be short and exact', 'Be friendly and exact'));
  await page.getByTestId('save-prompt').click();

  const row = page.locator('[data-testid="prompt-version"][data-version="1"]');
  await row.getByText('담당 부서를 적게 합니다').waitFor();
  const diff = page.getByTestId('diff');
  await diff.locator('ins', { hasText: 'friendly' }).waitFor();
  await diff.locator('del', { hasText: 'short' }).waitFor();
  expect(await page.getByTestId('diff-summary').textContent()).toContain('더한 낱말 1개');

  await row.getByTestId('activate-prompt').click();
  await page.getByRole('dialog').locator('ins', { hasText: 'friendly' }).waitFor();
  await page.getByTestId('confirm-activate').click();
  await page.locator('[data-testid="prompt-in-force"][data-version="1"]').waitFor();

  await page.getByTestId('back-to-release').click();
  await page.getByTestId('confirm-activate').click();
  await page.locator('[data-testid="prompt-in-force"][data-version="release"]').waitFor();
  await page.getByTestId('prompt-history').getByText('버전 1').waitFor();
});

test('migrations say what is applied, and limits what is set', async () => {
  await tab('migrations').click();
  await page.getByTestId('applied-migration').filter({ hasText: 'prompt-versions' }).waitFor();
  expect(await page.getByTestId('run-migrations').isDisabled()).toBe(true);
  await page.getByRole('button', { name: '미리 보기' }).click();
  await page.getByTestId('migration-outcome').getByText('0개가 적용됩니다').waitFor();

  await tab('limits').click();
  await page.getByTestId('limit-questionsPerMinute').getByText('CHAT_QUESTIONS_PER_MINUTE').waitFor();
  await page.getByTestId('usage-of-all').getByText('질문').waitFor();
});

test('no page is wider than a telephone', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ['/system', '/prompts', '/system/limits', '/system/migrations']) {
    await page.goto(`${program.url}${path}`);
    await page.getByRole('table').first().waitFor();
    const html = page.locator('html');
    const [wide, shown] = await html.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect([path, wide]).toEqual([path, shown]);
  }
});

import type { Browser, Page } from 'playwright-core';
import { createAdmin, testPassword } from '../people';
import { launchBrowser, openPage } from './browser';
import { answersDone } from './chatPage';
import { focusOn, hasFocus, tabTo } from './keyboard';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  await createAdmin(program);
  program.demo.admin = { email: 'admin@test.example', password: testPassword };
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const question = '나루아픽정 심포지엄 날짜가 언제야?';

/** Signs in without a mouse; nothing here has one. */
async function signedIn(role: string): Promise<Page> {
  const page = await openPage(browser, program.url);
  const { email, password } = program.demo[role]!;
  await focusOn(page, page.getByTestId('login-email'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByTestId('login-password'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByTestId('login-submit').waitFor({ state: 'detached' });
  return page;
}

/** Goes to another place of the product by the navigation. */
async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('banner').getByRole('link', { name, exact: true });
  await tabTo(page, link, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await link.and(page.locator('[aria-current="page"]')).waitFor();
}

async function pressed(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByTestId(name));
  await page.keyboard.press('Enter');
}

test('a rep asks, opens the citation, sorts and saves the table, says what it was worth and finds the chat again', async () => {
  const page = await signedIn('rep');
  const composer = page.getByTestId('composer');
  await focusOn(page, composer);
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await answersDone(page, 1);

  const chip = page.getByTestId('citation-chip').first();
  await tabTo(page, chip, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('passage-quote').first().waitFor();
  await focusOn(page, page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await focusOn(page, chip);

  await tabTo(page, composer);
  await page.keyboard.type('이번 분기 내 실적을 거래처별로 보여줘');
  await page.keyboard.press('Enter');
  await answersDone(page, 2);
  const heading = page.getByRole('columnheader', { name: '매출' });
  await tabTo(page, heading.getByRole('button'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');

  const save = page.getByTestId('export-table');
  await tabTo(page, save, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await focusOn(page, page.getByRole('menu'));
  while (!(await hasFocus(page.getByTestId('export-csv')))) await page.keyboard.press('ArrowDown');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await focusOn(page, save);

  const thumb = page.getByTestId('feedback-up').last();
  await tabTo(page, thumb);
  await page.keyboard.press('Space');
  await page.locator('[data-testid="feedback-up"][aria-pressed="true"]').waitFor();
  await focusOn(page, thumb);

  await tabTo(page, page.getByTestId('conversation-search'), 'Shift+Tab');
  await page.keyboard.type('심포지엄');
  await tabTo(
    page,
    page
      .getByRole('navigation')
      .getByRole('link', { name: /심포지엄/ })
      .first(),
  );
  await page.keyboard.press('Enter');
  await answersDone(page, 2);
});

test('the first stop of every page leads past its navigation', async () => {
  const page = await signedIn('rep');
  await page.goto(`${program.url}/performance`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await focusOn(page, page.getByTestId('skip-link'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.getByRole('main'))).toBe(true);
});

test('an admin uploads a document and registers a person', async () => {
  const page = await signedIn('admin');
  await goTo(page, '문서');
  await pressed(page, 'open-upload');
  const dialog = page.getByRole('dialog');
  await focusOn(page, dialog);
  const picker = page.getByTestId('upload-input').locator('..');
  // Before the last stop, so that the browser hands the chooser over by the time it is asked for.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, picker);
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({
    name: '자판기 안내.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('본사 자판기는 지하 1층 휴게실에 있고 사원증으로 결제한다.'),
  });
  await pressed(page, 'upload-submit');
  await page
    .getByTestId('document-row')
    .filter({ hasText: '자판기 안내' })
    .and(page.locator('[data-status="indexed"]'))
    .waitFor();
  await focusOn(page, page.getByTestId('open-upload'));

  await goTo(page, '직원');
  const register = page.getByRole('button', { name: '직원 등록' });
  await tabTo(page, register);
  await page.keyboard.press('Enter');
  await focusOn(page, dialog);
  for (const [label, text] of [
    ['사번', 'K-7001'],
    ['이름', '나키보'],
    ['이메일', 'nakibo@test.example'],
  ] as const) {
    await tabTo(page, dialog.getByLabel(label));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await dialog.getByRole('status').waitFor();
  await tabTo(page, dialog.getByRole('button', { name: '닫기' }).last());
  await page.keyboard.press('Enter');
  await focusOn(page, register);
  await page.getByText('나키보').first().waitFor();
});

test('an analyst finds a turn, opens and flags it, and takes the found ones along as a file', async () => {
  const page = await signedIn('analyst');
  await goTo(page, '감사');
  const rows = page.getByTestId('turn-row');
  await tabTo(page, page.getByTestId('turn-search'));
  await page.keyboard.type('심포지엄');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.has('q'));
  await tabTo(page, rows.filter({ hasText: question }).getByRole('link').first());
  await page.keyboard.press('Enter');
  // From the end of a long page.
  await tabTo(page, page.getByTestId('raise-comment'), 'Shift+Tab');
  await page.keyboard.type('근거를 다시 확인');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="flag-card"][data-kind="manual"]').waitFor();

  await goTo(page, '감사');
  await pressed(page, 'export-turns');
  await focusOn(page, page.getByRole('dialog'));
  await tabTo(page, page.getByTestId('export-reason'));
  await page.keyboard.type('분기 점검을 위한 추출');
  await pressed(page, 'ask-for-export');
  await page.waitForURL(/\/audit\/exports$/);
  await page.locator('[data-testid="export-row"][data-status="done"]').first().waitFor();
  await tabTo(page, page.getByTestId('download-export').first());
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});

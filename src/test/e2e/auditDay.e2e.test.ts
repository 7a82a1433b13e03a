import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { editAnswerByHand } from './editAnswerByHand';
import { newSampleDataDir } from './samples';
import { programEnvironment, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

const root = path.join(__dirname, '..', '..', '..');
const question = '나루아픽정 심포지엄 날짜가 언제야?';

let program: StartedProgram | undefined;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  const chat = await openPage(browser, program.url);
  await signInOnPage(chat, program.demo.rep!);
  await ask(chat, question);
  await answersDone(chat, 1);
  await ask(chat, '지난달 내 실적을 제품별로 보여줘');
  await answersDone(chat, 2);
  await chat.context().close();
  page = await openPage(browser, `${program.url}/audit`);
  await signInOnPage(page, program.demo.analyst!);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await removeDataDir(dataDir);
});

const rows = () => page.getByTestId('turn-row');

/** Finds the turn as an analyst does: by a word, and by a product that is chosen. */
async function findTurn(): Promise<void> {
  await page.goto(`${program!.url}/audit`);
  await rows().nth(1).waitFor();
  await page.getByTestId('turn-search').fill('심포지엄');
  await page.getByTestId('more-filters').click();
  await page.getByTestId('filter-product').fill('나루아픽정');
  await page
    .getByRole('option', { name: /나루아픽정/ })
    .first()
    .click();
  await page.getByTestId('find-turns').click();
  await page.waitForURL((url) => url.searchParams.has('product'));
  // The rows of before stand until the answer comes.
  await rows().nth(1).waitFor({ state: 'detached' });
  await rows().filter({ hasText: question }).waitFor();
}

test('a turn is found by a word and a product, replayed and looked into', async () => {
  await findTurn();
  expect(await rows().count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('q')).toBe('심포지엄');

  await rows().getByTestId('open-chat').click();
  await page.getByTestId('replay-turn').first().waitFor();
  await page.goBack();
  await rows().filter({ hasText: question }).getByRole('link').first().click();
  await page.getByTestId('turn-view-trace').click();
  await page.locator('[data-testid="span-row"][data-kind="search"]').first().waitFor();
});

test('it is flagged, and what was found is exported with its sum', async () => {
  await page.getByTestId('raise-comment').fill('날짜의 근거를 다시 확인');
  await page.getByTestId('raise-flag').click();
  await page.locator('[data-testid="flag-card"][data-kind="manual"]').waitFor();

  await findTurn();
  await page.getByTestId('export-turns').click();
  await page.getByTestId('export-reason').fill('분기 점검을 위한 추출');
  await page.getByTestId('ask-for-export').click();
  await page.goto(`${program!.url}/audit/exports`);
  const done = page.locator('[data-testid="export-row"][data-status="done"]').first();
  await done.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    done.getByTestId('download-export').click(),
  ]);
  const file = await readFile(await download.path());
  const sum = createHash('sha256').update(file).digest('hex');
  expect(await done.getByTestId('export-sha256').innerText()).toContain(sum.slice(0, 12));
});

test('a row that is edited by hand is found out, on the page as by the command', async () => {
  await page.goto(`${program!.url}/audit/chain`);
  await page.getByTestId('check-chain').click();
  expect(await page.getByTestId('chain-report').innerText()).toContain('쓰인 그대로입니다');

  await program!.stop();
  program = undefined;
  const edited = await editAnswerByHand(dataDir);
  const verify = promisify(execFile)(process.execPath, ['dist/cli/verifyAudit.js'], {
    cwd: root,
    env: await programEnvironment(dataDir),
  });
  await expect(verify).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining(`changed: chat_history ${edited}`) as string,
  });
  program = await startProgram(dataDir);
  await page.goto(`${program.url}/audit/chain`);
  await page.getByTestId('check-chain').click();
  expect(await page.getByTestId('chain-report').innerText()).toContain('내용이 바뀜');
});

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  const rep = await openPage(browser, program.url);
  await signInOnPage(rep, program.demo.rep!);
  await rep.getByTestId('composer').fill('나루아픽정 심포지엄 날짜가 언제야?');
  await rep.getByTestId('send').click();
  await rep.locator('[data-testid="message-assistant"][aria-busy="false"]').first().waitFor();
  page = await openPage(browser, program.url);
  await signInOnPage(page, program.demo.analyst!);
  await page.goto(`${program.url}/audit/numbers`);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const section = (name: string) => page.getByRole('region', { name, exact: true });

test('an analyst sees what was asked today, as a chart, as a table and as a file', async () => {
  await page.getByTestId('numbers-preset').getByText('오늘').click();
  const usage = section('사용량');
  await usage.getByTestId('result-chart').waitFor();
  await usage.getByRole('region', { name: '질문', exact: true }).getByText('1', { exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    usage.getByTestId('save-csv').click(),
  ]);
  const rows: string[][] = parse(await readFile(await download.path()), { bom: true });
  expect(rows[0]!.slice(0, 3)).toEqual(['시작', '질문', '사용자 수']);
  expect(rows).toHaveLength(25);
  expect(rows.slice(1).reduce((sum, [, turns]) => sum + Number(turns), 0)).toBe(1);
});

test('each kind of numbers is asked for as the reader comes to it', async () => {
  for (const name of ['답하지 못한 질문', '근거', '평가', '걸린 시간', '토큰과 비용']) {
    await section(name).scrollIntoViewIfNeeded();
    await section(name).getByTestId('result-table').or(section(name).locator('p')).first().waitFor();
  }
  await section('걸린 시간').getByText('turn · turn').first().waitFor();
});

test('the page fits a narrow screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [content, window] = await page
    .locator('html')
    .evaluate((html) => [html.scrollWidth, html.clientWidth]);
  expect(content).toBeLessThanOrEqual(window);
});

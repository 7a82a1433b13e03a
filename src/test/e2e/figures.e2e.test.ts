import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { standsStill } from './chatPage';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  page = await openPage(browser, program.url);
  await signInOnPage(page, program.demo.rep!);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const answers = () => page.locator('[data-testid="message-assistant"][aria-busy="false"]');

async function ask(question: string): Promise<string> {
  const before = await answers().count();
  await page.getByTestId('composer').fill(question);
  await page.getByTestId('send').click();
  await answers().nth(before).waitFor();
  await standsStill(page);
  return (await answers().nth(before).textContent()) ?? '';
}

const lastTable = () => answers().last().getByTestId('result-table').last();

async function exported(format: 'csv' | 'xlsx'): Promise<Buffer> {
  await lastTable().getByTestId('export-table').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(`export-${format}`).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`거래처별 매출 .*\\.${format}$`));
  return readFile(await download.path());
}

/** Names and amounts as the page shows them, all rows. */
async function shownRows(): Promise<[string, number][]> {
  const rows = await lastTable()
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
  return rows.map(([name, amount]) => [name!, Number(amount!.replace(/[₩,]/g, ''))]);
}

test('a rep asks for sales by customer, sees the table, draws it and sorts it', async () => {
  const answer = await ask('이번 분기 내 실적을 거래처별로 보여줘');
  expect(answer).toMatch(/원/);
  await lastTable().getByTestId('toggle-chart').click();
  await lastTable().getByTestId('result-chart').locator('.recharts-bar-rectangle').first().waitFor();
  await lastTable().getByTestId('show-all').click();
  const rows = await shownRows();
  expect(rows.length).toBeGreaterThan(10);
  expect(rows).toEqual([...rows].sort(([, one], [, other]) => other - one));
  const heading = lastTable().getByRole('columnheader', { name: '매출' });
  await heading.getByRole('button').click();
  await heading.getByRole('button').click();
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  expect((await shownRows())[0]).toEqual(rows.at(-1));
});

test('the exported files have what the page shows, as numbers', async () => {
  const rows = (await shownRows()).reverse();
  const csv = await exported('csv');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = parse(csv, { bom: true, relax_column_count: true });
  const head = lines.findIndex(([first]) => first === '거래처');
  expect(lines.slice(0, head).flat().join('\n')).toMatch(
    /# 기간: \d{4}-\d\d-\d\d ~ .*\n# 범위: 본인 실적 기준/,
  );
  const saved = lines.slice(head + 1).map(([name, amount]): [string, number] => [name!, Number(amount)]);
  expect(new Map(saved)).toEqual(new Map(rows));

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await exported('xlsx')).buffer);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.rowCount).toBe(rows.length + 1);
  expect(sheet.getRow(2).getCell(2).value).toBe(saved[0]![1]);
});

test('a customer in the table opens its sheet beside the chat', async () => {
  const link = lastTable().getByTestId('customer-link').first();
  const name = (await link.textContent())!;
  await link.click();
  const panel = page.getByTestId('beside-panel');
  await panel.getByTestId('customer-sheet').waitFor();
  await panel.getByText(name, { exact: true }).first().waitFor();
  await panel.getByTestId('result-chart').first().waitFor();
  expect(await panel.getByTestId('customer-visit').count()).toBeGreaterThan(0);
  await panel.getByRole('button', { name: '닫기' }).first().click();
  await panel.waitFor({ state: 'detached' });
});

test('a follow-up changes one thing: the days, then what is grouped by', async () => {
  await page.goto(program.url);
  await ask('이번 달 내 매출은?');
  const lastMonth = await ask('그럼 지난달은?');
  const today = new Date(Date.now() + 9 * 3_600_000);
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1))
    .toISOString()
    .slice(0, 7);
  expect(lastMonth).toContain(`${month}-01`);
  expect(lastMonth).toContain('본인 실적 기준');
  const byCustomer = await ask('거래처별로');
  expect(byCustomer).toContain(`${month}-01`);
  expect(await lastTable().getByRole('columnheader').first().textContent()).toContain('거래처');
});

test('own performance shows the month, its trend and the best customers', async () => {
  await page.getByRole('link', { name: '실적', exact: true }).click();
  await page.getByTestId('performance-summary').waitFor();
  expect(await page.getByTestId('performance-summary').textContent()).toContain('본인 실적 기준');
  await page.getByTestId('result-chart').locator('.recharts-line').first().waitFor();
  expect(await page.getByTestId('customer-link').count()).toBeGreaterThan(3);
});

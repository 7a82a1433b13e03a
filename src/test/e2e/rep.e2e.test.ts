import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { callApi } from '../api';
import { uploadDocument, waitForDocument } from '../documents';
import { createAdmin } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { ask, answersDone } from './chatPage';
import { newSampleDataDir } from './samples';
import { startProgram, type StartedProgram } from './startedProgram';

let dataDir: string;
let program: StartedProgram;
let browser: Browser;
let rep: Page;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  rep = await openPage(browser, program.url);
  await signInOnPage(rep, program.demo.rep!);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

test('a citation of a PDF opens its page with the quoted words marked, and turns to others by key', async () => {
  const complaints: string[] = [];
  rep.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await ask(rep, '나루아픽정 복용을 잊었으면 어떻게 해?');
  await answersDone(rep, 1);
  await rep.getByTestId('citation-chip').first().click();
  const view = rep.getByTestId('pdf-view');
  await view.getByTestId('pdf-quote').first().waitFor();
  const marked = (await view.getByTestId('pdf-quote').allTextContents()).join('').replace(/\s/g, '');
  expect(marked).toContain('복용을잊었으면생각난즉시복용하고');
  expect(await view.getByTestId('pdf-page-number').textContent()).toBe('2 / 3쪽');

  // The words are where they are drawn: the mark is in sight, on the page.
  const [mark, scroll] = await Promise.all([
    view.getByTestId('pdf-quote').first().boundingBox(),
    view.getByRole('region').boundingBox(),
  ]);
  expect(mark!.y).toBeGreaterThanOrEqual(scroll!.y);
  expect(mark!.y + mark!.height).toBeLessThanOrEqual(scroll!.y + scroll!.height);

  await view.getByRole('region').press('PageDown');
  await view.locator('[data-testid="pdf-page"][data-page="3"]').waitFor();
  expect(await view.getByTestId('pdf-quote').count()).toBe(0);
  await view.getByRole('region').press('PageUp');
  await view.getByTestId('pdf-quote').first().waitFor();

  await rep.getByTestId('passage-form').getByText('글', { exact: true }).click();
  await rep.getByTestId('passage-quote').filter({ hasText: '복용을 잊었으면' }).waitFor();
  await rep.keyboard.press('Escape');
  await rep.getByTestId('passage-drawer').waitFor({ state: 'hidden' });
  // What the page may load and run, its policy says: nothing was tried beyond it.
  expect(complaints).toEqual([]);
});

test('a suggestion about an own customer is followed, and its sheet opens beside the chat', async () => {
  await rep.goto(program.url);
  const suggestion = rep
    .locator('[data-testid="suggestion"][data-about="figures"]')
    .filter({ hasText: '거래처' });
  await suggestion.first().click();
  await answersDone(rep, 1);
  const customer = rep.getByTestId('customer-link').first();
  const name = await customer.textContent();
  await customer.click();
  const panel = rep.getByTestId('beside-panel');
  await panel.getByRole('heading', { name: name! }).waitFor();
  await panel.getByTestId('customer-sheet').waitFor();

  await panel.getByTestId('ask-about-customer').click();
  const draft = rep.getByTestId('composer');
  expect(await draft.inputValue()).toContain(name);
  expect(await rep.getByTestId('message-assistant').count()).toBe(1);
  await rep.getByTestId('send').click();
  await answersDone(rep, 2);

  await rep.getByTestId('open-performance').click();
  await panel.getByTestId('performance-summary').waitFor();
});

test('on a phone the sheet takes the screen, and a question about it leads back to the chat', async () => {
  const phone = await openPhone();
  await ask(phone, '최근 3개월 매출이 가장 많은 거래처 5곳은?');
  await answersDone(phone, 1);
  const customer = phone.getByTestId('customer-link').first();
  const name = await customer.textContent();
  await customer.tap();
  const drawer = phone.getByTestId('beside-drawer');
  await drawer.getByTestId('customer-sheet').waitFor();
  await drawer.getByTestId('ask-about-customer').tap();
  await drawer.getByTestId('customer-sheet').waitFor({ state: 'hidden' });
  expect(await phone.getByTestId('composer').inputValue()).toContain(name);
  await phone.context().close();
});

test('on a phone Enter makes a line, in a question and where it is changed, and the button sends', async () => {
  const phone = await openPhone();
  const lines = '최근 3개월 매출이 가장 많은\n거래처 5곳은?';
  const [first, second] = lines.split('\n') as [string, string];
  const write = async (where: Locator) => {
    await where.fill(first);
    await where.press('Enter');
    await where.pressSequentially(second);
    expect(await where.inputValue()).toBe(lines);
  };
  await write(phone.getByTestId('composer'));
  await phone.getByTestId('send').tap();
  await answersDone(phone, 1);
  await phone.getByTestId('edit-question').tap();
  await write(phone.getByTestId('edit-input'));
  expect(await phone.getByTestId('message-assistant').count()).toBe(1);
  await phone.context().close();
});

test('what moves under the finger still takes it', async () => {
  const phone = await openPhone();
  await ask(phone, '최근 3개월 매출이 가장 많은 거래처 5곳은?');
  await answersDone(phone, 1);
  await ask(phone, '그럼 제품별로는?');
  await answersDone(phone, 2);
  expect(await phone.evaluate(takersOfATouchWhileItScrolls(30))).toEqual(Array(30).fill('a turn'));
  await phone.context().close();
});

describe('a PDF whose Korean font is not in the file', () => {
  let admin: string;
  let id: string;
  beforeAll(async () => {
    admin = await createAdmin(program);
    const file = path.join(__dirname, '..', '..', 'ingestion', 'fixtures', 'predefined-cmap.pdf');
    ({ id } = await uploadDocument(program, admin, 'predefined-cmap.pdf', await readFile(file)));
    expect(await waitForDocument(program, admin, id)).toMatchObject({ status: 'indexed' });
  });

  async function setAudience(audience: { roles?: string[] }): Promise<void> {
    const change = { token: admin, body: { audience } };
    const { status } = await callApi(program.url, 'PATCH', `/api/documents/${id}`, change);
    expect(status).toBe(200);
  }

  test('is drawn and marked; who lost the right sees that it is not there', async () => {
    await setAudience({});
    await rep.goto(program.url);
    await ask(rep, '나루사르정은 위약보다 수축기 혈압을 얼마나 더 낮추었어?');
    await answersDone(rep, 1);
    const chip = rep.getByTestId('citation-chip').and(rep.getByLabel('predefined-cmap')).first();
    await chip.click();
    const view = rep.getByTestId('pdf-view');
    await view.getByTestId('pdf-quote').filter({ hasText: '12.4mmHg' }).waitFor();
    const canvas = view.locator('canvas');
    expect(await canvas.evaluate(inkOf)).toBeGreaterThan(500);
    await rep.keyboard.press('Escape');

    await setAudience({ roles: ['admin'] });
    await rep.reload();
    await chip.click();
    await rep.getByTestId('passage-drawer').getByRole('alert').getByText('찾을 수 없').waitFor();
    expect(await view.count()).toBe(0);
  });
});

/** The same rep on a phone: a window of its own, whose size no other test is left with. */
async function openPhone(): Promise<Page> {
  const phone = await openPage(browser, program.url, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await signInOnPage(phone, program.demo.rep!);
  return phone;
}

/** Scrolls the conversation up by a pixel in each of some frames. @returns for each, what takes a touch in its middle. */
function takersOfATouchWhileItScrolls(frames: number): string {
  return `new Promise((resolve) => {
    const scroll = document.querySelector('[role="log"]').parentElement;
    const { left, top, width, height } = scroll.getBoundingClientRect();
    const takers = [];
    const next = () => {
      const touched = document.elementFromPoint(left + width / 2, top + height / 2);
      takers.push(touched.closest('[data-testid="turn"]') ? 'a turn' : touched.outerHTML.slice(0, 100));
      if (takers.length === ${frames}) return resolve(takers);
      scroll.scrollTop -= 1;
      requestAnimationFrame(next);
    };
    next();
  })`;
}

interface DrawnCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): { getImageData(...area: number[]): { data: Uint8ClampedArray } };
}

/** Pixels of a drawn page that are not paper. */
function inkOf(canvas: DrawnCanvas): number {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 380) ink += 1;
  return ink;
}

import { AxeBuilder } from '@axe-core/playwright';
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { newDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  const rep = await openPage(browser, program.url);
  await signInOnPage(rep, program.demo.rep!);
  await ask(rep, '나루아픽정 심포지엄 날짜가 언제야?');
  await answersDone(rep, 1);
  await ask(rep, '이번 분기 내 실적을 거래처별로 보여줘');
  await answersDone(rep, 2);
  await rep.context().close();
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

/** What somebody who needs it set up otherwise sees the pages with. */
const appearances = [
  { language: 'ko', colors: 'light' },
  { language: 'en', colors: 'dark' },
] as const;

/** Menus and dialogs opened on one page at most. */
const mostOpened = 8;

/** A key of the texts that was shown as it is: `audit.turn.title`, or with its namespace before a colon. */
const rawKey = /^[a-z]\w+(?:[.:][a-z]\w+){1,4}$/i;

/** Loads the page until nothing is on its way. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[data-testid="page-fallback"]').waitFor({ state: 'detached' });
}

interface Fault {
  at: string;
  fault: string;
}

/** What is wrong with the page as it stands: for people with a screen reader, and in what is written. */
async function faultsOf(page: Page, at: string): Promise<Fault[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const texts = await page.locator('body').evaluate((body) => {
    const walker = body.ownerDocument.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('code, pre')) found.push(node.nodeValue!.trim());
    }
    return found;
  });
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    ...texts.filter((text) => rawKey.test(text)).map((text) => `raw key: ${text}`),
  ].map((fault) => ({ at, fault }));
}

/** Opens each menu and dialog of the page in turn and closes it with the keyboard. */
async function faultsOfOpened(page: Page, at: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const openers = page.locator('button[aria-haspopup]:visible:enabled');
  for (let which = 0; which < Math.min(await openers.count(), mostOpened); which += 1) {
    await openers.nth(which).click();
    const name =
      (await openers.nth(which).innerText()) || (await openers.nth(which).getAttribute('aria-label'));
    await page.locator('[role=menu], [role=dialog], [role=listbox]').first().waitFor();
    faults.push(...(await faultsOf(page, `${at} > ${name}`)));
    await page.keyboard.press('Escape');
    await page.locator('[role=menu], [role=dialog], [role=listbox]').first().waitFor({ state: 'hidden' });
  }
  return faults;
}

/** Addresses that this page leads to, one of each kind. */
async function linksOf(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  return links.map((link) => link.split('#')[0]!).filter((link) => !link.startsWith('/api/'));
}

/** Names one kind of page: keys in an address count for nothing. */
const kindOf = (address: string) =>
  address
    .split('?')[0]!
    .split('/')
    .map((part) => (/[\d%]/.test(part) ? ':key' : part))
    .join('/');

describe.each(appearances)('in $language, $colors', ({ language, colors }) => {
  const open = async (address: string) => {
    const page = await openPage(browser, 'about:blank');
    await page.addInitScript({
      content: `localStorage.setItem('narutalk.language', '${language}');
        localStorage.setItem('mantine-color-scheme-value', '${colors}');`,
    });
    await page.goto(program.url + address);
    await settle(page);
    return page;
  };

  test.each(['/login', '/setup', '/no-such-page'])('%s', async (address) => {
    const page = await open(address);
    expect(await faultsOf(page, address)).toEqual([]);
    await page.context().close();
  });

  test.each(['rep', 'manager', 'analyst', 'admin'])('every page a %s is led to', async (role) => {
    const page = await open('/');
    await signInOnPage(page, program.demo[role]!);
    const seen = new Map<string, string>();
    const faults: Fault[] = [];
    const waiting = ['/'];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(kindOf(address))) continue;
      seen.set(kindOf(address), address);
      await page.goto(program.url + address);
      await settle(page);
      const at = kindOf(address);
      faults.push(...(await faultsOf(page, at)), ...(await faultsOfOpened(page, at)));
      waiting.push(...(await linksOf(page)));
    }
    console.log(`${role}: ${[...seen.keys()].join(' ')}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

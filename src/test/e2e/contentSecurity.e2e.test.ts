import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir, { DEMO: '0' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

/** The number in the policy of an answer. */
const numberOf = (policy: string | undefined) =>
  /style-src 'self' 'nonce-([\w-]{22})'/.exec(policy ?? '')?.[1];

async function load(page: Page, address: string): Promise<string> {
  const answer = await page.goto(program.url + address);
  await page.getByTestId('login-submit').waitFor();
  return numberOf((await answer!.allHeaders())['content-security-policy'])!;
}

/** Whether a style element that somebody puts into the page is applied, and what the browser says of it. */
const tryStyle = (nonce: string) => `(async () => {
  const refused = new Promise((resolve) =>
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
  const style = document.createElement('style');
  style.setAttribute('nonce', ${JSON.stringify(nonce)});
  style.textContent = 'body { outline: 7px solid red }';
  document.head.append(style);
  const isApplied = getComputedStyle(document.body).outlineWidth === '7px';
  style.remove();
  return isApplied ? 'applied' : refused;
})()`;

test('a page knows its own styles by the number of its own answer, and no others', async () => {
  const page = await openPage(browser, 'about:blank');
  const first = await load(page, '/login');
  const second = await load(page, '/index.html');
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(second).not.toBe(first);
  // The library's own variables are there: without them nothing has a colour.
  const rules = `document.querySelector('style[data-mantine-styles]').sheet.cssRules.length`;
  expect(await page.evaluate(rules)).toBeGreaterThan(0);
  expect(await page.evaluate(tryStyle(second))).toBe('applied');
  expect(await page.evaluate(tryStyle(first))).toBe('style-src-elem');
  expect(await page.evaluate(tryStyle(''))).toBe('style-src-elem');
  await page.context().close();
});

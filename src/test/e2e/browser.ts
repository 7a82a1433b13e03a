import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { patienceMs } from '../patience';

/** Debian's Chromium; without the background flags its connections to its maker are refused, many at a time. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A new private window, in Korean, on a page of the program. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ko-KR',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  watch(page);
  await page.goto(url);
  return page;
}

/** Pages of this file's tests that are open, with what went wrong in them. */
const opened = new Map<Page, string[]>();
/** Errors that no page caught, since somebody last took them. */
let thrown: string[] = [];

function watch(page: Page): void {
  const wrong: string[] = [];
  opened.set(page, wrong);
  page.on('close', () => opened.delete(page));
  page.on('pageerror', (error) => {
    wrong.push(String(error));
    thrown.push(`${page.url()}: ${error.stack}`);
  });
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('requestfailed', (request) => wrong.push(`${request.url()}: ${request.failure()?.errorText}`));
}

/** Errors that no page caught since the last call. */
export function takeThrown(): string[] {
  const taken = thrown;
  thrown = [];
  return taken;
}

/** Address, text and latest troubles of every open page, for whoever reads of a test that failed. */
export async function whatPagesShow(): Promise<string> {
  const shown = [...opened].map(async ([page, wrong]) => {
    const text = await page.innerText('body', { timeout: 5_000 }).catch(String);
    const ends = text.length > 2_000 ? `${text.slice(0, 1_000)} … ${text.slice(-1_000)}` : text;
    return [page.url(), ends, ...wrong.slice(-10)].join('\n');
  });
  return `What the pages showed:\n${(await Promise.all(shown)).join('\n---\n')}`;
}

/** Signs in through the form and waits until it is gone. */
export async function signInOnPage(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByTestId('login-email').fill(email);
  await page.getByTestId('login-password').fill(password);
  await page.getByTestId('login-submit').click();
  await page.getByTestId('login-submit').waitFor({ state: 'detached' });
}

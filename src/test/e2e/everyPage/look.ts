import { source as axeSource, type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { faultsOfText, type Language } from './texts';
import type { WalkedWindow } from './window';

/** WCAG 2.2 A and AA, and what axe holds for good practice beside them. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const noText =
  'code, pre, script, style, [data-testid="message-assistant"] td, [data-testid="known-rows"] td';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 860 };

/** What is said for a moment, over the page. */
export const notices = '.mantine-Notification-root';

/**
 * What is wrong with the page as it stands, at a desk and on a phone, light and dark, in Korean and in English. Leaves it as it
 * found it, at a desk, light, in Korean, but for notices: those are gone. @param again does what has led here once more: a notice is
 * said in the language of its moment, and is heard in the other then.
 */
export async function look(window: WalkedWindow, again?: () => Promise<unknown>): Promise<string[]> {
  const { page } = window;
  const faults = [...(await faultsForReaders(page)), ...(await faultsOfTexts(window, 'ko'))];
  await showColours(page, 'dark');
  faults.push(...(await faultsForReaders(page, ['color-contrast'])));
  await showColours(page, 'light');
  const wasNoticed = await closeNotices(page);
  await speak(window, 'en');
  faults.push(...(await faultsOfTexts(window, 'en')));
  faults.push(...(await faultsOfWidth(window)));
  if (wasNoticed && again) {
    await again();
    await window.settle();
    faults.push(...(await faultsOfTexts(window, 'en', notices)));
    await closeNotices(page);
  }
  await speak(window, 'ko');
  faults.push(...window.takeErrors().map((error) => `console: ${error.slice(0, 400)}`));
  return [...new Set(faults)];
}

/** What axe finds: by all its rules, or by those named. */
async function faultsForReaders(page: Page, only?: string[]): Promise<string[]> {
  // Once for each page that is loaded, where it stays: it is half a megabyte, and asked for hundreds of times.
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(`${axeSource};0`);
  const options: RunOptions = {
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: rules },
    resultTypes: ['violations'],
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  // What lies over a page stands outside its landmarks, and a list of choices is gone through by its field, not by itself: while one
  // is open these two rules say nothing. What lies below it was looked at by them before it was opened.
  const over = await page.locator('[role="menu"]:visible, [role="listbox"]:visible').count();
  const counts = ({ id }: { id: string }) =>
    over === 0 || !['region', 'scrollable-region-focusable'].includes(id);
  return violations
    .filter(counts)
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `axe ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    );
}

async function faultsOfTexts(window: WalkedWindow, language: Language, within?: string): Promise<string[]> {
  const { data } = window;
  return (await textsOn(window.page, within)).flatMap((text) => faultsOfText(text, language, data));
}

/**
 * Every text that is shown or read out, but for code, and for the cells of an answer's table: they are in the language of the question,
 * whatever language the page is in, and the rows it stands on are shown as it knew them.
 */
export async function textsOn(page: Page, within = 'html'): Promise<string[]> {
  const texts = await page.locator(within).evaluateAll((roots, unread) => {
    const found: string[] = [];
    for (const root of roots) {
      const walker = root.ownerDocument.createTreeWalker(root, 4 /* texts */);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement!.closest(unread)) found.push(node.nodeValue!.trim());
      }
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) {
        for (const element of root.querySelectorAll(`[${name}]`))
          found.push(element.getAttribute(name)!.trim());
      }
    }
    return found;
  }, noText);
  return [...new Set(texts)].filter(Boolean);
}

/** Takes away what has been said for a moment. @returns whether there was anything. */
async function closeNotices(page: Page): Promise<boolean> {
  const close = page.locator(`${notices} .mantine-Notification-closeButton`);
  const count = await close.count();
  for (let left = count; left > 0; left -= 1) await close.first().evaluate((button) => button.click());
  await page.locator(notices).waitFor({ state: 'detached' });
  return count > 0;
}

/** Everything that should fit its width on a phone; tables and code may scroll by themselves. */
async function faultsOfWidth(window: WalkedWindow): Promise<string[]> {
  const { page } = window;
  await page.setViewportSize(phone);
  await window.settle();
  const wide = await page.locator('html').evaluate((html) => {
    const mustFit = [
      html,
      ...html.querySelectorAll('main, main > .mantine-ScrollArea-viewport, [role="dialog"]'),
    ];
    const outside = [...html.querySelectorAll('main *, header *')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect();
      const scrolls = element.closest(
        '.mantine-ScrollArea-viewport .mantine-ScrollArea-viewport, table, pre, svg',
      );
      const isSeen = width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
      return isSeen && right - 1 > html.clientWidth && !scrolls;
    });
    return [
      ...mustFit
        .filter(({ scrollWidth, clientWidth }) => scrollWidth - 1 > clientWidth)
        .map(
          ({ tagName, scrollWidth, clientWidth }) => `${tagName} is ${scrollWidth} wide in ${clientWidth}`,
        ),
      ...outside.slice(0, 3).map((element) => `outside: ${element.outerHTML.slice(0, 160)}`),
    ];
  });
  await page.setViewportSize(desk);
  return wide.map((fault) => `width: ${fault}`);
}

const nextFrame = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

/** By the switch that stands on the page, also behind a dialog, where no mouse would reach it. */
async function speak(window: WalkedWindow, language: Language): Promise<void> {
  await window.page
    .locator(`input[type="radio"][value="${language}"]`)
    .first()
    .evaluate((input) => input.click());
  await window.page.locator(`html[lang="${language}"]`).waitFor();
  await window.settle();
}

async function showColours(page: Page, colours: 'light' | 'dark'): Promise<void> {
  await page.locator('html').evaluate((html, scheme) => {
    html.dataset.mantineColorScheme = scheme;
  }, colours);
  // Colours change within some milliseconds: those in between are nobody's choice.
  await page.evaluate(
    `${nextFrame}.then(() => document.getAnimations().forEach((each) => each.effect?.getComputedTiming().endTime === Infinity || each.finish()))`,
  );
}

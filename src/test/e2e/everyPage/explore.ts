import type { Locator, Page } from 'playwright-core';
import { look, textsOn } from './look';
import { textOf } from './texts';
import type { WalkedWindow } from './window';

const popups = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:visible`)
  .join(', ');

/** What opens or changes something when it is clicked. */
const clickable = [
  'button:visible:enabled',
  '[role="tab"]:visible',
  '[role="menuitem"]:visible:not(a)',
  'summary:visible',
  'input[aria-haspopup="listbox"]:visible:enabled',
].join(', ');

/** How much of one page is clicked at most: a list of a thousand rows is one state. */
const most = { onPage: 40, inPopup: 12 };

/** They would end the walk or change how all of it looks. */
const leftAlone = ['common.signOut', 'common.darkColors', 'common.lightColors'].map((key) =>
  textOf(key, 'ko'),
);

interface Opener {
  name: string;
  at: number;
}

/**
 * Clicks whatever can be clicked on the page, one of each kind, and looks at what has come of it: menus, drawers, dialogs, what
 * stands in those, other tabs, forms sent empty, changes refused. @param known what was seen before, and is not looked at again.
 */
export async function explore(
  window: WalkedWindow,
  address: string,
  known: Set<string>,
): Promise<{ state: string; faults: string[] }[]> {
  const found: { state: string; faults: string[] }[] = [];
  const { page } = window;
  let before = await shown(page);

  for (const opener of (await openersIn(page.locator('body'))).slice(0, most.onPage)) {
    if (known.has(opener)) continue;
    known.add(opener);
    if (!(await click(page.locator('body'), opener))) continue;
    await window.settle();
    const popup = page.locator(popups).last();
    if (await popup.isVisible()) {
      await report(opener);
      for (const inner of (await openersIn(popup)).slice(0, most.inPopup)) {
        if (known.has(`${opener} > ${inner}`)) continue;
        known.add(`${opener} > ${inner}`);
        const inside = page.locator(popups).last();
        const open = await inside.isVisible();
        if (!open && !(await click(page.locator('body'), opener))) break;
        if (!open) await window.settle();
        const was = await shown(page);
        if (!(await click(page.locator(popups).last(), inner))) continue;
        await window.settle();
        if ((await shown(page)) !== was && (await page.locator(popups).first().isVisible()))
          await report(`${opener} > ${inner}`);
      }
      await closeAll(opener);
    } else if ((await shown(page)) !== before && !(await hasLeft())) {
      await report(opener);
    }
    if (await hasLeft()) await window.goTo(address);
    before = await shown(page);
  }
  return found;

  async function report(state: string): Promise<void> {
    found.push({ state, faults: await look(window) });
  }

  async function closeAll(opener: string): Promise<void> {
    for (let tries = 0; tries < 4 && (await page.locator(popups).first().isVisible()); tries += 1) {
      await page.keyboard.press('Escape');
      await window.settle();
    }
    if (!(await page.locator(popups).first().isVisible())) return;
    found.push({ state: opener, faults: ['Escape does not close it'] });
    await window.goTo(address);
  }

  async function hasLeft(): Promise<boolean> {
    const { pathname } = new URL(page.url());
    return pathname !== new URL(window.url + address).pathname;
  }
}

/** What the page shows, to tell whether a click has changed it; in which order does not matter. */
async function shown(page: Page): Promise<string> {
  return (await textsOn(page)).sort().join('\n');
}

/** Names of what can be clicked, one of each kind: those in the rows of a list are the same in every row. */
async function openersIn(within: Locator): Promise<string[]> {
  return [...new Set((await listed(within)).map(({ name }) => name))];
}

async function click(within: Locator, name: string): Promise<boolean> {
  const opener = (await listed(within)).find((candidate) => candidate.name === name);
  if (!opener) return false;
  // What lies under something else cannot be clicked by anybody.
  return within
    .locator(clickable)
    .nth(opener.at)
    .click({ timeout: 2_000 })
    .then(
      () => true,
      () => false,
    );
}

function listed(within: Locator): Promise<Opener[]> {
  return within.locator(clickable).evaluateAll(
    (elements, left) =>
      elements.flatMap((element, at) => {
        const text = (element.getAttribute('aria-label') ?? element.textContent).trim();
        const row = element.closest('tr, li, [data-testid$="-row"]');
        const inRow = row && [...row.querySelectorAll('button, summary, input')].indexOf(element);
        const own = element.dataset.testid ?? (row ? `${row.tagName} ${inRow}` : text.replace(/\d+/g, '#'));
        const name = element.closest('header') && own ? `top bar: ${own}` : own;
        const opensOther = element.closest('a') !== null || element.getAttribute('target') !== null;
        return opensOther || !name || left.includes(text) ? [] : [{ name, at }];
      }),
    leftAlone,
  );
}

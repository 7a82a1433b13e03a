import type { Locator, Page } from 'playwright-core';
import { look, notices, textsOn } from './look';
import { textOf } from './texts';
import type { WalkedWindow } from './window';

const popups = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:visible`)
  .join(', ');

/** What opens or changes something when it is clicked. */
const clickable = [
  'button:visible:enabled:not([aria-disabled="true"])',
  '[role="tab"]:visible',
  '[role="menuitem"]:visible:not(a, [aria-disabled="true"])',
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
  const body = page.locator('body');
  const popup = page.locator(popups).last();
  let before = await shown(page);

  for (const opener of (await openersIn(body)).slice(0, most.onPage)) {
    if (known.has(opener)) continue;
    known.add(opener);
    const pressed = await click(body, opener);
    if (!pressed) continue;
    await window.settle();
    if (await popup.isVisible()) {
      await report(opener, () => press(body, pressed));
      await exploreInside(opener, pressed);
      await closeAll(opener);
    } else if ((await shown(page)) !== before && !(await hasLeft())) {
      await report(opener, () => press(body, pressed));
    }
    if (await hasLeft()) await window.load(address);
    before = await shown(page);
  }
  return found;

  async function exploreInside(opener: string, pressed: Opener): Promise<void> {
    for (const inner of (await openersIn(popup)).slice(0, most.inPopup)) {
      const state = `${opener} > ${inner}`;
      if (known.has(state)) continue;
      known.add(state);
      if (!(await reopen(pressed))) return;
      const was = await shown(page);
      const pressedInside = await click(popup, inner);
      if (!pressedInside) continue;
      await window.settle();
      const says = (await popup.isVisible()) || (await page.locator(notices).first().isVisible());
      if (says && (await shown(page)) !== was) {
        await report(state, async () => (await reopen(pressed)) && press(popup, pressedInside));
      }
    }
  }

  /** What is clicked in a menu closes it. */
  async function reopen(pressed: Opener): Promise<boolean> {
    if (await popup.isVisible()) return true;
    if (!(await press(body, pressed))) return false;
    await window.settle();
    return popup.isVisible();
  }

  async function report(state: string, again: () => Promise<unknown>): Promise<void> {
    found.push({ state, faults: await look(window, again) });
  }

  async function closeAll(opener: string): Promise<void> {
    for (let tries = 0; tries < 4 && (await page.locator(popups).first().isVisible()); tries += 1) {
      await page.keyboard.press('Escape');
      await window.settle();
    }
    if (!(await page.locator(popups).first().isVisible())) return;
    found.push({ state: opener, faults: ['Escape does not close it'] });
    await window.load(address);
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

async function click(within: Locator, name: string): Promise<Opener | undefined> {
  const opener = (await listed(within)).find((candidate) => candidate.name === name);
  return opener && (await press(within, opener)) ? opener : undefined;
}

/** By its place, which is the same in every language. What lies under something else cannot be clicked by anybody. */
function press(within: Locator, { at }: Opener): Promise<boolean> {
  return within
    .locator(clickable)
    .nth(at)
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

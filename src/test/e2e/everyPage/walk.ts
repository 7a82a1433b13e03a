import { everyAddress, kindOf } from './addresses';
import { explore } from './explore';
import { look } from './look';
import { textOf } from './texts';
import type { WalkedWindow } from './window';

/** What was found wrong, by the state in which it was seen. */
export type Faults = Record<string, string[]>;

export function note(faults: Faults, state: string, found: string[]): void {
  if (found.length > 0) faults[state] = [...(faults[state] ?? []), ...found];
}

const table = everyAddress();

/** States of each kind of page that were looked into already. */
export type LookedInto = Map<string, Set<string>>;

/**
 * Goes to every page this person may see, by the table of the router and by the links of each page, and looks at it; what may not
 * be seen is looked at once. @param before what others have looked into, and need not be opened again; undefined: nothing is opened.
 */
export async function walk(
  window: WalkedWindow,
  before?: LookedInto[],
): Promise<{ faults: Faults; lookedInto: LookedInto; pages: string[] }> {
  const faults: Faults = {};
  const lookedInto: LookedInto = new Map();
  const pages = new Set<string>();
  let forbidden = 0;
  const waiting = ['/', ...table.filter((address) => !address.includes(':'))];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (pages.has(kindOf(address, table))) continue;
    pages.add(kindOf(address, table));
    await window.goTo(address);
    // From the sign-in, whoever is signed in is led on.
    const kind = kindOf(new URL(window.page.url()).pathname, table);
    if (kind !== kindOf(address, table) && pages.has(kind)) continue;
    pages.add(kind);
    if (await isForbidden(window)) {
      if ((forbidden += 1) === 1) note(faults, kind, await look(window));
      continue;
    }
    note(faults, kind, await look(window));
    waiting.push(...(await linksOf(window)));
    if (before) await openAll(address, kind, before);
  }
  return { faults, lookedInto, pages: [...pages] };

  async function openAll(address: string, kind: string, others: LookedInto[]): Promise<void> {
    const seen = [...others, lookedInto].flatMap((states) => [
      ...(states.get(kind) ?? []),
      ...(states.get('top bar') ?? []),
    ]);
    const known = new Set(seen);
    for (const { state, faults: found } of await explore(window, address, known))
      note(faults, `${kind} > ${state}`, found);
    lookedInto.set(kind, known);
    lookedInto.set('top bar', new Set([...known].filter((state) => state.startsWith('top bar'))));
  }
}

export async function isForbidden({ page }: WalkedWindow): Promise<boolean> {
  return (await page.locator('h1').allInnerTexts()).includes(textOf('common.forbidden.title', 'ko'));
}

/** A page that says nothing: only what stands around every page. */
export async function silence({ page }: WalkedWindow): Promise<string[]> {
  const texts = await page.locator('main').allInnerTexts();
  return texts.join('').trim() === '' ? ['nothing is said'] : [];
}

/** A page that could not read what it shows, and lets nobody try again. */
export async function deadEnd({ page }: WalkedWindow): Promise<string[]> {
  const retry = page.getByRole('button', { name: textOf('common.retry', 'ko') });
  return (await retry.count()) === 0 ? ['there is no other try'] : [];
}

/** Where the links of the page lead to within the client. */
async function linksOf({ page }: WalkedWindow): Promise<string[]> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  return links.filter((link) => !link.startsWith('/api/'));
}

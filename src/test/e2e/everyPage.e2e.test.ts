import type { Browser } from 'playwright-core';
import { createAdmin, testPassword } from '../people';
import { launchBrowser, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { everyAddress, kindOf } from './everyPage/addresses';
import { explore } from './everyPage/explore';
import { look } from './everyPage/look';
import { textOf } from './everyPage/texts';
import { WalkedWindow } from './everyPage/window';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  await createAdmin(program);
  program.demo.admin = { email: 'admin@test.example', password: testPassword };
  const rep = await signedIn('rep');
  await ask(rep.page, '나루아픽정 심포지엄 날짜가 언제야?');
  await answersDone(rep.page, 1);
  await ask(rep.page, '이번 분기 내 실적을 거래처별로 보여줘');
  await answersDone(rep.page, 2);
  await rep.page.context().close();
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

const table = everyAddress();
const withoutKey = table.filter((address) => !address.includes(':'));
const everybody = ['rep', 'manager', 'analyst', 'admin'];

async function signedIn(role: string): Promise<WalkedWindow> {
  const window = await WalkedWindow.open(browser, program.url);
  await window.goTo('/login');
  await signInOnPage(window.page, program.demo[role]!);
  await window.settle();
  return window;
}

/** Where the links of the page lead to within the client. */
async function linksOf(window: WalkedWindow): Promise<string[]> {
  const links = await window.page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  return links.filter((link) => !link.startsWith('/api/'));
}

const isForbidden = async ({ page }: WalkedWindow) =>
  (await page.locator('h1').allInnerTexts()).includes(textOf('common.forbidden.title', 'ko'));

/** What was found wrong, by the state in which it was seen. */
type Faults = Record<string, string[]>;

function note(faults: Faults, state: string, found: string[]): void {
  if (found.length > 0) faults[state] = [...(faults[state] ?? []), ...found];
}

/** States that were looked into as one role, and need not be as another. */
const lookedInto = new Map<string, Map<string, Set<string>>>();

test.each(everybody)(
  'every page of a %s, and what opens on it',
  async (role) => {
    const window = await signedIn(role);
    await window.refuseChanges();
    const faults: Faults = {};
    const seen = new Set<string>();
    const own = new Map<string, Set<string>>();
    lookedInto.set(role, own);
    let forbidden = 0;
    const waiting = ['/', ...withoutKey];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(kindOf(address, table))) continue;
      seen.add(kindOf(address, table));
      await window.goTo(address);
      // From the sign-in, whoever is signed in is led on.
      const kind = kindOf(new URL(window.page.url()).pathname, table);
      if (kind !== kindOf(address, table) && seen.has(kind)) continue;
      seen.add(kind);
      if (await isForbidden(window)) {
        // One page that may not be seen looks like the other.
        if ((forbidden += 1) === 1) note(faults, kind, await look(window));
        continue;
      }
      note(faults, kind, await look(window));
      waiting.push(...(await linksOf(window)));
      const known = new Set(
        [...lookedInto.values()].flatMap((states) => [
          ...(states.get(kind) ?? []),
          ...(states.get('top bar') ?? []),
        ]),
      );
      for (const { state, faults: found } of await explore(window, address, known))
        note(faults, `${kind} > ${state}`, found);
      own.set(kind, known);
      own.set('top bar', new Set([...known].filter((state) => state.startsWith('top bar'))));
    }
    await window.page.context().close();
    expect(faults).toEqual({});
  },
  300_000,
);

test('signed out: the pages before the sign-in, and those behind it lead there', async () => {
  const window = await WalkedWindow.open(browser, program.url);
  await window.refuseChanges();
  const faults: Faults = {};
  for (const address of ['/login', '/setup', '/setup#token=wrong-and-too-old']) {
    await window.goTo(address);
    note(faults, address, await look(window));
    for (const { state, faults: found } of await explore(window, address, new Set()))
      note(faults, `${address} > ${state}`, found);
  }
  for (const address of [...table, '/no-such-page']) {
    if (/^\/(login|setup)$/.test(address)) continue;
    await window.goTo(address);
    await window.page.getByTestId('login-submit').waitFor();
  }
  await window.page.context().close();
  expect(faults).toEqual({});
});

test('what is not there: an address, and a key in an address', async () => {
  const faults: Faults = {};
  const reached = new Set<string>();
  for (const role of ['rep', 'analyst', 'admin']) {
    const window = await signedIn(role);
    const unknown = table.filter((address) => address.includes(':') && !reached.has(address));
    for (const address of ['/no-such-page', ...unknown]) {
      for (const key of ['00000000-0000-4000-8000-000000000000', '%ED%95%9C%EA%B8%80']) {
        await window.goTo(address.replace(/:\w+/g, key));
        if (await isForbidden(window)) continue;
        reached.add(address);
        note(faults, address.replace(/:\w+/g, key), [...(await look(window)), ...(await silence(window))]);
      }
    }
    await window.page.context().close();
  }
  expect(faults).toEqual({});
});

test('what could not be loaded says so, and offers another try', async () => {
  const faults: Faults = {};
  const reached = new Set<string>();
  for (const role of ['rep', 'analyst', 'admin']) {
    const window = await signedIn(role);
    await window.failReading();
    // The client asks again by itself before it says so; its pauses need not be waited for.
    await window.page.clock.install();
    for (const address of withoutKey.filter(
      (each) => !reached.has(each) && !/^\/(login|setup)$/.test(each),
    )) {
      await window.goTo(address);
      if (await isForbidden(window)) continue;
      reached.add(address);
      await window.page.clock.runFor(10_000);
      await window.settle();
      note(faults, address, [...(await look(window)), ...(await silence(window))]);
    }
    await window.page.context().close();
  }
  expect(faults).toEqual({});
});

/** A page that says nothing: only what stands around every page. */
async function silence({ page }: WalkedWindow): Promise<string[]> {
  const text = await page
    .locator('main')
    .innerText()
    .catch(() => '');
  return text.trim() === '' ? ['nothing is said'] : [];
}

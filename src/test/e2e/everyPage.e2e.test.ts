import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { createAdmin, testPassword } from '../people';
import { launchBrowser, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { everyAddress, kindOf } from './everyPage/addresses';
import { explore } from './everyPage/explore';
import { look } from './everyPage/look';
import { WalkedWindow } from './everyPage/window';
import { newDataDir, startProgram, type StartedProgram } from './startedProgram';

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
  await rm(dataDir, { recursive: true });
});

const table = everyAddress();

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

/** Faults by the state in which they were seen. */
type Faults = Record<string, string[]>;

/** States of pages that one role has been through, and need not be looked into as another. */
const lookedInto = new Map<string, Map<string, Set<string>>>();

describe('every page and what opens on it', () => {
  test.each(['rep', 'manager', 'analyst', 'admin'])('as a %s', async (role) => {
    const window = await signedIn(role);
    await window.refuseChanges();
    const faults: Faults = {};
    const seen = new Set<string>();
    const own = new Map<string, Set<string>>();
    lookedInto.set(role, own);
    const waiting = ['/', ...table.filter((address) => !address.includes(':'))];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const kind = kindOf(address, table);
      if (seen.has(kind)) continue;
      seen.add(kind);
      const started = Date.now();
      await window.goTo(address);
      note(kind, await look(window));
      waiting.push(...(await linksOf(window)));
      const looked = Date.now();
      const known = new Set([...lookedInto].flatMap(([, states]) => [...(states.get(kind) ?? [])]));
      const before = known.size;
      for (const { state, faults: found } of await explore(window, address, known)) note(`${kind} > ${state}`, found);
      own.set(kind, known);
      console.log(role, kind, 'look', looked - started, 'explore', Date.now() - looked, [...known].slice(before).join(' | '));
    }
    await window.page.context().close();
    console.log(`${role}: ${[...seen].join(' ')}`);
    expect(faults).toEqual({});

    function note(state: string, found: string[]): void {
      if (found.length > 0) faults[state] = found;
    }
  }, 600_000);
});

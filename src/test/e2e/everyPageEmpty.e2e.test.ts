import type { Browser } from 'playwright-core';
import { createAdmin, createPerson, testPassword } from '../people';
import { launchBrowser, signInOnPage } from './browser';
import { walk } from './everyPage/walk';
import { WalkedWindow } from './everyPage/window';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
const emails = new Map([['admin', 'admin@test.example']]);

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir, { DEMO: '0' }), launchBrowser()]);
  const admin = await createAdmin(program);
  for (const role of ['rep', 'analyst'] as const) {
    emails.set(role, (await createPerson(program, admin, { role })).email);
  }
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

test.each(['rep', 'analyst', 'admin'])(
  'every page of a %s while there is nothing yet',
  async (role) => {
    const window = await WalkedWindow.open(browser, program.url);
    await window.load('/login');
    await signInOnPage(window.page, { email: emails.get(role)!, password: testPassword });
    await window.settle();
    const { faults } = await walk(window);
    await window.close();
    expect(faults).toEqual({});
  },
  300_000,
);

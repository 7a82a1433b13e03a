import type { Browser } from 'playwright-core';
import type { EmployeeDto } from '../../shared/people';
import type { Page as PageOf } from '../../shared/problem';
import { callApi } from '../api';
import { createAdmin, signIn, testPassword } from '../people';
import { launchBrowser, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { everyAddress } from './everyPage/addresses';
import { explore } from './everyPage/explore';
import { look } from './everyPage/look';
import { deadEnd, isForbidden, note, silence, walk, type Faults, type LookedInto } from './everyPage/walk';
import { WalkedWindow } from './everyPage/window';
import { newSampleDataDir } from './samples';
import { removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  await createAdmin(program);
  await giveTeam();
  program.demo.admin = { email: 'admin@test.example', password: testPassword };
  const rep = await signedIn('rep');
  await ask(rep.page, '나루아픽정 심포지엄 날짜가 언제야?');
  await answersDone(rep.page, 1);
  await ask(rep.page, '이번 분기 내 실적을 거래처별로 보여줘');
  await answersDone(rep.page, 2);
  await rep.close();
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

/** The manager looks after the team: no role has that page by nature. */
async function giveTeam(): Promise<void> {
  const token = await signIn(program.url, 'admin@test.example');
  const { body } = await callApi<PageOf<EmployeeDto>>(program.url, 'GET', '/api/employees?role=manager', {
    token,
  });
  const { id } = body.items.find(({ email }) => email === program.demo.manager!.email)!;
  const path = `/api/employees/${id}/permissions`;
  const given = { token, body: { permissions: ['team.manage'] } };
  expect((await callApi(program.url, 'PUT', path, given)).status).toBe(200);
}

const beforeSignIn = /^\/(login|setup)$/;
const behindSignIn = everyAddress().filter((address) => !beforeSignIn.test(address));
/** Between them they see every page. */
const fewest = ['manager', 'analyst', 'admin'];

async function signedIn(role: string): Promise<WalkedWindow> {
  const window = await WalkedWindow.open(browser, program.url);
  await window.load('/login');
  await signInOnPage(window.page, program.demo[role]!);
  await window.settle();
  return window;
}

const lookedInto = new Map<string, LookedInto>();

test.each(['rep', 'manager', 'analyst', 'admin'])(
  'every page of a %s, and what opens on it',
  async (role) => {
    const window = await signedIn(role);
    await window.refuseChanges();
    lookedInto.delete(role);
    const walked = await walk(window, [...lookedInto.values()]);
    lookedInto.set(role, walked.lookedInto);
    await window.close();
    expect(walked.faults).toEqual({});
  },
  600_000,
);

test('signed out: the pages before the sign-in, and those behind it lead there', async () => {
  const window = await WalkedWindow.open(browser, program.url);
  await window.refuseChanges();
  const faults: Faults = {};
  for (const address of ['/login', '/setup', '/setup#token=wrong-and-too-old']) {
    await window.load(address);
    note(faults, address, await look(window));
    for (const { state, faults: found } of await explore(window, address, new Set()))
      note(faults, `${address} > ${state}`, found);
  }
  for (const address of [...behindSignIn, '/no-such-page']) {
    await window.load(address);
    await window.page.getByTestId('login-submit').waitFor();
  }
  await window.close();
  expect(faults).toEqual({});
});

test('what is not there says so: an address, and a key in an address', async () => {
  const faults: Faults = {};
  const reached = new Set<string>();
  for (const role of fewest) {
    const window = await signedIn(role);
    const withKey = behindSignIn.filter((address) => address.includes(':') && !reached.has(address));
    for (const address of ['/no-such-page', ...withKey]) {
      for (const key of ['00000000-0000-4000-8000-000000000000', '%ED%95%9C%EA%B8%80']) {
        const wanted = address.replace(/:\w+/g, key);
        await window.load(wanted);
        if (await isForbidden(window)) continue;
        reached.add(address);
        note(faults, wanted, [...(await look(window)), ...(await silence(window))]);
      }
    }
    await window.close();
  }
  expect(faults).toEqual({});
});

/** They read nothing before they are asked to, or what belongs to the sign-in and the migrations, which is not refused here. */
const readNothing = ['/audit/chain', '/documents/search-test', '/profile', '/system/migrations'];

test('what could not be loaded says so, and offers another try', async () => {
  const faults: Faults = {};
  const reached = new Set<string>();
  for (const role of fewest) {
    const window = await signedIn(role);
    await window.failReading();
    // The client asks again by itself before it says so; its pauses need not be waited for.
    await window.page.clock.install();
    for (const address of behindSignIn.filter((each) => !each.includes(':') && !reached.has(each))) {
      await window.load(address);
      if (await isForbidden(window)) continue;
      reached.add(address);
      for (let asked = 0; asked < 3; asked += 1) {
        await window.page.clock.runFor(5_000);
        await window.settle();
      }
      note(faults, address, [...(await look(window)), ...(await silence(window))]);
      if (!readNothing.includes(address)) note(faults, address, await deadEnd(window));
    }
    await window.close();
  }
  expect(faults).toEqual({});
}, 600_000);

import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { callApi } from '../api';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newSampleDataDir } from './samples';
import { startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;
let member: TestPerson;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  const admin = await createAdmin(program);
  const leader = await createPerson(program, admin, { role: 'manager', team: '나루팀', name: '최팀장' });
  member = await createPerson(program, admin, { role: 'rep', team: '나루팀', name: '박팀원' });
  await createPerson(program, admin, { role: 'rep', team: '다른팀', name: '정남남' });
  const given = await callApi(program.url, 'PUT', `/api/employees/${leader.id}/permissions`, {
    token: admin,
    body: { permissions: ['team.manage'] },
  });
  expect(given.status).toBe(200);
  page = await openPage(browser, `${program.url}/team`);
  await signInOnPage(page, { email: leader.email, password: testPassword });
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

test('whoever looks after a team sees its people, and changes those below', async () => {
  const row = page.getByTestId('team-person');
  await row.filter({ hasText: '박팀원' }).waitFor();
  expect(await row.count()).toBe(2);
  expect(await row.filter({ hasText: '최팀장' }).getByTestId('edit-team-person').count()).toBe(0);
  await row.filter({ hasText: '박팀원' }).getByTestId('edit-team-person').click();
  await page.getByTestId('team-person-name').fill('박새이름');
  await page.getByTestId('team-person-save').click();
  await row.filter({ hasText: '박새이름' }).waitFor();
});

test('a new password is shown once, and signs the person in', async () => {
  await page
    .getByTestId('team-person')
    .filter({ hasText: '박새이름' })
    .getByTestId('edit-team-person')
    .click();
  await page.getByTestId('team-reset-password').click();
  const password = await page.getByTestId('password-once').innerText();
  const own = await openPage(browser, program.url);
  await signInOnPage(own, { email: member.email, password });
  await own.getByTestId('composer').waitFor();
});

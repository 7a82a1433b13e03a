import { rm } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import type { EmployeeDto } from '../../shared/people';
import type { Page as PageOf } from '../../shared/problem';
import { callApi } from '../api';
import { createAdmin, signIn, testPassword } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { answersDone, ask } from './chatPage';
import { newSampleDataDir } from './samples';
import { startProgram, type StartedProgram } from './startedProgram';

let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await newSampleDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir), launchBrowser()]);
  await createAdmin(program);
  page = await openAs({ email: 'admin@test.example', password: testPassword }, '/people');
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

async function openAs(person: { email: string; password: string }, path = ''): Promise<Page> {
  const opened = await openPage(browser, `${program.url}${path}`);
  await signInOnPage(opened, person);
  return opened;
}

/** Writes into a field that asks the server, and takes what it offers. */
async function choose(testId: string, letters: string, option: RegExp): Promise<void> {
  await page.getByTestId(testId).fill(letters);
  await page.getByRole('option', { name: option }).first().click();
}

const rowOf = (testId: string, text: string): Locator => page.getByTestId(testId).filter({ hasText: text });
const newcomer = { employeeNo: 'N-1', name: '신입나루', email: 'new@test.example' };
/** A customer of the sample company, and what nobody called it yet. */
const customer = { name: '온새미로병원', alias: '큰바위집' };

let password = '';

test('a person is registered, found and changed; a name that is taken is said beside its field', async () => {
  await page.getByTestId('new-employee').click();
  await page.getByTestId('new-employee-no').fill(newcomer.employeeNo);
  await page.getByTestId('new-employee-name').fill(newcomer.name);
  await page.getByTestId('new-employee-email').fill('admin@test.example');
  await page.getByTestId('new-employee-submit').click();
  await page.getByText('다른 직원이 쓰는 이메일입니다').waitFor();
  await page.getByTestId('new-employee-email').fill(newcomer.email);
  await page.getByTestId('new-employee-submit').click();
  password = await page.getByTestId('password-once').innerText();
  await page.keyboard.press('Escape');

  await page.getByTestId('people-search').fill('없는사람');
  await page.getByText('맞는 직원이 없습니다').waitFor();
  await page.getByTestId('people-search').fill('신입');
  await rowOf('employee-row', newcomer.employeeNo).getByTestId('edit-employee').click();
  await page.getByTestId('employee-team').fill('서울1팀');
  await page.getByTestId('employee-save').click();
  await rowOf('employee-row', '서울1팀').waitFor();
  await page.getByTestId('employee-row').nth(1).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('q')).toBe('신입');
});

test('a new password ends the open sign-in, and is the one that works', async () => {
  const own = await openAs({ email: newcomer.email, password });
  await own.getByTestId('composer').waitFor();
  await rowOf('employee-row', newcomer.name).getByTestId('edit-employee').click();
  await page.getByTestId('make-password').click();
  await page.getByTestId('ends-sessions').waitFor();
  await page.getByTestId('employee-save').click();
  const next = await page.getByTestId('password-once').innerText();
  expect(next).not.toBe(password);
  await page.keyboard.press('Escape');
  await own.reload();
  await signInOnPage(own, { email: newcomer.email, password: next });
  await own.getByTestId('composer').waitFor();
  await own.context().close();
  password = next;
});

test('the last admin stays, and the page says what to do', async () => {
  await page.goto(`${program.url}/people?q=admin@test`);
  await page.getByTestId('edit-employee').click();
  await page.getByTestId('employee-active').uncheck({ force: true });
  await page.getByText('내 계정입니다').waitFor();
  await page.getByTestId('employee-save').click();
  await page.getByText('먼저 다른 직원을 관리자로').waitFor();
  await page.keyboard.press('Escape');
});

test('a right is given to one person and works at once', async () => {
  await page.getByTestId('people-tab-permissions').click();
  await page.getByTestId('matrix-audit.read').getByText('있음').waitFor();
  await choose('extra-employee', '신입', /신입나루/);
  await page.getByTestId('give-rights').click();
  await page.getByTestId('right-audit.read').check();
  await page.getByTestId('rights-save').click();
  await rowOf('extra-row', newcomer.name).getByText('감사 열람').waitFor();
  const own = await openAs({ email: newcomer.email, password }, '/audit');
  await own.getByTestId('turn-search').waitFor();
  await own.context().close();
});

test('a customer is given to the person, who then sees it, until the last day', async () => {
  await page.getByTestId('people-tab-assignments').click();
  await page.getByTestId('new-assignment').click();
  await choose('assign-employee', '신입', /신입나루/);
  await choose('assign-customer', '온새미로', /온새미로병원/);
  await page.getByTestId('assign-from').fill('2026-01-01');
  await page.getByTestId('assign-submit').click();
  await page.getByTestId('assign-submit').waitFor({ state: 'detached' });
  await choose('filter-employee', newcomer.employeeNo, /신입나루/);
  await page.getByTestId('assignment-row').nth(1).waitFor({ state: 'detached' });
  await rowOf('assignment-row', customer.name).waitFor();

  await page.goto(`${program.url}/people?q=신입`);
  await rowOf('employee-row', newcomer.name).getByRole('link').click();
  await page.getByTestId('customers-today').getByText(customer.name).waitFor();
});

test('a new name of the customer is understood in the next question, and after its end no more', async () => {
  const own = await openAs({ email: newcomer.email, password });
  const question = `${customer.alias} 올해 매출 알려줘`;
  await ask(own, question);
  await answersDone(own, 1);
  expect(await own.getByTestId('answer-text').last().innerText()).not.toContain(customer.name);

  await page.getByRole('banner').getByRole('link', { name: '직원', exact: true }).click();
  await page.getByTestId('people-tab-aliases').click();
  await choose('alias-thing', '온새미로', /온새미로병원/);
  await page.getByTestId('alias-text').fill('이번 달');
  await page.getByTestId('alias-submit').click();
  await page.getByText('이미 다른 뜻으로 쓰는 말').waitFor();
  await page.getByTestId('alias-text').fill(customer.alias);
  await page.getByTestId('alias-submit').click();
  await page.getByTestId('alias-added').waitFor();
  await ask(own, question);
  await answersDone(own, 2);
  expect(await own.getByTestId('answer-text').last().innerText()).toContain(customer.name);
  await own.context().close();

  await page.getByTestId('alias-search').fill(customer.alias);
  // The list is drawn anew for what was typed.
  await page.getByTestId('alias-row').nth(1).waitFor({ state: 'detached' });
  await rowOf('alias-row', customer.name).getByTestId('remove-alias').click();
  await page.getByRole('dialog').getByRole('button', { name: '지우기' }).click();
  await page.getByText('맞는 별칭이 없습니다').waitFor();
});

test('an assignment is ended and deleted', async () => {
  await page.goto(`${program.url}/assignments?employeeNo=${newcomer.employeeNo}`);
  const row = rowOf('assignment-row', customer.name);
  await row.getByTestId('end-assignment').click();
  await page.getByTestId('last-day').fill('2026-01-31');
  await page.getByTestId('save-last-day').click();
  await page.locator('[data-testid="assignment-row"][data-state="over"]').waitFor();
  await row.getByTestId('delete-assignment').click();
  await page.getByRole('dialog').getByRole('button', { name: '지우기' }).click();
  await page.getByText('맞는 배정이 없습니다').waitFor();
});

test('many come by a file: the link leads to its kind, and no page is wider than a telephone', async () => {
  await page.goto(`${program.url}/people`);
  await page.getByRole('link', { name: '여러 명 한 번에 등록' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('empty-file').click(),
  ]);
  expect(download.suggestedFilename()).toBe('employees.csv');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/people', '/people/permissions', '/people/1', '/assignments', '/aliases']) {
    await page.goto(`${program.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('table').or(page.getByTestId('rights-save')).first().waitFor();
    const html = page.locator('html');
    const [wide, shown] = await html.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect([path, wide]).toEqual([path, shown]);
  }
});

test('a manager who was given the team looks after its people and shares its customers out', async () => {
  const { demo, url } = program;
  const token = await signIn(url, 'admin@test.example');
  const call = <Body>(method: string, path: string, body?: object) =>
    callApi<Body>(url, method, path, { token, body });
  const { items } = (await call<PageOf<EmployeeDto>>('GET', '/api/employees?role=manager')).body;
  const manager = items.find(({ email }) => email === demo.manager!.email)!;
  await call('PUT', `/api/employees/${manager.id}/permissions`, { permissions: ['team.manage'] });

  const own = await openAs(demo.manager!);
  await own.getByRole('banner').getByRole('link', { name: '우리 팀', exact: true }).click();
  const person = own
    .getByTestId('team-person')
    .filter({ has: own.getByTestId('edit-team-person') })
    .first();
  const employeeNo = await person.getByRole('cell').first().innerText();
  await person.getByTestId('edit-team-person').click();
  await own.getByTestId('team-person-name').fill('새나래');
  await own.getByTestId('team-person-save').click();
  const renamed = own.getByTestId('team-person').filter({ hasText: '새나래' });
  await renamed.getByTestId('edit-team-person').click();
  await own.getByTestId('team-reset-password').click();
  const given = await own.getByTestId('password-once').innerText();
  await own.keyboard.press('Escape');
  const email = await renamed.getByRole('cell').nth(2).innerText();
  expect(await signIn(url, email, given)).toBeTruthy();

  await own.getByTestId('team-new-assignment').click();
  await own.getByTestId('assign-employee').fill(employeeNo);
  await own.getByRole('option', { name: /새나래/ }).click();
  await own.getByTestId('assign-customer').click();
  await own.getByRole('option').first().click();
  await own.getByTestId('assign-from').fill('2019-01-01');
  await own.getByTestId('assign-to').fill('2019-01-31');
  await own.getByTestId('assign-submit').click();
  await own.getByTestId('assign-submit').waitFor({ state: 'detached' });
  await own.context().close();
});

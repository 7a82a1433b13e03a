import type { Page } from 'playwright-core';
import { callApi } from '../api';
import { createPerson, signIn, testPassword, type TestPerson } from '../people';
import { says } from '../scriptedModel/scriptedAnswer';
import { answersDone, ask } from './chatPage';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let admin: string;

beforeAll(async () => {
  scripted = await startScriptedProgram();
  admin = await signIn(scripted.program.url, 'admin@test.example');
});
afterAll(() => scripted?.close());

/** Ends every session of somebody on the server, as that person can from another device. */
async function endSessions({ email }: { email: string }): Promise<void> {
  const token = await signIn(scripted.program.url, email);
  const answer = await callApi(scripted.program.url, 'DELETE', '/api/auth/sessions', { token });
  expect(answer.status).toBe(204);
}

const dialog = (page: Page) => page.getByTestId('sign-in-again');

/** The address stands there already. */
async function signInAgain(page: Page): Promise<void> {
  await dialog(page).getByTestId('login-password').fill(testPassword);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
}

/** Somebody new, on a page of the program. */
async function openNew(role: 'rep' | 'analyst' | 'admin', path: string): Promise<[Page, TestPerson]> {
  const person = await createPerson(scripted.program, admin, { role });
  const page = await scripted.openAs(person);
  await page.goto(`${scripted.network.url}${path}`);
  // Before that, there is no session that the page could lose.
  await page.getByTestId('account-menu').waitFor();
  return [page, person];
}

test('a question in the composer outlives the session, and is sent after the sign-in', async () => {
  const [page, rep] = await openNew('rep', '/');
  scripted.model.script(says('첫 답이다.'));
  await ask(page, '첫 질문');
  await answersDone(page, 1);
  await page.getByTestId('composer').fill('쓰다 만 질문');
  // The open socket is cut: nobody has to press anything to be told.
  await endSessions(rep);
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog(page).isVisible()).toBe(true);
  expect(await dialog(page).getByTestId('login-email').inputValue()).toBe(rep.email);
  await dialog(page).getByTestId('login-password').fill('not-the-password');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('alert').waitFor();
  await signInAgain(page);
  expect(await page.getByTestId('composer').inputValue()).toBe('쓰다 만 질문');
  scripted.model.script(says('둘째 답이다.'));
  await page.getByTestId('send').click();
  await answersDone(page, 2);
});

test('a form in a dialog outlives it, also Escape, and what was pressed is done after the sign-in', async () => {
  const [page, person] = await openNew('admin', '/people');
  await page.getByRole('button', { name: '직원 등록' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('사번').fill('Z-1');
  await form.getByLabel('이름').fill('새 사람');
  await form.getByLabel('이메일').fill('new@test.example');
  await endSessions(person);
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await signInAgain(page);
  expect(await form.getByLabel('이메일').inputValue()).toBe('new@test.example');

  await endSessions(person);
  await form.getByRole('button', { name: '등록', exact: true }).click();
  await signInAgain(page);
  await form.getByText('새 사람 님을 등록했습니다.').waitFor();
});

test('fields of an upload outlive it, and the file arrives', async () => {
  const [page, person] = await openNew('admin', '/documents');
  await page.getByTestId('open-upload').click();
  const file = { name: '주차.txt', mimeType: 'text/plain', buffer: Buffer.from('본사 주차는 지하 3층이다.') };
  await page.getByTestId('upload-input').setInputFiles(file);
  await page.getByTestId('upload-title').fill('주차 안내');
  await endSessions(person);
  await dialog(page).waitFor();
  await signInAgain(page);
  expect(await page.getByTestId('upload-title').inputValue()).toBe('주차 안내');
  await page.getByTestId('upload-submit').click();
  await page.getByTestId('document-row').filter({ hasText: '주차 안내' }).waitFor();
});

test('an analyst’s comment outlives it', async () => {
  const [page, person] = await openNew('analyst', '/audit');
  await page.getByTestId('turn-row').first().getByRole('link').first().click();
  const comment = page.getByTestId('raise-comment');
  await comment.fill('수치를 다시 볼 것');
  await endSessions(person);
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await signInAgain(page);
  expect(await comment.inputValue()).toBe('수치를 다시 볼 것');
});

test('somebody else who signs in there sees nothing of it', async () => {
  const [page, first] = await openNew('rep', '/');
  scripted.model.script(says('첫 사람의 답이다.'));
  await ask(page, '첫 사람의 질문');
  await answersDone(page, 1);
  await page.getByTestId('composer').fill('첫 사람이 쓰던 글');
  await endSessions(first);
  await dialog(page).waitFor();
  const second = await createPerson(scripted.program, admin, { role: 'rep', name: '둘째 사람' });
  await dialog(page).getByTestId('login-email').fill(second.email);
  await dialog(page).getByTestId('login-password').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.getByTestId('account-menu').filter({ hasText: '둘째 사람' }).waitFor();
  await page.waitForURL(`${scripted.network.url}/`);
  expect(await page.innerText('body')).not.toContain('첫 사람');
  expect(await page.getByTestId('composer').inputValue()).toBe('');
});

test('whoever leaves instead comes to the sign-in', async () => {
  const [page, person] = await openNew('rep', '/glossary');
  await endSessions(person);
  await dialog(page).waitFor();
  await page.getByTestId('leave-expired').click();
  await page.waitForURL('**/login');
  await page.getByTestId('login-submit').waitFor();
});

test('own devices are seen and ended, and the password is changed', async () => {
  const [page, person] = await openNew('rep', '/');
  const other = await scripted.openAs(person);
  await page.getByTestId('account-menu').click();
  await page.getByTestId('open-profile').click();
  const rows = page.getByTestId('own-session');
  await rows.nth(2).waitFor();
  expect(await page.locator('[data-testid="own-session"][data-current="true"]').innerText()).toContain(
    'Chrome',
  );
  await page.getByTestId('end-other-sessions').click();
  await rows.nth(1).waitFor({ state: 'detached' });
  await dialog(other).waitFor();
  await page.getByTestId('current-password').fill('not-the-password');
  await page.getByTestId('new-password').fill('another-password-2');
  await page.getByTestId('new-password-again').fill('another-password-2');
  await page.getByTestId('change-password').click();
  await page.getByText('지금 비밀번호가 올바르지 않습니다.').waitFor();
  await page.getByTestId('current-password').fill(testPassword);
  await page.getByTestId('change-password').click();
  await page.getByTestId('password-changed').waitFor();
  await signIn(scripted.program.url, person.email, 'another-password-2');
});

import { rm } from 'node:fs/promises';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import type { SignedInEmployeeDto } from '../../shared/people';
import { callApi } from '../api';
import { freePort } from '../freePort';
import { startCompanyProvider, type CompanyProvider } from '../oidc/companyProvider';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { ask } from './chatPage';
import { newDataDir, startProgram, type StartedProgram } from './startedProgram';

let provider: CompanyProvider;
let program: StartedProgram;
let browser: Browser;
let dataDir: string;
let admin: string;
let rep: TestPerson;

beforeAll(async () => {
  dataDir = await newDataDir();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await startCompanyProvider(publicUrl);
  const { issuer, clientId, clientSecret, scopes, groupRoles, employeeNoClaim } = provider.settings;
  [program, browser] = await Promise.all([
    startProgram(dataDir, {
      ...{ DEMO: '0', PORT: String(port), PUBLIC_URL: publicUrl, OIDC_NAME: '나루제약 계정' },
      SECOND_FACTOR_ROLES: 'analyst',
      ...{
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret!,
        OIDC_SCOPES: scopes,
      },
      ...{ OIDC_GROUP_ROLES: JSON.stringify(groupRoles), OIDC_EMPLOYEE_NO_CLAIM: employeeNoClaim! },
    }),
    launchBrowser(),
  ]);
  admin = await createAdmin(program);
  rep = await createPerson(program, admin, { role: 'rep', name: '김나루' });
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await provider?.close();
  await rm(dataDir, { recursive: true });
});

/** Signs in with the password; what stands behind it is up to the test. */
async function givePassword(path = '/'): Promise<Page> {
  const page = await openPage(browser, `${program.url}${path}`);
  await page.getByTestId('login-email').fill(rep.email);
  await page.getByTestId('login-password').fill(testPassword);
  await page.getByTestId('login-submit').click();
  return page;
}

test('a key is made with some of the own rights, shown once, used by a program and taken away', async () => {
  const page = await openPage(browser, `${program.url}/profile`);
  await signInOnPage(page, { email: rep.email, password: testPassword });
  await page.getByTestId('key-name').fill('주간 보고서');
  // What is seen of it lies over the field itself.
  await page.getByTestId('key-scopes').click({ force: true });
  await page.getByRole('option', { name: '대화' }).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('key-password').fill(testPassword);
  await page.getByTestId('create-key').click();
  const key = await page.getByTestId('created-key').locator('pre').innerText();
  const me = await callApi<SignedInEmployeeDto>(program.url, 'GET', '/api/auth/me', { token: key });
  expect(me.body).toMatchObject({ name: '김나루', permissions: ['chat.use'] });
  await page.getByRole('button', { name: '주간 보고서 폐기' }).click();
  await page.getByTestId('api-key').waitFor({ state: 'detached' });
  expect((await callApi(program.url, 'GET', '/api/auth/me', { token: key })).status).toBe(401);
});

test('a second factor is set up, asked for, and a code to recover with does in its place', async () => {
  const page = await openPage(browser, `${program.url}/profile`);
  await signInOnPage(page, { email: rep.email, password: testPassword });
  await page.getByTestId('factor-password').fill(testPassword);
  await page.getByTestId('begin-factor').click();
  await page.getByRole('img', { name: '인증 앱에 등록하는 QR 코드' }).waitFor();
  const totp = new TOTP({ secret: await page.getByTestId('factor-secret').innerText() });
  const used = totp.generate();
  await page.getByTestId('factor-code').fill(used);
  await page.getByTestId('confirm-factor').click();
  const [recoveryCode] = (await page.getByTestId('recovery-codes').locator('pre').innerText()).split('\n');
  await page.getByTestId('factor-on').waitFor();

  const next = await givePassword();
  // The code that put it in force was used.
  await next.getByTestId('login-code').fill(used);
  await next.getByTestId('login-submit').click();
  await next.getByText('코드가 올바르지 않거나 이미 사용되었습니다').waitFor();
  await next.getByTestId('login-code').fill(recoveryCode!);
  await next.getByTestId('login-submit').click();
  await next.getByTestId('composer').waitFor();
});

/** What has the focus, and whether nothing reaches beyond the screen. */
const focusOf = (page: Page) =>
  page.evaluate(`[
    document.activeElement?.getAttribute('data-testid'),
    document.documentElement.scrollWidth <= window.innerWidth,
  ]`);

/** By the keyboard alone, from the page that took the place of another to its end. */
async function setUpWhatIsDemanded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '2단계 인증을 켜 주세요' }).waitFor();
  await page.getByLabel('지금 비밀번호').waitFor();
  expect(await focusOf(page)).toEqual(['factor-password', true]);
  await page.keyboard.type(testPassword);
  await page.keyboard.press('Enter');
  const totp = new TOTP({ secret: await page.getByTestId('factor-secret').innerText() });
  expect(await focusOf(page)).toEqual(['factor-code', true]);
  await page.keyboard.type(totp.generate());
  await page.keyboard.press('Enter');
  await page.getByTestId('recovery-codes').waitFor();
  expect(await focusOf(page)).toEqual(['recovery-codes', true]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('factor-demanded').waitFor({ state: 'detached' });
}

test('where a second factor is demanded it is set up in place of the page, which comes back', async () => {
  const auditor = await createPerson(program, admin, { role: 'analyst', name: '최감사' });
  const phone = { viewport: { width: 360, height: 740 } };
  const page = await openPage(browser, `${program.url}/audit/exports`, phone);
  await signInOnPage(page, { email: auditor.email, password: testPassword });
  await setUpWhatIsDemanded(page);
  await page.getByRole('heading', { level: 1, name: '내보내기' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/audit/exports');
  await page.goto(`${program.url}/profile`);
  await page.getByTestId('factor-on').waitFor();
  expect(await page.getByTestId('remove-factor').count()).toBe(0);
});

test('a question that is asked as a second factor becomes demanded is sent, once, when it is there', async () => {
  const person = await createPerson(program, admin, { role: 'rep', name: '박나루' });
  const page = await openPage(browser, program.url);
  await signInOnPage(page, { email: person.email, password: testPassword });
  await page.getByTestId('composer').waitFor();
  const body = { role: 'analyst' };
  await callApi(program.url, 'PATCH', `/api/employees/${person.id}`, { token: admin, body });
  await ask(page, '식음료 한도가 얼마예요?');
  await setUpWhatIsDemanded(page);
  await page.getByTestId('message-user').waitFor();
  expect(await page.getByTestId('message-user').allInnerTexts()).toEqual([
    expect.stringContaining('식음료 한도가 얼마예요?'),
  ]);
});

test('an account of the company leads through the provider to the page that was asked for', async () => {
  provider.accounts.set('haru', {
    ...{ email: 'haru@company.example', name: '한하루', groups: ['sales'], employeeNumber: 'C-7' },
  });
  const page = await openPage(browser, `${program.url}/profile`);
  await page.getByRole('link', { name: '나루제약 계정' }).click();
  await page.locator('input[name=login]').fill('haru');
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByText('C-7').waitFor();
  expect(new URL(page.url()).pathname).toBe('/profile');
});

test('who is in no group that may come in is told so on the sign-in page', async () => {
  provider.accounts.set('guest', { email: 'guest@company.example', name: '손님', groups: [] });
  const page = await openPage(browser, program.url);
  await page.getByTestId('company-sign-in').click();
  await page.locator('input[name=login]').fill('guest');
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  expect(new URL(page.url()).pathname).toBe('/login');
  expect(await page.getByRole('alert').innerText()).toContain('관리자');
});

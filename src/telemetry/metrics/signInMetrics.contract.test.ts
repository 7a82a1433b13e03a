import { Secret, TOTP } from 'otpauth';
import { triesBeforeLock } from '../../accounts/limitTries';
import type { CreatedApiKeyDto } from '../../shared/apiKeys';
import type { NewSecondFactorDto } from '../../shared/signIn';
import { callApi } from '../../test/api';
import { addedBy, readFigures } from '../../test/figures';
import { freePort } from '../../test/freePort';
import { createBrowser, signInAtProvider } from '../../test/oidc/browser';
import { startCompanyProvider, type CompanyProvider } from '../../test/oidc/companyProvider';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let provider: CompanyProvider;
let server: TestServer;
let owner: TestPerson;

beforeAll(async () => {
  const port = await freePort();
  provider = await startCompanyProvider(`http://127.0.0.1:${port}`);
  server = await startTestServer({ port, companySignIn: provider.settings });
  owner = await createPerson(server, await createAdmin(server), { role: 'rep' });
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
});

const name = 'narutalk_sign_in_checks_total';
const ways = ['password', 'second_factor', 'company', 'api_key'];
const outcomes = ['accepted', 'refused', 'locked'];

/** What `work` has added, by way and outcome; what it added nothing to is left out. */
async function countedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const added = await addedBy(server.url, work);
  const all = ways.flatMap((way) =>
    outcomes.map(
      (outcome) => [`${way} ${outcome}`, added(`${name}{outcome="${outcome}",way="${way}"}`)] as const,
    ),
  );
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}

const login = (body: object) => callApi(server.url, 'POST', '/api/auth/login', { body });
const credentials = () => ({ email: owner.email, password: testPassword });

test('each way and outcome is shown from the start, as 0: what is new would not count as an increase', async () => {
  const shown = [...(await readFigures(server.url)).keys()].filter((each) => each.startsWith(name));
  expect(shown).toHaveLength(ways.length * outcomes.length);
});

test('passwords are counted, right and wrong, of anybody and of nobody, and those that come to a locked account', async () => {
  expect(await countedBy(() => login(credentials()))).toEqual({ 'password accepted': 1 });
  const nobody = { email: 'nobody@test.example', password: 'wrong' };
  const guess = async () => {
    for (let at = 0; at < triesBeforeLock + 2; at += 1) await login(nobody);
  };
  expect(await countedBy(guess)).toEqual({ 'password refused': triesBeforeLock, 'password locked': 2 });
});

test('a second factor is counted besides its password, and asking for one is no refusal', async () => {
  const call = <Body>(below: string, body: object) =>
    callApi<Body>(server.url, 'POST', `/api/auth/second-factor${below}`, { token: owner.token, body });
  const { body: factor } = await call<NewSecondFactorDto>('', { currentPassword: testPassword });
  const totp = new TOTP({ secret: Secret.fromBase32(factor.secret) });
  await call('/confirm', { code: totp.generate({ timestamp: Date.now() - 30_000 }) });
  expect(await countedBy(() => login(credentials()))).toEqual({ 'password accepted': 1 });
  expect(await countedBy(() => login({ ...credentials(), code: '000000' }))).toEqual({
    ...{ 'password accepted': 1, 'second_factor refused': 1 },
  });
  expect(await countedBy(() => login({ ...credentials(), code: totp.generate() }))).toEqual({
    ...{ 'password accepted': 1, 'second_factor accepted': 1 },
  });
});

test('who comes from the company’s provider is counted, and who is not let in', async () => {
  const comeIn = async (subject: string, groups: string[]) => {
    provider.accounts.set(subject, {
      ...{ email: `${subject}@test.example`, name: '회사 사람', employeeNumber: subject, groups },
    });
    const browser = createBrowser();
    const start = await browser.open(new URL('/api/auth/oidc/start', server.url));
    await browser.open(await signInAtProvider(browser, start, subject));
  };
  expect(await countedBy(() => comeIn('E1', ['sales']))).toEqual({ 'company accepted': 1 });
  expect(await countedBy(() => comeIn('E2', ['canteen']))).toEqual({ 'company refused': 1 });
  const notBegun = new URL('/api/auth/oidc/callback?code=made-up', server.url);
  expect(await countedBy(() => createBrowser().open(notBegun))).toEqual({ 'company refused': 1 });
});

test('a key is counted once for each call', async () => {
  const person = await createPerson(server, await signInAsAdmin(), { role: 'rep' });
  const { body } = await callApi<CreatedApiKeyDto>(server.url, 'POST', '/api/auth/api-keys', {
    token: person.token,
    body: { name: '연동', scopes: ['chat.use'], days: 1, currentPassword: testPassword },
  });
  const ask = (token: string) => countedBy(() => callApi(server.url, 'GET', '/api/auth/me', { token }));
  expect(await ask(body.key)).toEqual({ 'api_key accepted': 1 });
  expect(await ask('nrt_made-up')).toEqual({ 'api_key refused': 1 });
  // What is not a key is the token of a sign-in, which runs out in everyday use.
  expect(await ask('made-up')).toEqual({});
});

async function signInAsAdmin(): Promise<string> {
  const body = { email: 'admin@test.example', password: testPassword };
  const answer = await callApi<{ accessToken: string }>(server.url, 'POST', '/api/auth/login', { body });
  return answer.body.accessToken;
}

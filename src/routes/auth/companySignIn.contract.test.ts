import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { QueryTypes } from 'sequelize';
import type { LoginResponse, SessionDto } from '../../shared/people';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { freePort } from '../../test/freePort';
import { createBrowser, ledTo, signInAtProvider, type Browser, type Page } from '../../test/oidc/browser';
import {
  startCompanyProvider,
  type CompanyAccount,
  type CompanyProvider,
} from '../../test/oidc/companyProvider';
import { createAdmin, createPerson, signIn, testPassword } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let provider: CompanyProvider;
let server: TestServer;
let admin: string;

beforeAll(async () => {
  const port = await freePort();
  provider = await startCompanyProvider(`http://127.0.0.1:${port}`);
  server = await startTestServer({ port, companySignIn: provider.settings });
  admin = await createAdmin(server);
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
});

let counter = 0;
/** Somebody new at the provider. @returns the subject. */
function account(changes: Partial<CompanyAccount> = {}): string {
  counter += 1;
  const subject = `subject-${counter}`;
  provider.accounts.set(subject, {
    ...{ email: `company${counter}@test.example`, name: `회사 사람 ${counter}`, groups: ['sales'] },
    ...{ employeeNumber: `E${counter}`, ...changes },
  });
  return subject;
}

const start = (browser: Browser, returnTo = '/documents?q=%EC%95%BD') =>
  browser.open(new URL(`/api/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`, server.url));

/** The whole way. @returns the page that the program leads on with. */
async function comeIn(subject: string, browser = createBrowser(), returnTo?: string): Promise<Page> {
  return browser.open(await signInAtProvider(browser, await start(browser, returnTo), subject));
}

/** What the client does when its page is opened. */
async function refresh(browser: Browser): Promise<LoginResponse> {
  const cookie = `narutalk_refresh=${browser.cookie('narutalk_refresh')}`;
  const answer = await callApi<LoginResponse>(server.url, 'POST', '/api/auth/refresh', {
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function comeInAs(subject: string): Promise<LoginResponse & { browser: Browser }> {
  const browser = createBrowser();
  expect(ledTo(await comeIn(subject, browser)).pathname).toBe('/documents');
  return { ...(await refresh(browser)), browser };
}

const statusOf = async (token: string) =>
  (await callApi(server.url, 'GET', '/api/auth/me', { token })).status;
const records = (name: string) =>
  server.services.database.sequelize.query<{ error: string | null; reason: string | null; text: string }>(
    `SELECT error, output ->> 'reason' AS reason, coalesce(input::text, '') || coalesce(output::text, '') AS text
     FROM system_trace_logs WHERE name = $name ORDER BY number`,
    { bind: { name }, type: QueryTypes.SELECT },
  );
const refusals = async () => (await records('auth.company-sign-in')).filter(({ error }) => error !== null);

describe('signing in with an account of the company', () => {
  test('registers whoever is in a group, with its role, and leads to where one wanted to go', async () => {
    const subject = account({ groups: ['canteen', 'sales', 'leads'] });
    const browser = createBrowser();
    const page = await comeIn(subject, browser);
    expect([page.status, ledTo(page).href]).toEqual([
      302,
      new URL('/documents?q=%EC%95%BD', server.url).href,
    ]);
    const { employee } = await refresh(browser);
    const { email, name, employeeNumber } = provider.accounts.get(subject)!;
    expect(employee).toMatchObject({ email, name, employeeNo: employeeNumber, role: 'manager' });
    // No password was set, so none is right.
    await expect(signIn(server.url, email, 'any')).rejects.toThrow('401');
  });

  test('asks with PKCE, state and nonce, and the secrets stay here', async () => {
    const browser = createBrowser();
    const page = await start(browser);
    const asked = ledTo(page);
    expect(asked.origin).toBe(provider.settings.issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: new URL('/api/auth/oidc/callback', server.url).href,
    });
    expect(page.headers.getSetCookie()[0]).toMatch(/Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(browser.cookie('narutalk_company_sign_in')).not.toContain(asked.searchParams.get('nonce'));
  });

  test('leads nowhere but to a page of this program', async () => {
    const { host, origin } = new URL(server.url);
    for (const wanted of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example/',
      '/.//elsewhere.example/',
      `${server.url}//elsewhere.example/`,
      `https://${host}@elsewhere.example/`,
      'javascript:alert(1)',
      'data:text/html,x',
      '\t//elsewhere.example/',
    ]) {
      const page = await comeIn(account(), createBrowser(), wanted);
      expect([wanted, ledTo(page).origin]).toEqual([wanted, origin]);
    }
  });

  test('is begun here, and not by a page of another site', async () => {
    const page = await fetch(new URL('/api/auth/oidc/start', server.url), {
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([page.status, page.headers.get('location'), page.headers.getSetCookie()]).toEqual([
      302,
      '/login',
      [],
    ]);
  });

  test('finds the person of the address, and gives the role that the groups have now', async () => {
    const person = await createPerson(server, admin, { role: 'rep' });
    const subject = account({ email: person.email.toUpperCase(), groups: ['audit'] });
    const { employee } = await comeInAs(subject);
    expect(employee).toMatchObject({ id: person.id, employeeNo: person.employeeNo, role: 'analyst' });
    // Known by the subject from now on, whatever the address becomes.
    provider.accounts.get(subject)!.email = 'renamed@test.example';
    provider.accounts.get(subject)!.groups = ['sales'];
    expect((await comeInAs(subject)).employee).toMatchObject({ id: person.id, role: 'rep' });
  });

  test('lets nobody in without a group that has a role, and says what to do', async () => {
    const page = await comeIn(account({ groups: ['canteen'] }));
    expect(ledTo(page).pathname + ledTo(page).search).toBe('/login?error=no_company_access');
    expect(page.headers.getSetCookie().join()).not.toContain('narutalk_refresh');
    expect((await refusals()).at(-1)).toMatchObject({
      error: 'no_company_access',
      reason: 'no group with a role',
    });
  });

  test('ends what was open when the groups are gone', async () => {
    const subject = account();
    const { accessToken } = await comeInAs(subject);
    expect(await statusOf(accessToken)).toBe(200);
    provider.accounts.get(subject)!.groups = [];
    expect(ledTo(await comeIn(subject)).search).toBe('?error=no_company_access');
    expect(await statusOf(accessToken)).toBe(401);
  });

  test('ends the keys too of whoever can make them in such a sign-in alone', async () => {
    const newKey = { name: '보고서', scopes: ['chat.use'], days: 365 };
    const make = async (token: string, body: object) => {
      const made = await callApi<{ key: string }>(server.url, 'POST', '/api/auth/api-keys', { token, body });
      expect(made.status).toBe(201);
      return made.body.key;
    };
    const asks = async (token: string) =>
      (await callApi(server.url, 'POST', '/api/search', { token, body: { query: '한도' } })).status;
    const subject = account();
    const key = await make((await comeInAs(subject)).accessToken, newKey);
    const person = await createPerson(server, admin, { role: 'rep' });
    const withPassword = account({ email: person.email });
    const ownKey = await make((await comeInAs(withPassword)).accessToken, {
      ...newKey,
      currentPassword: testPassword,
    });
    expect([await asks(key), await asks(ownKey)]).toEqual([200, 200]);
    for (const gone of [subject, withPassword]) {
      provider.accounts.get(gone)!.groups = [];
      await comeIn(gone);
    }
    // A password still leads in, and to other keys: it is for an admin to end that.
    expect([await asks(key), await asks(ownKey)]).toEqual([401, 200]);
  });

  test.each<[string, (person: { email: string }) => Partial<CompanyAccount>]>([
    ['the e-mail address is not verified', ({ email }) => ({ email, emailVerified: false })],
    ['there is no employee number to register by', () => ({ employeeNumber: undefined })],
    ['the employee number is another’s', () => ({ employeeNumber: 'ADMIN' })],
  ])('lets nobody in when %s', async (_case, changes) => {
    const person = await createPerson(server, admin, { role: 'rep' });
    expect(ledTo(await comeIn(account(changes(person)))).search).toBe('?error=no_company_access');
  });

  test('lets a deactivated person in neither by the address nor by the identity', async () => {
    const person = await createPerson(server, admin, { role: 'rep' });
    const deactivate = (active: boolean) =>
      callApi(server.url, 'PATCH', `/api/employees/${person.id}`, { token: admin, body: { active } });
    const subject = account({ email: person.email });
    await deactivate(false);
    expect(ledTo(await comeIn(subject)).search).toBe('?error=no_company_access');
    await deactivate(true);
    const { accessToken } = await comeInAs(subject);
    await deactivate(false);
    expect(await statusOf(accessToken)).toBe(401);
    expect(ledTo(await comeIn(subject)).search).toBe('?error=no_company_access');
    expect((await refusals()).slice(-2).map(({ reason }) => reason)).toEqual(['deactivated', 'deactivated']);
  });

  test('takes an address that was given to somebody else for nobody’s', async () => {
    const person = await createPerson(server, admin, { role: 'rep' });
    await comeInAs(account({ email: person.email }));
    expect(ledTo(await comeIn(account({ email: person.email }))).search).toBe('?error=no_company_access');
    expect((await refusals()).at(-1)!.reason).toBe('the e-mail address belongs to another identity');
  });

  test('keeps the last admin, whatever the groups say', async () => {
    const subject = account({ email: 'admin@test.example', groups: ['sales'] });
    expect((await comeInAs(subject)).employee.role).toBe('admin');
    const second = account({ groups: ['narutalk-admins'] });
    expect((await comeInAs(second)).employee.role).toBe('admin');
    provider.accounts.get(second)!.groups = ['sales'];
    expect((await comeInAs(second)).employee.role).toBe('rep');
    provider.accounts.get(subject)!.groups = ['narutalk-admins'];
    expect((await comeInAs(subject)).employee.role).toBe('admin');
  });

  test.each([1, 2, 3, 4])('first sign-ins of a person at once make one person (round %i)', async () => {
    const subject = account();
    const browsers = Array.from({ length: 4 }, createBrowser);
    const ways = await Promise.all(
      browsers.map(async (browser) => signInAtProvider(browser, await start(browser), subject)),
    );
    const pages = await Promise.all(ways.map((way, at) => browsers[at]!.open(way)));
    expect(new Set(pages.map((page) => ledTo(page).pathname))).toEqual(new Set(['/documents']));
    const people = await Promise.all(browsers.map(refresh));
    expect(new Set(people.map(({ employee }) => employee.id)).size).toBe(1);
  });

  test('lasts as long as it may, not longer', async () => {
    const { accessToken: token } = await comeInAs(account());
    const { body } = await callApi<{ items: SessionDto[] }>(server.url, 'GET', '/api/auth/sessions', {
      token,
    });
    const lasts = Date.parse(body.items[0]!.expiresAt) - Date.parse(body.items[0]!.createdAt);
    expect(Math.abs(lasts - provider.settings.sessionMs)).toBeLessThan(10_000);
  });
});

describe('what comes back', () => {
  const refusedBy = async (page: Page) => ({
    leads: ledTo(page).search,
    reason: (await refusals()).at(-1)!.reason,
  });

  test('is refused in another browser than the one that was sent', async () => {
    const browser = createBrowser();
    const way = await signInAtProvider(browser, await start(browser), account());
    expect(await refusedBy(await createBrowser().open(way))).toEqual({
      leads: '?error=company_sign_in_failed',
      reason: 'not begun in this browser, or too long ago',
    });
  });

  test('is refused with the state of another try, and a second time', async () => {
    const [mine, other] = [createBrowser(), createBrowser()];
    const way = await signInAtProvider(mine, await start(mine), account());
    await start(other);
    expect((await refusedBy(await other.open(way))).leads).toBe('?error=company_sign_in_failed');
    expect(ledTo(await mine.open(way)).pathname).toBe('/documents');
    expect((await refusedBy(await mine.open(way))).leads).toBe('?error=company_sign_in_failed');
  });

  test('is refused with a code that is not the provider’s, or when the person gave up there', async () => {
    for (const change of ['code=made-up', 'error=access_denied']) {
      const browser = createBrowser();
      const way = await signInAtProvider(browser, await start(browser), account());
      way.searchParams.delete('code');
      way.search += `&${change}`;
      expect((await refusedBy(await browser.open(way))).leads).toBe('?error=company_sign_in_failed');
    }
  });

  test('is refused when it took too long', async () => {
    const browser = createBrowser();
    const way = await signInAtProvider(browser, await start(browser), account());
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
    const page = await browser.open(way);
    later.mockRestore();
    expect((await refusedBy(page)).reason).toBe('not begun in this browser, or too long ago');
  });

  test('leaves no code, no token and no secret in the audit', async () => {
    const browser = createBrowser();
    const way = await signInAtProvider(browser, await start(browser), account());
    await browser.open(way);
    await createBrowser().open(way);
    const [{ text }] = (await server.services.database.sequelize.query(
      `SELECT string_agg(coalesce(input::text, '') || coalesce(output::text, ''), ' ') AS text FROM system_trace_logs`,
      { type: QueryTypes.SELECT },
    )) as [{ text: string }];
    for (const secret of [
      way.searchParams.get('code')!,
      way.searchParams.get('state')!,
      'a-secret-that-only',
    ])
      expect(text).not.toContain(secret);
  });
});

describe('signing out at the provider', () => {
  const logOut = (token: string) =>
    fetch(new URL('/api/auth/oidc/backchannel-logout', server.url), {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });
  const claims = (changes: object = {}) => ({
    ...{ iss: provider.settings.issuer, aud: provider.settings.clientId, jti: `jti-${(counter += 1)}` },
    ...{ iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 120 },
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...changes,
  });

  test('ends the sign-in here that came from it, its open socket too, and no other', async () => {
    const subject = account();
    const [here, elsewhere] = [await comeInAs(subject), await comeInAs(subject)];
    const chat = await openChat(server.url, here.accessToken);
    const cut = new Promise<string>((resolve) => chat.socket.once('disconnect', resolve));
    const asked = await here.browser.open(new URL('/session/end', provider.settings.issuer));
    const form = Object.fromEntries(
      [...asked.text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    const endedAt = Date.now();
    await here.browser.open(new URL('/session/end/confirm', provider.settings.issuer), {
      ...form,
      logout: 'yes',
    });
    expect(await cut).toBe('io server disconnect');
    expect(Date.now() - endedAt).toBeLessThan(5_000);
    expect([await statusOf(here.accessToken), await statusOf(elsewhere.accessToken)]).toEqual([401, 200]);
    chat.close();
  });

  test('of a person ends all that came from there, but none that came from a password', async () => {
    const person = await createPerson(server, admin, { role: 'rep' });
    const subject = account({ email: person.email });
    const [first, second] = [await comeInAs(subject), await comeInAs(subject)];
    const answer = await logOut(await provider.sign(claims({ sub: subject })));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await Promise.all([first, second].map(({ accessToken }) => statusOf(accessToken)))).toEqual([
      401, 401,
    ]);
    expect(await statusOf(person.token)).toBe(200);
  });

  test('is believed of the provider only, for this program, soon, and as what it is', async () => {
    const subject = account();
    const { accessToken } = await comeInAs(subject);
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const foreign = new SignJWT(claims({ sub: subject }))
      .setProtectedHeader({ alg: 'RS256', kid: 'test', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    const long = Math.floor(Date.now() / 1000) - 3_600;
    const unsigned = [{ alg: 'none' }, claims({ sub: subject })]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signed = await Promise.all([
      foreign,
      provider.sign(claims({ sub: subject, aud: 'another-program' })),
      provider.sign(claims({ sub: subject, iss: 'https://another.example' })),
      provider.sign(claims({ sub: subject, iat: long })),
      provider.sign(claims({ sub: subject, exp: long })),
      provider.sign(claims({ sub: subject, nonce: 'x' })),
      provider.sign(claims({ sub: subject, events: {} })),
      provider.sign(claims({ sub: subject, events: undefined })),
      provider.sign(claims({ sub: subject, jti: undefined })),
      provider.sign(claims()),
    ]);
    const tokens = [...signed, `${unsigned}.`, 'nonsense'];
    expect(await Promise.all(tokens.map(async (token) => (await logOut(token)).status))).toEqual(
      tokens.map(() => 400),
    );
    expect(await statusOf(accessToken)).toBe(200);
    expect((await logOut(await provider.sign(claims({ sub: subject })))).status).toBe(200);
    expect(await statusOf(accessToken)).toBe(401);
  });
});

describe('without its provider', () => {
  test('the program runs, passwords do, and the button says that it is away', async () => {
    const alone = await startTestServer({
      companySignIn: { ...provider.settings, issuer: `http://127.0.0.1:${await freePort()}` },
    });
    try {
      const answer = await callApi(alone.url, 'GET', '/api/auth/oidc/start');
      expect([answer.status, answer.body.code]).toEqual([503, 'provider_unavailable']);
      expect(await createAdmin(alone)).toEqual(expect.any(String));
      // A browser is led back, where the page says it.
      const page = await fetch(new URL('/api/auth/oidc/start', alone.url), {
        redirect: 'manual',
        headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
      });
      expect([page.status, page.headers.get('location'), page.headers.get('cache-control')]).toEqual([
        302,
        '/login?error=provider_unavailable',
        'no-store',
      ]);
      expect([page.headers.get('vary'), page.headers.getSetCookie(), await page.text()]).toEqual([
        expect.stringContaining('Accept'),
        [],
        '',
      ]);
    } finally {
      await alone.close();
    }
  });

  test('where none is set there is nothing to go to', async () => {
    const plain = await startTestServer();
    try {
      const { body } = await callApi(plain.url, 'GET', '/api/status');
      expect(body.companySignIn).toBeNull();
      for (const path of ['start', 'callback'])
        expect((await callApi(plain.url, 'GET', `/api/auth/oidc/${path}`)).status).toBe(404);
    } finally {
      await plain.close();
    }
  });
});

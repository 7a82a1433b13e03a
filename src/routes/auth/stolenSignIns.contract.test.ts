import { Secret, TOTP } from 'otpauth';
import { createAccounts } from '../../accounts/accounts';
import { createAdmission } from '../../accounts/admission';
import { createTryLimit, triesBeforeLock } from '../../accounts/limitTries';
import type { AppError } from '../../errors';
import { guessesPerMinute } from '../../middlewares/rateLimit';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let owner: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
});
afterAll(() => server?.close());
beforeEach(async () => {
  owner = await createPerson(server, admin, { role: 'rep' });
});

const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0]!.split(';')[0]!;
const refresh = async (cookie: string) => {
  const answer = await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie } });
  return { status: answer.status, cookie: answer.status === 200 ? cookieOf(answer) : '' };
};
const cookieOfSignIn = async () =>
  cookieOf(
    await callApi(server.url, 'POST', '/api/auth/login', {
      body: { email: owner.email, password: testPassword },
    }),
  );
/** As if that much time had passed since any token was changed. */
const letPass = (seconds: number) =>
  server.services.database.sequelize.query(
    `UPDATE employee_sessions SET rotated_at = rotated_at - make_interval(secs => ${seconds})`,
  );

describe('a refresh token that somebody else has', () => {
  test('ends the sign-in when its owner comes with the same one', async () => {
    const cookie = await cookieOfSignIn();
    const thief = await refresh(cookie);
    await letPass(11);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(thief.cookie)).status).toBe(401);
  });

  test('does so too after any number of changes, however fast they came', async () => {
    const cookie = await cookieOfSignIn();
    let thief = await refresh(cookie);
    for (let at = 0; at < 3; at += 1) thief = await refresh(thief.cookie);
    expect(thief.status).toBe(200);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(thief.cookie)).status).toBe(401);
  });

  test('is not what two tabs do that come with the same one at once', async () => {
    const cookie = await cookieOfSignIn();
    const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const next = answers.find(({ status }) => status === 200)!;
    expect((await refresh(next.cookie)).status).toBe(200);
  });

  test('is none of this program, so nobody is put out by making one up', async () => {
    const cookie = await cookieOfSignIn();
    const [name, token] = cookie.split('=') as [string, string];
    const made = Buffer.from(token).reverse().toString();
    for (const guess of [made, `${token.slice(0, 20)}${made.slice(20)}`, `${token}x`, token.slice(0, -1)])
      expect((await refresh(`${name}=${guess}`)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(200);
  });
});

describe('a session that somebody else has', () => {
  const guess = (path: string) =>
    callApi<{ code: string }>(server.url, 'POST', path, {
      token: owner.token,
      body: { currentPassword: 'a-guess-of-somebody', newPassword: 'another-password-2' },
    });

  test('does not find out the password: it is locked as at a sign-in, for whatever asks for it', async () => {
    const codes: string[] = [];
    for (let at = 0; at < triesBeforeLock + 1; at += 1)
      codes.push((await guess('/api/auth/password')).body.code);
    expect(codes).toEqual([...Array<string>(triesBeforeLock).fill('wrong_password'), 'too_many_tries']);
    const proof = { currentPassword: testPassword, code: '123456' };
    const key = { name: 'k', scopes: ['chat.use'], days: 1, currentPassword: testPassword };
    for (const [path, body] of [
      ['/api/auth/password', { currentPassword: testPassword, newPassword: 'another-password-2' }],
      ['/api/auth/second-factor', { currentPassword: testPassword }],
      ['/api/auth/second-factor/remove', proof],
      ['/api/auth/second-factor/recovery-codes', proof],
      ['/api/auth/api-keys', key],
    ] as const) {
      const answer = await callApi(server.url, 'POST', path, { token: owner.token, body });
      expect([path, answer.status, answer.body.code]).toEqual([path, 429, 'too_many_tries']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('leaves its owner alone, who mistypes now and then', async () => {
    for (let at = 0; at < triesBeforeLock + 5; at += 1) {
      if (at % 5 === 0) expect((await guess('/api/auth/password')).body.code).toBe('wrong_password');
      const begun = await callApi(server.url, 'POST', '/api/auth/second-factor', {
        token: owner.token,
        body: { currentPassword: testPassword },
      });
      expect(begun.status).toBe(201);
    }
  });
});

test('the limit of an address counts a path however it is written', async () => {
  const written = ['/API/auth/login', '/api/Auth/login/', '/api/auth/LOGIN', '/api/auth/login'];
  const codes: string[] = [];
  for (let at = 0; at <= guessesPerMinute; at += 1) {
    const body = { email: 'somebody@test.example', password: 'wrong' };
    codes.push((await callApi<{ code: string }>(server.url, 'POST', written[at % 4]!, { body })).body.code);
  }
  expect(codes.at(-1)).toBe('too_many_requests');
});

describe('a sign-in that is under way', () => {
  /** Signing in as the program does, while something happens after the password was found to be right. */
  const signInWhile = async (meanwhile: () => Promise<unknown>) => {
    const { services, env } = server;
    const { database, repositories, audit, apiKeys, secondFactor } = services;
    const accounts = createAccounts({
      ...{ database, repositories, audit, apiKeys, secret: env.authSecret ?? 'x'.repeat(32) },
      admission: createAdmission(repositories),
      tries: createTryLimit(repositories.signInTries),
      countSignInCheck: services.metrics.countSignInCheck,
      secondFactor: {
        use: secondFactor.use,
        async isOn(id, transaction) {
          const isOn = await secondFactor.isOn(id, transaction);
          if (!transaction) await meanwhile();
          return isOn;
        },
      },
    });
    return accounts.signIn({ email: owner.email, password: testPassword }).then(
      () => 'signed in',
      (error: unknown) => (error as AppError).code,
    );
  };
  const change = (body: object) =>
    callApi(server.url, 'PATCH', `/api/employees/${owner.id}`, { token: admin, body });
  const sessions = async () => {
    const [rows] = await server.services.database.sequelize.query(
      `SELECT id FROM employee_sessions WHERE employee_id = ${owner.id}`,
    );
    return rows.length;
  };

  test('goes through when nothing happens', async () => {
    expect(await signInWhile(async () => {})).toBe('signed in');
  });

  test.each([
    ['a new password', () => change({ password: 'another-password-2' })],
    ['a deactivation', () => change({ active: false })],
  ])('does not outlast %s', async (_name, meanwhile) => {
    expect(await signInWhile(meanwhile)).toBe('wrong_credentials');
    expect(await sessions()).toBe(0);
  });

  test('does not outlast a change of the own password', async () => {
    const body = { currentPassword: testPassword, newPassword: 'another-password-2' };
    const meanwhile = () => callApi(server.url, 'POST', '/api/auth/password', { token: owner.token, body });
    expect(await signInWhile(meanwhile)).toBe('wrong_credentials');
    expect(await sessions()).toBe(1);
  });

  test('is asked for a code that is asked for by now', async () => {
    const post = <Body>(path: string, body: object) =>
      callApi<Body>(server.url, 'POST', path, { token: owner.token, body });
    const meanwhile = async () => {
      const { body } = await post<{ secret: string }>('/api/auth/second-factor', {
        currentPassword: testPassword,
      });
      const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
      expect((await post('/api/auth/second-factor/confirm', { code })).status).toBe(200);
    };
    expect(await signInWhile(meanwhile)).toBe('second_factor_required');
    expect(await sessions()).toBe(1);
  });
});

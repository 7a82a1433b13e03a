import { QueryTypes } from 'sequelize';
import { lockMs, triesBeforeLock } from '../../accounts/limitTries';
import type { LoginResponse } from '../../shared/people';
import type { NewSecondFactorDto, RecoveryCodesDto, SecondFactorDto } from '../../shared/signIn';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, signIn, testPassword, type TestPerson } from '../../test/people';
import { codeOf, setUpSecondFactor } from '../../test/secondFactor';
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

const path = '/api/auth/second-factor';
const statusOf = async (token: string) =>
  (await callApi(server.url, 'GET', '/api/auth/me', { token })).status;
const post = <Body = Record<string, unknown>>(below: string, body: object, token = owner.token) =>
  callApi<Body>(server.url, 'POST', path + below, { token, body });
const describeOwn = async (token = owner.token) =>
  (await callApi<SecondFactorDto>(server.url, 'GET', path, { token })).body;
const login = (body: object) =>
  callApi<LoginResponse & { code: string }>(server.url, 'POST', '/api/auth/login', { body });
const stored = async <Row extends object>(sql: string) =>
  server.services.database.sequelize.query<Row>(sql, { type: QueryTypes.SELECT });

const turnOn = () => setUpSecondFactor(server.url, owner.token);
const credentials = () => ({ email: owner.email, password: testPassword });
const refusal = async (body: object) => {
  const answer = await login(body);
  return [answer.status, answer.body.code];
};

describe('a second factor', () => {
  test('is asked for once its owner has shown a code, and the other sign-ins end', async () => {
    const other = await signIn(server.url, owner.email);
    const { body: begun } = await post<NewSecondFactorDto>('', { currentPassword: testPassword });
    expect(new URL(begun.uri).searchParams.get('secret')).toBe(begun.secret);
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/NaruTalk:person\d+%40test\.example\?/);
    // Not in force: nobody is locked out by having closed the page.
    expect((await login(credentials())).status).toBe(200);
    expect((await post('/confirm', { code: '000000' })).body.code).toBe('wrong_code');
    expect(await describeOwn()).toEqual({
      ...{ on: false, demanded: false, since: null, recoveryCodesLeft: 0 },
    });
    const { body } = await post<RecoveryCodesDto>('/confirm', { code: codeOf(begun) });
    expect(new Set(body.recoveryCodes).size).toBe(10);
    expect(await describeOwn()).toMatchObject({ on: true, recoveryCodesLeft: 10 });
    expect([await statusOf(owner.token), await statusOf(other)]).toEqual([200, 401]);
    expect(await refusal(credentials())).toEqual([401, 'second_factor_required']);
  });

  test('takes a code of now, once, also of two tries at once', async () => {
    const factor = await turnOn();
    expect(await refusal({ ...credentials(), code: '000000' })).toEqual([400, 'wrong_code']);
    // The one it was turned on with was used by that.
    expect(await refusal({ ...credentials(), code: factor.used })).toEqual([400, 'wrong_code']);
    const code = codeOf(factor);
    const answers = await Promise.all([1, 2, 3].map(() => login({ ...credentials(), code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(await refusal({ ...credentials(), code: codeOf(factor, 5) })).toEqual([400, 'wrong_code']);
    expect((await login({ ...credentials(), code: codeOf(factor, 1) })).status).toBe(200);
  });

  test('is never asked for by a wrong password', async () => {
    await turnOn();
    expect(await refusal({ ...credentials(), password: 'wrong' })).toEqual([401, 'wrong_credentials']);
    expect(await refusal({ ...credentials(), password: 'wrong', code: '000000' })).toEqual([
      401,
      'wrong_credentials',
    ]);
  });

  test('that is lost is done without by a code to recover with, each once, however it is typed', async () => {
    const { recoveryCodes } = await turnOn();
    const [first, second] = recoveryCodes as [string, string];
    expect((await login({ ...credentials(), code: first })).status).toBe(200);
    expect(await refusal({ ...credentials(), code: first })).toEqual([400, 'wrong_code']);
    const typed = ` ${second.toLowerCase().replaceAll('-', ' ')} `;
    expect((await login({ ...credentials(), code: typed })).status).toBe(200);
    expect((await describeOwn()).recoveryCodesLeft).toBe(8);
    const code = recoveryCodes[2]!;
    const renewed = await post<RecoveryCodesDto>('/recovery-codes', { currentPassword: testPassword, code });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect(await refusal({ ...credentials(), code: recoveryCodes[3]! })).toEqual([400, 'wrong_code']);
  });

  test('is set up, changed and taken away only by who knows the password, and a code', async () => {
    expect((await post('', { currentPassword: 'wrong' })).body.code).toBe('wrong_password');
    const factor = await turnOn();
    expect((await post('', { currentPassword: testPassword })).body.code).toBe('second_factor_is_on');
    for (const below of ['/remove', '/recovery-codes']) {
      expect((await post(below, { currentPassword: 'wrong', code: codeOf(factor) })).body.code).toBe(
        'wrong_password',
      );
      expect((await post(below, { currentPassword: testPassword, code: '000000' })).body.code).toBe(
        'wrong_code',
      );
    }
    const proof = { currentPassword: testPassword, code: codeOf(factor) };
    expect((await post('/remove', proof)).status).toBe(204);
    expect((await login(credentials())).status).toBe(200);
  });

  test('is taken away by an admin, which ends every sign-in of the person', async () => {
    await turnOn();
    const reset = () =>
      callApi(server.url, 'DELETE', `/api/employees/${owner.id}/second-factor`, { token: admin });
    expect((await reset()).status).toBe(204);
    expect(await statusOf(owner.token)).toBe(401);
    expect((await login(credentials())).status).toBe(200);
    expect((await reset()).status).toBe(404);
  });

  test('is kept sealed for its owner, its codes as hashes, and neither is in the audit', async () => {
    const { secret, recoveryCodes } = await turnOn();
    const [row] = await stored<{ sealed: string; hashes: string; audit: string }>(
      `SELECT sealed_secret AS sealed,
         (SELECT string_agg(code_hash, ' ') FROM recovery_codes c WHERE c.employee_id = f.employee_id) AS hashes,
         (SELECT string_agg(coalesce(input::text, '') || coalesce(output::text, ''), ' ') FROM system_trace_logs) AS audit
       FROM second_factors f WHERE employee_id = ${owner.id}`,
    );
    const kept = `${row!.sealed} ${Buffer.from(row!.sealed, 'base64url').toString('latin1')} ${row!.hashes} ${row!.audit}`;
    for (const told of [secret, ...recoveryCodes]) expect(kept).not.toContain(told);
    // Copied to the row of somebody else it opens nothing.
    const thief = await createPerson(server, admin, { role: 'rep' });
    await stored(
      `INSERT INTO second_factors (employee_id, sealed_secret, confirmed_at)
       SELECT ${thief.id}, sealed_secret, now() FROM second_factors WHERE employee_id = ${owner.id}`,
    );
    const body = {
      email: thief.email,
      password: testPassword,
      code: codeOf({ secret }),
    };
    expect(await refusal(body)).toEqual([500, 'second_factor_unreadable']);
  });
});

describe('an account that is tried at', () => {
  const tryOften = async (email: string, count: number) => {
    const answers: string[] = [];
    for (let at = 0; at < count; at += 1) answers.push((await login({ email, password: 'wrong' })).body.code);
    return answers;
  };
  /** As if that much time had passed. */
  const letPass = (ms: number) =>
    stored(`UPDATE sign_in_tries SET last_at = last_at - ${ms} * interval '1 ms' RETURNING account`);

  test('is locked after ten wrong passwords, whether there is one or not, also for the right one', async () => {
    const expected = [...Array<string>(triesBeforeLock).fill('wrong_credentials'), 'too_many_tries'];
    expect(await tryOften(owner.email, triesBeforeLock + 1)).toEqual(expected);
    expect(await tryOften(`nobody-${owner.email}`, triesBeforeLock + 1)).toEqual(expected);
    const answer = await login({ ...credentials(), email: owner.email.toUpperCase() });
    expect([answer.status, answer.body.code]).toEqual([429, 'too_many_tries']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(lockMs / 1_000 - 60);
    // Who is in stays in, and nobody else is locked.
    expect(await statusOf(owner.token)).toBe(200);
    expect(await signIn(server.url, 'admin@test.example')).toEqual(expect.any(String));
  });

  test('opens by itself, and is not kept locked by who goes on trying', async () => {
    await tryOften(owner.email, triesBeforeLock);
    await letPass(lockMs / 2);
    expect(await tryOften(owner.email, 1)).toEqual(['too_many_tries']);
    await letPass(lockMs / 2 + 1_000);
    expect((await login(credentials())).status).toBe(200);
    expect(await tryOften(owner.email, 1)).toEqual(['wrong_credentials']);
  });

  test('opens when an admin sets a new password', async () => {
    await tryOften(owner.email, triesBeforeLock + 1);
    const password = 'a-new-test-password-2';
    await callApi(server.url, 'PATCH', `/api/employees/${owner.id}`, { token: admin, body: { password } });
    expect((await login({ email: owner.email, password })).status).toBe(200);
  });

  test('lets no more than ten of many tries at once through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => login({ email: owner.email, password: 'wrong' })),
    );
    expect(answers.filter(({ body }) => body.code === 'wrong_credentials')).toHaveLength(triesBeforeLock);
  });

  test('is locked by wrong codes too, and a right password alone does not open it', async () => {
    await turnOn();
    for (let at = 0; at < triesBeforeLock / 2; at += 1) {
      expect(await refusal(credentials())).toEqual([401, 'second_factor_required']);
      expect(await refusal({ ...credentials(), code: '000000' })).toEqual([400, 'wrong_code']);
    }
    expect(await refusal({ ...credentials(), code: '000000' })).toEqual([429, 'too_many_tries']);
  });
});

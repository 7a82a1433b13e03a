import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin, createPerson, signIn, testPassword, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import type { SessionDto } from '../../shared/people';

let server: TestServer;
let admin: string;
let owner: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  owner = await createPerson(server, admin, { role: 'rep' });
});

const sessionsOf = async (token: string): Promise<SessionDto[]> => {
  const answer = await callApi<{ items: SessionDto[] }>(server.url, 'GET', '/api/auth/sessions', { token });
  expect(answer.status).toBe(200);
  return answer.body.items;
};
const statusOf = async (token: string) =>
  (await callApi(server.url, 'GET', '/api/auth/me', { token })).status;

async function signInWith(userAgent: string): Promise<{ token: string; cookie: string }> {
  const { body, headers } = await callApi<{ accessToken: string }>(server.url, 'POST', '/api/auth/login', {
    body: { email: owner.email, password: testPassword },
    headers: { 'user-agent': userAgent },
  });
  return { token: body.accessToken, cookie: headers.getSetCookie()[0]!.split(';')[0]! };
}

describe('own sign-ins', () => {
  test('are listed with their device, the asking one marked, and nobody else’s', async () => {
    await createPerson(server, admin, { role: 'rep' });
    const phone = await signInWith(`Phone/1 ${'x'.repeat(1_000)}`);
    const sessions = await sessionsOf(phone.token);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(sessions[0]!.userAgent).toMatch(/^Phone\/1 x{392}$/);
    expect(Date.parse(sessions[0]!.lastUsedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect((await sessionsOf(owner.token)).map(({ current }) => current)).toEqual([false, true]);
  });

  test('one is ended from another: its token, its cookie and its open socket', async () => {
    const phone = await signInWith('Phone/1');
    const chat = await openChat(server.url, phone.token);
    const kept = await openChat(server.url, owner.token);
    const cut = new Promise<string>((resolve) => chat.socket.once('disconnect', resolve));
    const { id } = (await sessionsOf(phone.token)).find(({ current }) => current)!;
    const endedAt = Date.now();
    const answer = await callApi(server.url, 'DELETE', `/api/auth/sessions/${id}`, { token: owner.token });
    expect(answer.status).toBe(204);
    expect(await statusOf(phone.token)).toBe(401);
    const { cookie } = phone;
    expect((await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie } })).status).toBe(
      401,
    );
    expect(await cut).toBe('io server disconnect');
    expect(Date.now() - endedAt).toBeLessThan(5_000);
    expect([await statusOf(owner.token), kept.socket.connected]).toEqual([200, true]);
    chat.close();
    kept.close();
  });

  test('one that lay unused for a week is over, and is not listed', async () => {
    const phone = await signInWith('Phone/1');
    const tablet = await signInWith('Tablet/1');
    const unused = (userAgent: string, days: number) =>
      server.services.database.sequelize.query(
        `UPDATE employee_sessions SET rotated_at = now() - make_interval(days => $days) WHERE user_agent = $userAgent`,
        { bind: { days, userAgent } },
      );
    await unused('Phone/1', 8);
    await unused('Tablet/1', 6);
    const refresh = async ({ cookie }: { cookie: string }) =>
      (await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie } })).status;
    expect((await sessionsOf(owner.token)).map(({ userAgent }) => userAgent)).not.toContain('Phone/1');
    expect([await refresh(phone), await refresh(tablet)]).toEqual([401, 200]);
  });

  test('those of somebody else are not there', async () => {
    const other = await createPerson(server, admin, { role: 'rep' });
    const [session] = await sessionsOf(other.token);
    const path = `/api/auth/sessions/${session!.id}`;
    const answer = await callApi(server.url, 'DELETE', path, { token: owner.token });
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    expect(await statusOf(other.token)).toBe(200);
  });

  test('all others are ended at once', async () => {
    const [phone, tablet] = [await signInWith('Phone/1'), await signInWith('Tablet/1')];
    const answer = await callApi(server.url, 'DELETE', '/api/auth/sessions', { token: phone.token });
    expect(answer.status).toBe(204);
    expect(await Promise.all([phone, tablet, owner].map(({ token }) => statusOf(token)))).toEqual([
      200, 401, 401,
    ]);
  });

  test('a sign-out voids the token that is still young', async () => {
    const { token, cookie } = await signInWith('Phone/1');
    expect(await statusOf(token)).toBe(200);
    await callApi(server.url, 'POST', '/api/auth/logout', { headers: { cookie } });
    expect(await statusOf(token)).toBe(401);
  });
});

describe('the own password', () => {
  const change = (token: string, currentPassword: string, newPassword: string) =>
    callApi(server.url, 'POST', '/api/auth/password', { token, body: { currentPassword, newPassword } });

  test('is changed by whoever knows the present one; the other sign-ins end, this one goes on', async () => {
    const { token } = await signInWith('Phone/1');
    expect((await change(token, testPassword, 'another-password-2')).status).toBe(204);
    expect([await statusOf(token), await statusOf(owner.token)]).toEqual([200, 401]);
    await expect(signIn(server.url, owner.email)).rejects.toThrow('401');
    await signIn(server.url, owner.email, 'another-password-2');
  });

  test('stays when the present one is wrong, or the new one too short', async () => {
    const wrong = await change(owner.token, 'not-the-password', 'another-password-2');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'wrong_password']);
    const short = await change(owner.token, testPassword, 'short');
    expect([short.status, short.body.code]).toEqual([400, 'validation_failed']);
    expect(await statusOf(await signIn(server.url, owner.email))).toBe(200);
  });

  test('leaves a record that does not hold it', async () => {
    await change(owner.token, testPassword, 'a-secret-nobody-reads');
    const [rows] = await server.services.database.sequelize.query(
      `SELECT name, input::text AS input, output::text AS output FROM system_trace_logs
       WHERE employee_id = $id AND name = 'auth.password-change'`,
      { bind: { id: owner.id } },
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/a-secret-nobody-reads|a-test-password/);
  });
});

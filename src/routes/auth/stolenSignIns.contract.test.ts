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
    const made = [...token].reverse().join('');
    for (const guess of [made, `${token.slice(0, 20)}${made.slice(20)}`, `${token}x`, token.slice(0, -1)])
      expect((await refresh(`${name}=${guess}`)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(200);
  });
});

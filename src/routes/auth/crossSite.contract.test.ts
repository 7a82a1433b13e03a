import { WebSocket } from 'ws';
import { allRoutes } from '../../app';
import { callApi } from '../../test/api';
import { openRawSocket } from '../../test/faults/rawSocket';
import { createAdmin, createPerson, testPassword, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let rep: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  rep = await createPerson(server, await createAdmin(server), { role: 'rep' });
});
afterAll(() => server.close());

const login = { email: 'x@test.example', password: testPassword };
const refused = { status: 403, body: { code: 'other_site' } };

async function refreshCookie(address = server.url): Promise<string> {
  const { headers } = await callApi(address, 'POST', '/api/auth/login', {
    body: { ...login, email: rep.email },
  });
  return headers.getSetCookie()[0]!;
}

test('the refresh token is in a cookie that scripts, other sites and other paths of attack do not reach', async () => {
  expect(await refreshCookie()).toMatch(
    /^narutalk_refresh=[\w-]{43}\.[\w-]{86}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  );
});

test('what changes something is refused to a page of another site, with the cookie and with a token', async () => {
  const cookie = (await refreshCookie()).split(';')[0]!;
  for (const site of ['cross-site', 'same-site'])
    for (const path of ['/api/auth/refresh', '/api/auth/logout', '/api/auth/login']) {
      const headers = { cookie, 'sec-fetch-site': site, origin: 'https://elsewhere.example' };
      expect(await callApi(server.url, 'POST', path, { headers })).toMatchObject(refused);
    }
  const changing = allRoutes(server.services).filter(({ method }) => method !== 'get');
  expect(changing.length).toBeGreaterThan(40);
  for (const { method, path } of changing) {
    const answer = await callApi(server.url, method.toUpperCase(), path.replaceAll(/:\w+/g, '1'), {
      token: rep.token,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([path, answer]).toEqual([path, expect.objectContaining({ status: 403 })]);
  }
  // The sign-in is as it was, and its own page goes on.
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  expect((await callApi(server.url, 'POST', '/api/auth/refresh', { headers })).status).toBe(200);
});

test('a GET changes nothing: every route that does is called otherwise', () => {
  const reading =
    /^(access|count)$|^audit\.(count|list|read|numbers|export|verify)|\.(list|export|read-content)$/;
  const others = allRoutes(server.services).filter(
    ({ method, record }) => method === 'get' && !reading.test(record),
  );
  // Back from the company's provider, with what only this browser got there (state, nonce, PKCE).
  expect(others.map(({ path }) => path)).toEqual(['/api/auth/oidc/callback']);
});

test('a form of another site has no body that is read: only JSON is', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b']) {
    const answer = await fetch(new URL('/api/auth/login', server.url), {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ ...login, email: rep.email }),
    });
    expect([type, answer.status, answer.headers.getSetCookie()]).toEqual([type, 400, []]);
  }
});

test('a socket is not opened for a page of another site, though it had a token', async () => {
  const url = `${server.url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: new URL(server.url).origin, 'sec-fetch-site': 'cross-site' },
  ]) {
    const socket = new WebSocket(url, { headers });
    const said = await new Promise<string>((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', (error) => resolve(error.message));
    });
    // What Engine.IO answers to a handshake that is not allowed.
    expect(said).toBe('Unexpected server response: 400');
  }
  const polled = await fetch(new URL('/socket.io/?EIO=4&transport=polling', server.url), {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(polled.status).toBe(403);
  (await openRawSocket(server.url)).close();
});

test('in production the cookies are bound to this host and to HTTPS', async () => {
  const strict = await startTestServer({ nodeEnv: 'production' });
  try {
    const admin = await createAdmin(strict);
    const { headers } = await callApi(strict.url, 'POST', '/api/auth/login', {
      body: { email: 'admin@test.example', password: testPassword },
    });
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-narutalk_refresh=[\w-]{43}\.[\w-]{86}; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
    );
    const sent = { headers: { cookie: cookie!.split(';')[0]! } };
    expect((await callApi(strict.url, 'POST', '/api/auth/refresh', sent)).status).toBe(200);
    const out = await callApi(strict.url, 'POST', '/api/auth/logout', sent);
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-narutalk_refresh=; .*Secure/);
    expect((await callApi(strict.url, 'GET', '/api/auth/me', { token: admin })).status).toBe(200);
  } finally {
    await strict.close();
  }
});

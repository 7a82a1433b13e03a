import { callApi } from '../test/api';
import { uploadDocument, waitForDocument } from '../test/documents';
import { closeRawHttp, sendRaw } from '../test/faults/rawHttp';
import { createAdmin } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

let server: TestServer;
let token: string;
let documentId: string;

beforeAll(async () => {
  server = await startTestServer();
  token = await createAdmin(server);
  ({ id: documentId } = await uploadDocument(
    server,
    token,
    'page.html',
    '<h1>설명회</h1><p>설명회 식음료 한도는 1인당 10만원이다.</p><script>alert(1)</script>',
  ));
  await waitForDocument(server, token, documentId);
});
afterAll(async () => {
  closeRawHttp();
  await server.close();
});

/** One of each kind: good, refused, not there, of a wrong method, a page, a figure, a file of somebody. */
const kinds = (): [method: string, path: string, token?: string][] => [
  ['GET', '/api/auth/me', token],
  ['GET', '/api/auth/me'],
  ['GET', '/api/nothing'],
  ['DELETE', '/api/auth/me', token],
  ['GET', '/api/docs'],
  ['GET', '/api/openapi.json'],
  ['GET', '/healthz'],
  ['GET', '/metrics'],
  ['GET', '/nothing.js'],
  ['GET', '/socket.io/?EIO=4&transport=polling'],
  ['GET', '/socket.io/?EIO=4&transport=none'],
  ['POST', '/init-admin'],
  ['GET', `/api/documents/${documentId}/content`, token],
];

const headersOf = async ([method, path, shown]: ReturnType<typeof kinds>[number]) =>
  (await callApi(server.url, method, path, { token: shown })).headers;

test('every answer carries what browsers are to keep to', async () => {
  for (const kind of kinds()) {
    const headers = await headersOf(kind);
    const get = (name: string) => headers.get(name);
    expect([kind, get('x-content-type-options')]).toEqual([kind, 'nosniff']);
    expect([kind, get('x-frame-options')]).toEqual([kind, 'DENY']);
    expect([kind, get('referrer-policy')]).toEqual([kind, 'no-referrer']);
    expect([kind, get('cross-origin-opener-policy')]).toEqual([kind, 'same-origin']);
    expect([kind, get('cross-origin-resource-policy')]).toEqual([kind, 'same-origin']);
    const [, age] = /^max-age=(\d+); includeSubDomains$/.exec(get('strict-transport-security') ?? '') ?? [];
    expect([kind, Number(age) >= 31_536_000]).toEqual([kind, true]);
    for (const telling of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect([kind, telling, get(telling)]).toEqual([kind, telling, null]);
  }
});

test('the policy lets scripts and styles come from here alone: none in line, none evaluated', async () => {
  for (const kind of kinds()) {
    const policy = (await headersOf(kind)).get('content-security-policy')!;
    if (kind[1].endsWith('/content')) {
      // A file of somebody runs nothing at all, wherever it is opened.
      expect(policy).toBe("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
      continue;
    }
    // A page of the client, where it is built, knows its own styles by a number (`contentSecurity.e2e.test.ts`).
    const directives = policy.replace(/ 'nonce-[\w-]{22}'/, '').split(';');
    for (const directive of [
      "default-src 'self'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect([kind, directives]).toEqual([kind, expect.arrayContaining([directive])]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('a file that is markup is saved and not shown', async () => {
  const headers = await headersOf(['GET', `/api/documents/${documentId}/content`, token]);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''page.html");
});

test('no cache keeps what the API answers', async () => {
  for (const kind of kinds().filter(([, path]) => /^\/(api|init-admin)/.test(path)))
    expect([kind, (await headersOf(kind)).get('cache-control')]).toEqual([kind, 'no-store']);
});

test('another origin is told of nothing, whatever it asks for', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
  for (const method of ['OPTIONS', 'GET']) {
    const answer = await callApi(server.url, method, '/api/auth/me', { token, headers });
    const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect([method, allowed]).toEqual([method, []]);
  }
});

test('no request is sent back to who made it (TRACE)', async () => {
  for (const path of ['/', '/api/auth/me', '/assets/x.js']) {
    const { status, body } = await sendRaw(server.url, path, {
      method: 'TRACE',
      headers: { 'x-secret': 'canary' },
    });
    expect([path, status >= 400, body.includes('canary')]).toEqual([path, true, false]);
  }
});

test('no folder is listed', async () => {
  for (const path of ['/assets', '/assets/', '/icons/', '/locales/']) {
    const { body } = await callApi<object | string>(server.url, 'GET', path);
    // The page of the client, where it is built, has no link either.
    expect([path, /index of|<a |<li>/i.test(JSON.stringify(body))]).toEqual([path, false]);
  }
});

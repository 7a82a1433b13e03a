import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { allRoutes } from '../app';
import { readRightTexts } from '../cli/readRightTexts';
import { renderRights } from '../cli/renderRights';
import { chatEvents } from '../sockets/chatHandlers';
import { callApi } from '../test/api';
import { createAdmin, createPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

let server: TestServer;
let tokens: Record<'rep' | 'manager' | 'analyst' | 'admin', string>;

beforeAll(async () => {
  server = await startTestServer();
  const admin = await createAdmin(server);
  const token = async (role: 'rep' | 'manager' | 'analyst') =>
    (await createPerson(server, admin, { role })).token;
  tokens = {
    admin,
    rep: await token('rep'),
    manager: await token('manager'),
    analyst: await token('analyst'),
  };
});
afterAll(() => server.close());

/** What each role may call by nature, written down by hand from the contract. */
const allowed: Record<keyof typeof tokens, string[]> = {
  rep: ['chat.use'],
  manager: ['chat.use'],
  analyst: ['chat.use', 'audit.read', 'audit.review', 'queries.verify'],
  admin: [
    'chat.use',
    'documents.manage',
    'employees.manage',
    'assignments.manage',
    'data.import',
    'queries.verify',
    'prompts.manage',
    'system.view',
  ],
};

const fill = (path: string) =>
  path
    .replace(':turnId', randomUUID())
    .replace(':conversationId', randomUUID())
    .replace(
      /:id/,
      /employees|assignments|team|audit\/(flags|rules|evaluation)/.test(path) ? '999999' : randomUUID(),
    );

test('every route asks who calls, and refuses a role that may not before it looks at anything', async () => {
  const guarded = allRoutes(server.services).filter(({ who }) => who !== 'everyone');
  expect(guarded.length).toBeGreaterThan(15);
  for (const { method, path, who } of guarded) {
    const call = (token?: string) =>
      callApi(server.url, method.toUpperCase(), fill(path), {
        token,
        ...(method === 'get' ? {} : { body: { nonsense: 1 } }),
      });
    expect([path, (await call()).status]).toEqual([path, 401]);
    for (const role of ['rep', 'manager', 'analyst', 'admin'] as const) {
      const { status } = await call(tokens[role]);
      const may = who === 'signedIn' || allowed[role].includes(who);
      expect([method, path, role, status === 403]).toEqual([method, path, role, !may]);
      expect(status).not.toBe(500);
    }
  }
});

test('docs/rights.md is what the routes, the events and the roles say', async () => {
  const page = await readFile(path.join(__dirname, '..', '..', 'docs', 'rights.md'), 'utf8');
  const events = chatEvents(server.services.chat);
  expect(page).toBe(renderRights(allRoutes(server.services), events, await readRightTexts()));
});

test('every route stands in the OpenAPI description and on its page', async () => {
  const { body } = await callApi<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
    server.url,
    'GET',
    '/api/openapi.json',
  );
  expect(body.openapi).toBe('3.1.0');
  const page = await callApi<string>(server.url, 'GET', '/api/docs');
  for (const { method, path } of allRoutes(server.services)) {
    if (path.startsWith('/api/openapi') || path === '/api/docs') continue;
    expect(body.paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method);
    expect(page.body).toContain(path);
  }
});

test('an unknown path below /api is a problem, any other is the client', async () => {
  const unknown = await callApi(server.url, 'GET', '/api/nothing');
  expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  const malformed = await callApi(server.url, 'POST', '/api/search', {
    token: tokens.rep,
    headers: { 'content-type': 'application/json' },
  });
  expect(malformed.status).toBe(400);
});

test('a wrong method is a problem too, which says what is right', async () => {
  const allowed = async (method: string, path: string) => {
    const { status, body, headers } = await callApi(server.url, method, path);
    return [status, body.code, headers.get('allow')];
  };
  expect(await allowed('POST', '/healthz')).toEqual([405, 'method_not_allowed', 'GET, HEAD']);
  expect(await allowed('OPTIONS', '/api/employees/1')).toEqual([
    405,
    'method_not_allowed',
    'GET, HEAD, PATCH',
  ]);
  // Not a document of that name.
  expect(await allowed('GET', '/api/documents/reconcile')).toEqual([405, 'method_not_allowed', 'POST']);
});

test('health, readiness and figures for operators', async () => {
  expect((await callApi(server.url, 'GET', '/healthz')).body).toEqual({ status: 'ok' });
  const ready = await callApi(server.url, 'GET', '/readyz');
  expect([ready.status, ready.body.status]).toEqual([200, 'ready']);
  const metrics = await callApi<string>(server.url, 'GET', '/metrics');
  expect(metrics.body).toMatch(/^process_cpu_user_seconds_total/m);
});

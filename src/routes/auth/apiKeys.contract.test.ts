import { QueryTypes } from 'sequelize';
import type { ApiKeyDto, CreatedApiKeyDto } from '../../shared/apiKeys';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
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
  owner = await createPerson(server, admin, { role: 'analyst' });
});

const path = '/api/auth/api-keys';
const call = <Body = Record<string, unknown>>(token: string, method: string, to: string, body?: object) =>
  callApi<Body>(server.url, method, to, { token, body });
const create = (changes: object = {}, token = owner.token) =>
  call<CreatedApiKeyDto & { code: string }>(token, 'POST', path, {
    ...{ name: '실적 연동', scopes: ['chat.use'], days: 30, currentPassword: testPassword },
    ...changes,
  });
const newKey = async (scopes: string[]) => {
  const { status, body } = await create({ scopes });
  expect(status).toBe(201);
  return body;
};
const statusOf = async (token: string, method: string, to: string, body?: object) =>
  (await call(token, method, to, body)).status;
const stored = <Row extends object>(sql: string) =>
  server.services.database.sequelize.query<Row>(sql, { type: QueryTypes.SELECT });

test('a key acts for its owner with the rights it was given, and no others of the owner', async () => {
  const { key } = await newKey(['audit.read']);
  expect(await statusOf(key, 'GET', '/api/audit/turns')).toBe(200);
  expect(await statusOf(owner.token, 'GET', '/api/audit/flags')).toBe(200);
  expect(await statusOf(key, 'GET', '/api/verified-queries')).toBe(403);
  // What everybody who is signed in may do takes the right that everybody has.
  expect(await statusOf(key, 'POST', '/api/search', { query: '한도' })).toBe(403);
  expect(await statusOf((await newKey(['chat.use'])).key, 'POST', '/api/search', { query: '한도' })).toBe(
    200,
  );
});

test('a key has a right only as long as its owner has it', async () => {
  const { key } = await newKey(['audit.read', 'chat.use']);
  await call(admin, 'PATCH', `/api/employees/${owner.id}`, { role: 'rep' });
  expect(await statusOf(key, 'GET', '/api/audit/turns')).toBe(403);
  expect(await statusOf(key, 'POST', '/api/search', { query: '한도' })).toBe(200);
});

test('a key is of no use for the account itself, nor for an open connection', async () => {
  const { key, id } = await newKey(['chat.use', 'audit.read']);
  const { body } = await call<{ permissions: string[] }>(key, 'GET', '/api/auth/me');
  expect([...body.permissions].sort()).toEqual(['audit.read', 'chat.use', 'figures.all']);
  const own: [string, string, object?][] = [
    ['GET', path],
    ['POST', path, { name: 'x', scopes: ['chat.use'], days: 1, currentPassword: testPassword }],
    ['DELETE', `${path}/${id}`],
    ['GET', '/api/auth/sessions'],
    ['DELETE', '/api/auth/sessions'],
    ['POST', '/api/auth/password', { currentPassword: testPassword, newPassword: 'another-password-2' }],
    ['POST', '/api/auth/second-factor', { currentPassword: testPassword }],
  ];
  for (const [method, to, sent] of own)
    expect([to, await statusOf(key, method, to, sent)]).toEqual([to, 403]);
  await expect(openChat(server.url, key)).rejects.toThrow();
});

test('a key is given only what its owner may, never who may what, and only to who knows the password', async () => {
  expect((await create({ scopes: ['documents.manage'] })).body.code).toBe('forbidden');
  expect((await create({ scopes: ['employees.manage'] }, admin)).body.code).toBe('validation_failed');
  expect((await create({ scopes: [] })).body.code).toBe('validation_failed');
  expect((await create({ days: 366 })).body.code).toBe('validation_failed');
  expect((await create({ currentPassword: 'wrong' })).body.code).toBe('wrong_password');
  expect((await create({ currentPassword: undefined })).body.code).toBe('wrong_password');
});

test('whoever has no password here needs a fresh sign-in', async () => {
  await stored(`UPDATE employees SET password_hash = NULL WHERE id = ${owner.id} RETURNING id`);
  expect((await create({ currentPassword: undefined })).status).toBe(201);
  await stored(
    `UPDATE employee_sessions SET created_at = now() - interval '11 minutes' WHERE employee_id = ${owner.id} RETURNING id`,
  );
  expect((await create({ currentPassword: undefined })).body.code).toBe('sign_in_again');
});

test('a key is told once, kept as a hash, and listed with its last use', async () => {
  const { key, ...told } = await newKey(['audit.read']);
  expect(key).toMatch(/^nrt_[\w-]{43}$/);
  expect(told.lastUsedAt).toBeNull();
  await call(key, 'GET', '/api/audit/turns');
  const { body } = await call<{ items: ApiKeyDto[] }>(owner.token, 'GET', path);
  expect(body.items).toEqual([{ ...told, lastUsedAt: expect.any(String) }]);
  expect(Date.parse(body.items[0]!.lastUsedAt!)).toBeGreaterThan(Date.now() - 60_000);
  const [row] = await stored<{ text: string }>(
    `SELECT (SELECT string_agg(k::text, ' ') FROM api_keys k) || (SELECT string_agg(t::text, ' ') FROM system_trace_logs t) AS text`,
  );
  expect(row!.text).toContain(told.id);
  expect(row!.text).not.toContain(key);
  expect(row!.text).not.toContain(key.slice(4));
});

test('what a key did stands in the audit with the key', async () => {
  const { key, id } = await newKey(['chat.use', 'audit.read']);
  const refused = await call(key, 'GET', '/api/employees');
  const served = await call(key, 'GET', '/api/audit/turns');
  for (const { headers } of [refused, served]) {
    const records = await stored<{ employeeId: number; key: string }>(
      `SELECT employee_id AS "employeeId", input ->> 'apiKeyId' AS key FROM system_trace_logs
       WHERE request_id = '${headers.get('x-request-id')}'`,
    );
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(record).toEqual({ employeeId: owner.id, key: id });
  }
});

test('a key ends when it is taken away, by its owner or an admin, when its time is over, and with its owner', async () => {
  const search = (key: string) => statusOf(key, 'POST', '/api/search', { query: '한도' });
  const [first, second, third] = [
    await newKey(['chat.use']),
    await newKey(['chat.use']),
    await newKey(['chat.use']),
  ] as const;
  expect(await statusOf(owner.token, 'DELETE', `${path}/${first.id}`)).toBe(204);
  expect(await search(first.key)).toBe(401);
  const listed = await call<{ items: ApiKeyDto[] }>(admin, 'GET', `/api/employees/${owner.id}/api-keys`);
  expect(listed.body.items.map(({ id }) => id).sort()).toEqual([second.id, third.id].sort());
  expect(await statusOf(admin, 'DELETE', `/api/employees/${owner.id}/api-keys/${second.id}`)).toBe(204);
  expect(await search(second.key)).toBe(401);
  expect(await search(third.key)).toBe(200);
  await stored(`UPDATE api_keys SET expires_at = now() WHERE id = '${third.id}' RETURNING id`);
  expect(await search(third.key)).toBe(401);
  const fourth = await newKey(['chat.use']);
  await call(admin, 'PATCH', `/api/employees/${owner.id}`, { active: false });
  expect(await search(fourth.key)).toBe(401);
  // Also when the owner comes back.
  await call(admin, 'PATCH', `/api/employees/${owner.id}`, { active: true });
  expect(await search(fourth.key)).toBe(401);
});

test('those of somebody else are not there, and one more than twenty is refused', async () => {
  const other = await createPerson(server, admin, { role: 'rep' });
  const { id } = await newKey(['chat.use']);
  expect(await statusOf(other.token, 'DELETE', `${path}/${id}`)).toBe(404);
  expect(await statusOf(admin, 'DELETE', `/api/employees/${other.id}/api-keys/${id}`)).toBe(404);
  for (let at = 1; at < 20; at += 1) await newKey(['chat.use']);
  expect((await create()).body.code).toBe('too_many_api_keys');
});

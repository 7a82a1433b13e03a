import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { callApi } from '../test/api';
import { createAdmin, createPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

const authSecret = 'a secret of a test, long enough to sign with';

describe('production with an empty database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ nodeEnv: 'production', authSecret }, 'bare');
  });
  afterAll(() => server.close());

  test('serves health and migration calls only until it is migrated', async () => {
    expect((await callApi(server.url, 'GET', '/healthz')).status).toBe(200);
    const ready = await callApi(server.url, 'GET', '/readyz');
    expect([ready.status, ready.body.status]).toEqual([503, 'migrations pending']);
    const login = await callApi(server.url, 'POST', '/api/auth/login', {
      body: { email: 'a@b.example', password: 'x' },
    });
    expect([login.status, login.body.code]).toEqual([503, 'migrations_pending']);

    expect((await callApi(server.url, 'POST', '/admin/migrate')).status).toBe(401);
    expect((await callApi(server.url, 'POST', '/admin/migrate', { token: 'wrong' })).body.code).toBe(
      'wrong_setup_token',
    );
    const token = server.services.setupToken;
    const dry = await callApi(server.url, 'POST', '/admin/migrate?dryRun=1', { token });
    const files = await readdir(path.join(__dirname, '..', '..', 'migrations'));
    expect(dry.body.pending).toEqual(files.filter((name) => name.endsWith('.js')).sort());
    expect((await callApi(server.url, 'GET', '/readyz')).status).toBe(503);

    const runs = await Promise.all(
      [1, 2].map(() => callApi(server.url, 'POST', '/admin/migrate', { token })),
    );
    const applied = runs
      .filter(({ status }) => status === 200)
      .flatMap(({ body }) => body.applied as string[]);
    expect(applied).toEqual(dry.body.pending);
    const refused = runs
      .filter(({ status }) => status !== 200)
      .map(({ status, body }) => [status, body.code]);
    expect([[], [[409, 'migration_running']]]).toContainEqual(refused);
    expect((await callApi(server.url, 'GET', '/readyz')).body.status).toBe('ready');
  });

  test('asks an admin from then on, and has nobody else’s sign-in', async () => {
    const setupToken = server.services.setupToken;
    const again = await callApi(server.url, 'POST', '/admin/migrate', { token: setupToken });
    expect([again.status, again.body]).toEqual([200, { applied: [] }]);
    const admin = await createAdmin(server);
    expect((await callApi(server.url, 'POST', '/admin/migrate', { token: setupToken })).status).toBe(401);
    const rep = await createPerson(server, admin, { role: 'rep' });
    expect((await callApi(server.url, 'POST', '/admin/migrate', { token: rep.token })).status).toBe(403);
    const done = await callApi(server.url, 'POST', '/admin/migrate', { token: admin });
    expect([done.status, done.body]).toEqual([200, { applied: [] }]);
    const state = await callApi(server.url, 'GET', '/admin/migrations', { token: admin });
    expect(state.body).toMatchObject({ pending: [] });
    expect(server.demoSignIns).toEqual([]);
  });
});

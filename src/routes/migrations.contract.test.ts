import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { callApi } from '../test/api';
import type { MigrationsDto } from '../shared/system';
import type { Problem } from '../shared/problem';
import { startServer, type RunningServer } from '../start/startServer';
import { openDatabase } from '../storage/database/openDatabase';
import { createAdmin, createPerson, signIn, testPassword } from '../test/people';
import { createTestEnv, startTestServer, type TestEnv, type TestServer } from '../test/server';

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
    const shown = dry.body.sql as { name: string; sql: string }[];
    expect(shown.map(({ name }) => name)).toEqual(dry.body.pending);
    expect(shown.filter(({ sql }) => sql === '')).toEqual([]);
    expect((await callApi(server.url, 'GET', '/readyz')).status).toBe(503);

    let isDone = false;
    const running = Promise.all([1, 2].map(() => callApi(server.url, 'POST', '/admin/migrate', { token })));
    void running.finally(() => (isDone = true));
    while (!server.services.migrator.isMigratingHere()) await pause(0);
    const meanwhile = new Set<unknown>();
    while (!isDone) meanwhile.add((await callApi(server.url, 'GET', '/readyz')).body.status);
    expect([...meanwhile]).toContain('migrating');
    expect([...meanwhile]).not.toContain('not ready');
    const runs = await running;
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

describe('production with the tables of an older release', () => {
  const missing = '20261127000810-prompt-versions.js';
  const adminEmail = 'admin@test.example';
  let made: TestEnv;
  let server: RunningServer;
  let repEmail: string;
  const call = <Body>(method: string, path: string, token?: string, body?: unknown) =>
    callApi<Body>(server.url!, method, path, { token, body });
  const sql = (statement: string) => server.services.database.sequelize.query(statement);
  const forget = () => sql(`DELETE FROM "SequelizeMeta" WHERE name = '${missing}'`);

  beforeAll(async () => {
    made = await createTestEnv({ nodeEnv: 'production', authSecret, logLevel: 'silent' });
    server = await startServer(made.env, () => {});
    const address = { url: server.url!, setupToken: server.services.setupToken };
    repEmail = (await createPerson(address, await createAdmin(address), { role: 'rep' })).email;
    await sql('DROP TABLE prompt_activations, prompt_versions');
    await forget();
    await server.close();
    server = await startServer(made.env, () => {});
  });
  afterAll(async () => {
    await server?.close();
    await made?.remove();
  });

  test('lets an admin sign in, see what is pending, try and run it; others wait', async () => {
    expect((await call('GET', '/readyz')).body).toMatchObject({ status: 'migrations pending' });
    const admin = await signIn(server.url!, adminEmail);
    const rep = await signIn(server.url!, repEmail);
    const refused = await call<Problem>('GET', '/api/prompts', admin);
    expect([refused.status, refused.body.code]).toEqual([503, 'migrations_pending']);
    const { body: state } = await call<MigrationsDto>('GET', '/admin/migrations', admin);
    expect(state).toMatchObject({ pending: [missing], changed: [] });
    expect(state.history.map(({ name }) => name)).toEqual(state.applied);
    for (const { appliedAt } of state.history) expect(Date.parse(appliedAt!)).toBeLessThan(Date.now());
    expect((await call('GET', '/api/system/status', admin)).body).toMatchObject({
      readiness: { status: 'migrations pending' },
      pendingMigrations: [missing],
    });
    expect((await call('POST', '/admin/migrate', rep)).status).toBe(403);
    const dry = await call('POST', '/admin/migrate?dryRun=1', admin);
    const sql = expect.stringMatching(/^CREATE TABLE prompt_versions/) as string;
    expect(dry.body).toEqual({ applied: [], pending: [missing], sql: [{ name: missing, sql }] });
    expect((await call('POST', '/admin/migrate', admin)).body).toEqual({ applied: [missing] });
    expect((await call('GET', '/api/prompts', admin)).status).toBe(200);
  });

  test('says which migration failed or was changed, and leaves the database as it was', async () => {
    const admin = await signIn(server.url!, adminEmail);
    await forget();
    const failed = await call<Problem>('POST', '/admin/migrate', admin);
    expect([failed.status, failed.body.code, failed.body.errors]).toEqual([
      500,
      'migration_failed',
      [{ path: 'migration', message: missing }],
    ]);
    const { body: state } = await call<MigrationsDto>('GET', '/admin/migrations', admin);
    expect(state.pending).toEqual([missing]);
    const [edited] = state.applied;
    await sql(`UPDATE "SequelizeMeta" SET checksum = 'of another file' WHERE name = '${edited}'`);
    const changed = await call<Problem>('POST', '/admin/migrate', admin);
    expect([changed.status, changed.body.code, changed.body.errors]).toEqual([
      409,
      'migration_changed',
      [{ path: 'migration', message: edited }],
    ]);
    expect((await call<MigrationsDto>('GET', '/admin/migrations', admin)).body.changed).toEqual([edited]);

    await server.close();
    await expect(startServer(made.env, () => {})).rejects.toThrow(`${edited} was changed`);
    const database = await openDatabase(made.env);
    await database.sequelize.query(`UPDATE "SequelizeMeta" SET checksum = NULL WHERE name = '${edited}'`);
    await database.close();
    server = await startServer(made.env, () => {});
  });

  test('starts on what a newer release has added, and not on what it has taken away', async () => {
    const newer = '20991231000000-of-tomorrow.js';
    const admin = await signIn(server.url!, adminEmail);
    await sql(`INSERT INTO "SequelizeMeta" (name, contracts) VALUES ('${newer}', false)`);
    await server.close();
    server = await startServer(made.env, () => {});
    const { body: state } = await call<MigrationsDto>('GET', '/admin/migrations', admin);
    expect([state.newer, state.changed]).toEqual([[newer], []]);

    await sql(`UPDATE "SequelizeMeta" SET contracts = true WHERE name = '${newer}'`);
    await server.close();
    await expect(startServer(made.env, () => {})).rejects.toThrow('Start the newer release');
    const database = await openDatabase(made.env);
    await database.sequelize.query(`DELETE FROM "SequelizeMeta" WHERE name = '${newer}'`);
    await database.close();
    server = await startServer(made.env, () => {});
  });

  test('says that migrations are pending where the sign-in itself needs them', async () => {
    await server.close();
    server = await startServer(made.env, () => {});
    await sql('ALTER TABLE employees RENAME COLUMN token_version TO former_token_version');
    const body = { email: adminEmail, password: testPassword };
    const answer = await call<Problem>('POST', '/api/auth/login', undefined, body);
    expect([answer.status, answer.body.code]).toEqual([503, 'migrations_pending']);
    await sql('ALTER TABLE employees RENAME COLUMN former_token_version TO token_version');
    expect((await call('POST', '/api/auth/login', undefined, body)).status).toBe(200);
  });
});

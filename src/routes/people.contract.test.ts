import { callApi } from '../test/api';
import { createPerson, signIn } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const firstAdmin = { name: '관리자', email: 'admin@test.example', password: 'a-test-password-1' };

describe('the first admin', () => {
  test('needs the set-up token', async () => {
    for (const token of [undefined, 'wrong']) {
      const answer = await callApi(server.url, 'POST', '/init-admin', { token, body: firstAdmin });
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong_setup_token']);
    }
  });

  test('is made exactly once by two hundred calls at once', async () => {
    const calls = Array.from({ length: 200 }, (_, at) =>
      callApi(server.url, 'POST', '/init-admin', {
        token: server.services.setupToken,
        body: { ...firstAdmin, employeeNo: `A${at}` },
      }),
    );
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(199);
    const people = await server.services.repositories.people.list({ afterId: 0, limit: 10 });
    expect(people.map(({ role }) => role)).toEqual(['admin']);
    admin = await signIn(server.url, people[0]!.email);
  });
});

describe('signing in', () => {
  test('a wrong password and nobody are refused alike', async () => {
    const [person] = await server.services.repositories.people.list({ afterId: 0, limit: 1 });
    for (const email of [person!.email, 'nobody@test.example']) {
      const answer = await callApi(server.url, 'POST', '/api/auth/login', {
        body: { email, password: 'wrong' },
      });
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong_credentials']);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    }
  });

  test('errors are in the reader’s language, Korean by default', async () => {
    const answer = await callApi(server.url, 'GET', '/api/auth/me');
    expect(answer.body.detail).toBe('로그인이 필요합니다.');
    const english = await callApi(server.url, 'GET', '/api/auth/me', {
      headers: { 'accept-language': 'en-US,en;q=0.9' },
    });
    expect(english.body.detail).toBe('Please sign in.');
  });

  test('the refresh cookie works once and is changed', async () => {
    const { email } = await createPerson(server, admin, { role: 'rep' });
    const login = await callApi(server.url, 'POST', '/api/auth/login', {
      body: { email, password: 'a-test-password-1' },
    });
    const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
    expect(login.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const refreshed = await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie } });
    expect(refreshed.status).toBe(200);
    const next = refreshed.headers.get('set-cookie')!.split(';')[0]!;
    expect(next).not.toBe(cookie);
    expect((await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie } })).status).toBe(
      401,
    );
    expect(
      (await callApi(server.url, 'POST', '/api/auth/logout', { headers: { cookie: next } })).status,
    ).toBe(204);
    expect(
      (await callApi(server.url, 'POST', '/api/auth/refresh', { headers: { cookie: next } })).status,
    ).toBe(401);
  });

  test('a deactivated person is out at once', async () => {
    const person = await createPerson(server, admin, { role: 'rep' });
    const changed = await callApi(server.url, 'PATCH', `/api/employees/${person.id}`, {
      token: admin,
      body: { active: false },
    });
    expect(changed.body).toMatchObject({ active: false });
    expect((await callApi(server.url, 'GET', '/api/auth/me', { token: person.token })).status).toBe(401);
    await expect(signIn(server.url, person.email)).rejects.toThrow('401');
  });
});

describe('employees', () => {
  test('are registered with a password that works at once, or a temporary one', async () => {
    const body = {
      employeeNo: 'E-1',
      name: '김나루',
      email: 'Kim@Test.Example',
      role: 'rep',
      team: '서울1팀',
    };
    const made = await callApi(server.url, 'POST', '/api/employees', { token: admin, body });
    expect(made.status).toBe(201);
    await signIn(server.url, 'kim@test.example', made.body.temporaryPassword as string);
    const again = await callApi(server.url, 'POST', '/api/employees', {
      token: admin,
      body: { ...body, employeeNo: 'E-2', email: 'KIM@test.example' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  });

  test('an unknown field is named', async () => {
    const answer = await callApi(server.url, 'POST', '/api/employees', {
      token: admin,
      body: { employeeNo: 'E-3', name: '이름', email: 'x@test.example', role: 'rep', isRoot: true },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    expect(JSON.stringify(answer.body.errors)).toContain('isRoot');
  });

  test('text that no database can store is refused, not a fault', async () => {
    for (const name of ['a\u0000b', 'half of a pair \ud800']) {
      const body = { employeeNo: 'E-4', name, email: 'y@test.example', role: 'rep' };
      const answer = await callApi(server.url, 'POST', '/api/employees', { token: admin, body });
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    }
  });

  test('a role that may not is told so before its body is read', async () => {
    const rep = await createPerson(server, admin, { role: 'rep' });
    const answer = await callApi(server.url, 'POST', '/api/employees', {
      token: rep.token,
      body: { nonsense: 1 },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  test('a right can be given beyond the role and taken again', async () => {
    const rep = await createPerson(server, admin, { role: 'rep' });
    const list = () => callApi(server.url, 'GET', '/api/employees', { token: rep.token });
    const give = (permissions: string[]) =>
      callApi(server.url, 'PUT', `/api/employees/${rep.id}/permissions`, {
        token: admin,
        body: { permissions },
      });
    expect((await list()).status).toBe(403);
    await give(['employees.manage']);
    expect((await list()).status).toBe(200);
    await give([]);
    expect((await list()).status).toBe(403);
  });

  test('the last admin stays', async () => {
    const [last] = await server.services.repositories.people.list({ afterId: 0, limit: 1 });
    const answer = await callApi(server.url, 'PATCH', `/api/employees/${last!.id}`, {
      token: admin,
      body: { role: 'rep' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'last_admin']);
  });

  test('pages follow each other without a gap', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const page = await callApi<{ items: { id: number }[]; nextCursor: string | null }>(
        server.url,
        'GET',
        `/api/employees?limit=2${cursor}`,
        { token: admin },
      );
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : '';
    } while (cursor);
    const all = await server.services.repositories.people.list({ afterId: 0, limit: 100 });
    expect(seen).toEqual(all.map(({ id }) => id));
    expect((await callApi(server.url, 'GET', '/api/employees?cursor=x', { token: admin })).status).toBe(400);
  });
});

describe('assignments', () => {
  test('are dated, and two of the same pair may not overlap', async () => {
    const rep = await createPerson(server, admin, { role: 'rep' });
    await server.services.repositories.companyData.addCustomers([
      { code: 'C1', name: '한빛의원', type: '의원', region: '서울', address: '', grade: 'A', aliases: [] },
    ]);
    const assign = (validFrom: string, validTo?: string) =>
      callApi(server.url, 'POST', '/api/assignments', {
        token: admin,
        body: { employeeNo: rep.employeeNo, customerCode: 'C1', validFrom, validTo },
      });
    const first = await assign('2026-01-01', '2026-06-30');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      customerName: '한빛의원',
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    });
    expect((await assign('2026-06-30')).body.code).toBe('assignment_overlaps');
    expect((await assign('2026-07-01')).status).toBe(201);
    expect((await assign('2026-09-01', '2026-08-01')).status).toBe(400);
    const list = await callApi<{ items: unknown[] }>(
      server.url,
      'GET',
      `/api/assignments?employeeNo=${rep.employeeNo}`,
      { token: admin },
    );
    expect(list.body.items).toHaveLength(2);
    const remove = () =>
      callApi(server.url, 'DELETE', `/api/assignments/${first.body.id as number}`, { token: admin });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });
});

test('what people did to people is in the trace, without their passwords', async () => {
  const events = await server.services.database.sequelize.query(
    `SELECT name, input::text FROM system_trace_logs WHERE kind = 'event'`,
  );
  const names = new Set((events[0] as { name: string }[]).map(({ name }) => name));
  for (const name of [
    'setup.first-admin',
    'auth.sign-in',
    'employee.register',
    'employee.change',
    'employee.permissions',
  ]) {
    expect(names).toContain(name);
  }
  expect(JSON.stringify(events[0])).not.toContain('a-test-password-1');
});

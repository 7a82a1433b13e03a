import { rolePermissions } from '../../policies/permissions';
import { permissions, type EmployeeDto, type PermissionDto } from '../../shared/people';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = await createPerson(server, admin, {
    role: 'rep',
    team: '서울1팀',
    name: '한가람',
    employeeNo: 'E-77',
  });
  manager = await createPerson(server, admin, { role: 'manager', team: '부산_팀', name: '정해솔' });
});
afterAll(() => server.close());

const call = <Body>(method: string, path: string, body?: object) =>
  callApi<Body>(server.url, method, path, { token: admin, body });
const found = async (query: string) =>
  (await call<{ items: EmployeeDto[] }>('GET', `/api/employees?${query}`)).body.items.map(({ id }) => id);

test('people are found by letters of name, number, e-mail and team, whatever the letters are', async () => {
  for (const q of ['가람', 'e-77', rep.email.slice(0, 8).toUpperCase(), '서울1'])
    expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, [rep.id]]);
  // A wildcard of the database is a letter like any other; letters that came apart are one.
  expect(await found('q=_')).toEqual([manager.id]);
  expect(await found('q=%25')).toEqual([]);
  expect(await found(`q=${encodeURIComponent('가람'.normalize('NFD'))}`)).toEqual([rep.id]);
});

test('they are narrowed to a role, to who may sign in, and to who was given rights, page by page', async () => {
  expect(await found('role=manager')).toEqual([manager.id]);
  expect(await found('role=manager&q=가람')).toEqual([]);
  const everybody = await found('');
  await call('PATCH', `/api/employees/${manager.id}`, { active: false });
  expect(await found('active=false')).toEqual([manager.id]);
  expect(await found('active=true')).toEqual(everybody.filter((id) => id !== manager.id));
  await call('PUT', `/api/employees/${rep.id}/permissions`, { permissions: ['audit.read'] });
  expect(await found('hasExtraRights=true')).toEqual([rep.id]);
  expect(await found('hasExtraRights=false')).toEqual(everybody.filter((id) => id !== rep.id));
  const first = await call<{ items: EmployeeDto[]; nextCursor: string }>(
    'GET',
    '/api/employees?active=true&limit=1',
  );
  expect(await found(`active=true&cursor=${first.body.nextCursor}`)).toEqual([rep.id]);
  expect((await call('GET', '/api/employees?role=boss')).status).toBe(400);
});

test('a refusal says whether the number or the e-mail address is taken', async () => {
  const person = { employeeNo: 'E-78', name: '새 사람', email: 'new@test.example', role: 'rep' };
  const paths = async (method: string, path: string, body: object) => {
    const answer = await call<{ code: string; errors: { path: string }[] }>(method, path, body);
    return [answer.body.code, ...answer.body.errors.map((error) => error.path)];
  };
  expect(await paths('POST', '/api/employees', { ...person, employeeNo: 'E-77' })).toEqual([
    'already_exists',
    'employeeNo',
  ]);
  expect(await paths('POST', '/api/employees', { ...person, email: rep.email.toUpperCase() })).toEqual([
    'already_exists',
    'email',
  ]);
  expect(await paths('PATCH', `/api/employees/${manager.id}`, { email: rep.email })).toEqual([
    'already_exists',
    'email',
  ]);
});

test('every right is told with the roles that have it', async () => {
  const { items } = (await call<{ items: PermissionDto[] }>('GET', '/api/permissions')).body;
  expect(items.map(({ permission }) => permission)).toEqual(permissions);
  for (const [role, own] of Object.entries(rolePermissions)) {
    const told = items.filter(({ roles }) => (roles as string[]).includes(role));
    expect(told.map(({ permission }) => permission).sort()).toEqual([...own].sort());
  }
});

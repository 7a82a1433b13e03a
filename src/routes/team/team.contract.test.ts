import { createTeam } from '../../accounts/team';
import { permissionsOf } from '../../policies/permissions';
import type { AssignmentDto, Permission, Role } from '../../shared/people';
import type { Page, Problem } from '../../shared/problem';
import type { NewPasswordDto, TeamCustomerDto, TeamPersonDto } from '../../shared/team';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, signIn, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
/** Looks after team A. */
let manager: TestPerson;
let first: TestPerson;
let second: TestPerson;
/** Of team A, with a right the manager has not. */
let auditor: TestPerson;
let keeper: TestPerson;
let analyst: TestPerson;
/** Of team B. */
let stranger: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  const person = (role: Role, team: string, name: string) =>
    createPerson(server, admin, { role, team, name });
  manager = await person('manager', 'A팀', '정해솔');
  first = await person('rep', 'A팀', '한가람');
  second = await person('rep', 'A팀', '오세린');
  auditor = await person('rep', 'A팀', '남도현');
  keeper = await person('admin', 'A팀', '관리자');
  analyst = await person('analyst', 'A팀', '구본영');
  stranger = await person('rep', 'B팀', '배소율');
  await give(manager, ['team.manage']);
  await give(auditor, ['audit.read']);
  await server.services.repositories.companyData.addCustomers(
    ['C1', 'C2', 'C3'].map((code) => ({
      ...{ code, name: `${code} 의원`, type: '의원', region: '서울', address: '', grade: 'A', aliases: [] },
    })),
  );
  await assign(admin, '/api/assignments', first, 'C1');
  await assign(admin, '/api/assignments', stranger, 'C2');
});
afterAll(() => server.close());

const call = <Body = Problem>(method: string, path: string, body?: object, token = manager.token) =>
  callApi<Body>(server.url, method, path, { token, body });
const give = (person: TestPerson, permissions: Permission[]) =>
  call('PUT', `/api/employees/${person.id}/permissions`, { permissions }, admin);
const assign = (
  token: string,
  path: string,
  { employeeNo }: TestPerson,
  customerCode: string,
  validFrom = '2026-01-01',
) => call<AssignmentDto & Problem>('POST', path, { employeeNo, customerCode, validFrom }, token);
const inTeam = (person: TestPerson, customerCode: string, validFrom?: string) =>
  assign(manager.token, '/api/team/assignments', person, customerCode, validFrom);

test('a manager who was given the team sees its people, and may change those who are not above', async () => {
  const { items } = (await call<Page<TeamPersonDto>>('GET', '/api/team/people')).body;
  expect(items.map(({ id, mayChange }) => [id, mayChange])).toEqual([
    [manager.id, false],
    [first.id, true],
    [second.id, true],
    [auditor.id, false],
    [keeper.id, false],
    [analyst.id, false],
  ]);
  const found = await call<Page<TeamPersonDto>>('GET', `/api/team/people?q=${encodeURIComponent('가람')}`);
  expect(found.body.items.map(({ id }) => id)).toEqual([first.id]);
  const page = (await call<Page<TeamPersonDto>>('GET', '/api/team/people?limit=2')).body;
  const rest = await call<Page<TeamPersonDto>>('GET', `/api/team/people?cursor=${page.nextCursor}`);
  expect(rest.body.items[0]!.id).toBe(second.id);
});

test('a name, a sign-in and a password are changed, and who did it stands in the audit', async () => {
  const renamed = await call<TeamPersonDto>('PATCH', `/api/team/people/${second.id}`, { name: '오새린' });
  expect([renamed.status, renamed.body.name]).toEqual([200, '오새린']);
  const reset = await call<NewPasswordDto>('POST', `/api/team/people/${second.id}/password`);
  expect((await call('GET', '/api/auth/me', undefined, second.token)).status).toBe(401);
  expect(await signIn(server.url, second.email, reset.body.temporaryPassword)).toBeTruthy();
  await call('PATCH', `/api/team/people/${second.id}`, { active: false });
  await expect(signIn(server.url, second.email, reset.body.temporaryPassword)).rejects.toThrow('401');
  await call('PATCH', `/api/team/people/${second.id}`, { active: true });
  const [events] = await server.services.database.sequelize.query(
    `SELECT employee_id, input FROM system_trace_logs WHERE name = 'employee.change' AND employee_id = ${manager.id}`,
  );
  expect(events).toHaveLength(4);
  expect(JSON.stringify(events)).not.toContain(reset.body.temporaryPassword);
});

test('who is of another team, above, or the manager is not there to be changed', async () => {
  for (const { id } of [stranger, auditor, keeper, analyst, manager, { id: 999_999 }]) {
    const answers = [
      await call('PATCH', `/api/team/people/${id}`, { name: '다른 이름' }),
      await call('PATCH', `/api/team/people/${id}`, { active: false }),
      await call('POST', `/api/team/people/${id}/password`),
    ];
    expect([id, ...answers.map(({ status, body }) => [status, body.code])]).toEqual([
      id,
      ...answers.map(() => [404, 'not_found']),
    ]);
  }
  const person = `/api/team/people/${first.id}`;
  for (const more of [
    { role: 'manager' },
    { team: 'B팀' },
    { email: 'x@test.example' },
    { password: 'a-long-one' },
    {},
  ])
    expect([more, (await call('PATCH', person, more)).status]).toEqual([more, 400]);
});

test('who comes to more while a password is made keeps the own one', async () => {
  const { services } = server;
  const actor = async (id: number) => {
    const person = (await services.repositories.people.findById(id))!;
    return { ...person, permissions: permissionsOf(person.role, person.extraPermissions) };
  };
  const promoted = await createPerson(server, admin, { role: 'rep', team: 'A팀' });
  const team = createTeam({
    ...services,
    employees: {
      ...services.employees,
      // What an admin does in that moment.
      async change(...asked) {
        await services.employees.change(promoted.id, { role: 'admin' }, await actor(keeper.id));
        return services.employees.change(...asked);
      },
    },
  });
  const reset = team.resetPassword(await actor(manager.id), promoted.id);
  await expect(reset).rejects.toMatchObject({ code: 'not_found' });
  expect(await signIn(server.url, promoted.email)).toBeTruthy();
});

test('customers go from one of the team to another and no further', async () => {
  const customers = await call<Page<TeamCustomerDto>>('GET', '/api/team/customers');
  expect(customers.body.items).toEqual([{ code: 'C1', name: 'C1 의원' }]);
  const given = await inTeam(second, 'C1');
  expect(given.status).toBe(201);
  expect((await inTeam(second, 'C1')).body.code).toBe('assignment_overlaps');
  for (const [person, code] of [
    [second, 'C2'],
    [second, 'C3'],
    [second, 'C9'],
    [stranger, 'C1'],
    [manager, 'C1'],
    [auditor, 'C1'],
  ] as const)
    expect([person.id, code, (await inTeam(person, code)).body.code]).toEqual([person.id, code, 'not_found']);
  const listed = await call<Page<AssignmentDto>>('GET', '/api/team/assignments');
  expect(listed.body.items.map(({ customerCode, employeeNo }) => [customerCode, employeeNo])).toEqual([
    ['C1', first.employeeNo],
    ['C1', second.employeeNo],
  ]);
});

test('an assignment is ended; it is not opened again for a customer that has left the team', async () => {
  const { items } = (await call<Page<AssignmentDto>>('GET', '/api/team/assignments')).body;
  const end = (id: number, validTo: string | null) =>
    call<AssignmentDto & Problem>('PATCH', `/api/team/assignments/${id}`, { validTo });
  const [one, other] = items as [AssignmentDto, AssignmentDto];
  expect((await end(one.id, '2026-02-28')).body.validTo).toBe('2026-02-28');
  expect((await end(one.id, null)).status).toBe(200);
  expect((await end(one.id, '2025-01-01')).body.code).toBe('validation_failed');
  for (const { id } of [one, other]) expect((await end(id, '2026-02-28')).status).toBe(200);
  // Nobody of the team looks after it any more.
  expect((await end(one.id, null)).body.code).toBe('not_found');
  expect((await end(one.id, '2026-03-31')).body.code).toBe('not_found');
  expect((await end(one.id, '2026-01-31')).status).toBe(200);
  const theirs = await call<Page<AssignmentDto>>('GET', '/api/assignments?customerCode=C2', undefined, admin);
  expect((await end(theirs.body.items[0]!.id, '2026-02-28')).body.code).toBe('not_found');
});

test('it is a right of one person over one team, and opens nothing else', async () => {
  for (const [method, path] of [
    ['GET', '/api/employees'],
    ['PATCH', `/api/employees/${first.id}`],
    ['PUT', `/api/employees/${manager.id}/permissions`],
    ['GET', '/api/assignments'],
    ['DELETE', '/api/assignments/1'],
  ] as const)
    expect([path, (await call(method, path, method === 'GET' ? undefined : {})).status]).toEqual([path, 403]);
  // Moved to another team, the manager looks after that one.
  const move = (team: string | null) => call('PATCH', `/api/employees/${manager.id}`, { team }, admin);
  const seen = async () =>
    (await call<Page<TeamPersonDto>>('GET', '/api/team/people')).body.items.map(({ id }) => id);
  await move('B팀');
  expect(await seen()).toEqual([manager.id, stranger.id]);
  expect((await call('POST', `/api/team/people/${first.id}/password`)).status).toBe(404);
  await move(null);
  expect(await seen()).toEqual([]);
  expect((await inTeam(first, 'C1')).status).toBe(404);
  await move('A팀');
  await give(manager, []);
  expect((await call('GET', '/api/team/people')).status).toBe(403);
});

import type { AssignmentDto, EmployeeNameDto } from '../../shared/people';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let first: TestPerson;
let second: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  first = await createPerson(server, admin, { role: 'rep', team: '서울1팀', name: '한가람' });
  second = await createPerson(server, admin, { role: 'rep', team: '서울2팀', name: '배소율' });
  await server.services.repositories.companyData.addCustomers(
    ['C1', 'C2'].map((code) => ({
      ...{ code, name: `${code} 의원`, type: '의원', region: '서울', address: '', grade: 'A', aliases: [] },
    })),
  );
});
afterAll(() => server.close());

const call = <Body>(method: string, path: string, body?: object, token = admin) =>
  callApi<Body>(server.url, method, path, { token, body });
const assign = async (
  { employeeNo }: TestPerson,
  customerCode: string,
  validFrom: string,
  validTo?: string,
) =>
  (await call<AssignmentDto>('POST', '/api/assignments', { employeeNo, customerCode, validFrom, validTo }))
    .body;
const listed = async (query: string) =>
  (await call<{ items: AssignmentDto[] }>('GET', `/api/assignments?${query}`)).body.items.map(({ id }) => id);

test('they are listed of an employee, of a customer, and of a day; ended, opened again and handed over', async () => {
  const held = await assign(first, 'C1', '2026-01-01');
  const other = await assign(first, 'C2', '2026-01-01', '2026-03-31');
  const end = (validTo: string | null) =>
    call<AssignmentDto & { code: string }>('PATCH', `/api/assignments/${held.id}`, { validTo });
  expect((await end('2026-06-30')).body).toEqual({ ...held, validTo: '2026-06-30' });
  const next = await assign(second, 'C1', '2026-07-01');

  expect(await listed(`employeeNo=${first.employeeNo}`)).toEqual([held.id, other.id]);
  expect(await listed('customerCode=C1')).toEqual([held.id, next.id]);
  expect(await listed('on=2026-06-30')).toEqual([held.id]);
  expect(await listed('on=2026-07-01')).toEqual([next.id]);
  expect(await listed(`on=2026-02-01&employeeNo=${first.employeeNo}&customerCode=C2`)).toEqual([other.id]);
  expect((await call('GET', '/api/assignments?on=tomorrow')).status).toBe(400);

  const tooEarly = await end('2025-12-31');
  expect([tooEarly.status, tooEarly.body.code]).toEqual([400, 'validation_failed']);
  expect((await end(null)).body.validTo).toBeNull();
  const again = await assign(first, 'C2', '2026-05-01');
  const overlapping = await call<{ code: string }>('PATCH', `/api/assignments/${other.id}`, {
    validTo: null,
  });
  expect(overlapping.body.code).toBe('assignment_overlaps');
  expect((await call('PATCH', `/api/assignments/${again.id + 1000}`, { validTo: null })).status).toBe(404);
});

test('a rep whose assignment has ended sees the customer no more', async () => {
  const own = async () => (await call('GET', '/api/stats/customers/C2', undefined, second.token)).status;
  const { id } = await assign(second, 'C2', '2026-01-01');
  expect(await own()).toBe(200);
  await call('PATCH', `/api/assignments/${id}`, { validTo: '2026-01-31' });
  expect(await own()).toBe(404);
});

test('people are offered by letters: those who may sign in, without what is not needed to choose', async () => {
  const offered = async () =>
    (await call<{ items: EmployeeNameDto[] }>('GET', '/api/assignments/employees?q=소율')).body.items;
  expect(await offered()).toEqual([
    { employeeNo: second.employeeNo, name: '배소율', team: '서울2팀', role: 'rep', active: true },
  ]);
  await call('PATCH', `/api/employees/${second.id}`, { active: false });
  expect(await offered()).toEqual([]);
});

import type { Permission } from '../shared/people';
import { callApi } from '../test/api';
import { uploadImport } from '../test/imports';
import { createAdmin, createPerson, type TestPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';
import { runImport } from './runImport';

/** A process that only serves: what is uploaded waits until a test does the work of the other. */
let server: TestServer;
let admin: string;
let number = 0;

beforeAll(async () => {
  server = await startTestServer({ processRole: 'server' });
  admin = await createAdmin(server);
});
afterAll(() => server?.close());

const call = (method: string, path: string, body?: object) =>
  callApi<{ status: string; errors: { code: string }[]; requestedBy: { id: number } }>(
    server.url,
    method,
    path,
    {
      token: admin,
      body,
    },
  );
const work = (id: string) => runImport(id, server.services.imports, new AbortController().signal);

/** Somebody uploads a file that makes an admin, which waits. @returns its key and the number of the admin it makes. */
async function upload({ token }: TestPerson): Promise<{ id: string; made: string }> {
  number += 1;
  const made = `NEW${number}`;
  const lines = ['employeeNo,name,email,role,team', `${made},새 관리자,new${number}@test.example,admin,본사`];
  const { status, body } = await uploadImport(server, token, 'employees', lines);
  expect(status).toBe(202);
  return { id: body.id, made };
}
const isThere = async (employeeNo: string) =>
  (await server.services.repositories.people.findByEmployeeNo(employeeNo)) !== null;

const givePermissions = (id: number, permissions: Permission[]) =>
  call('PUT', `/api/employees/${id}/permissions`, { permissions });

describe('an import that waits', () => {
  test('comes in where whoever asked for it still may', async () => {
    const { id, made } = await upload(await createPerson(server, admin, { role: 'admin' }));
    await work(id);
    expect([(await call('GET', `/api/imports/${id}`)).body.status, await isThere(made)]).toEqual([
      'completed',
      true,
    ]);
  });

  test.each<[string, (person: TestPerson) => Promise<unknown>]>([
    ['is deactivated', ({ id }) => call('PATCH', `/api/employees/${id}`, { active: false })],
    ['is an admin no more', ({ id }) => call('PATCH', `/api/employees/${id}`, { role: 'rep' })],
    [
      'may import and no longer change people',
      async ({ id }) => {
        await call('PATCH', `/api/employees/${id}`, { role: 'rep' });
        await givePermissions(id, ['data.import']);
      },
    ],
  ])('brings nothing in where whoever asked for it %s', async (_case, change) => {
    const leaving = await createPerson(server, admin, { role: 'admin' });
    const { id, made } = await upload(leaving);
    await change(leaving);
    await work(id);
    const { body } = await call('GET', `/api/imports/${id}`);
    expect([body.status, body.errors.map(({ code }) => code), await isThere(made)]).toEqual([
      'failed',
      ['import_not_allowed'],
      false,
    ]);
    // Somebody who may takes it over.
    expect((await call('POST', `/api/imports/${id}/rerun`)).status).toBe(202);
    await work(id);
    const again = (await call('GET', `/api/imports/${id}`)).body;
    expect([again.status, await isThere(made)]).toEqual(['completed', true]);
    expect(again.requestedBy.id).not.toBe(leaving.id);
  });
});

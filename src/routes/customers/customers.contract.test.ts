import type { CustomerDto } from '../../shared/customers';
import { callApi } from '../../test/api';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const names = ['나래의원', '가온의원', '다솜의원', '가온의원'];
  await server.services.repositories.companyData.addCustomers(
    names.map((name, at) => ({
      ...{ code: `C${at + 1}`, name, type: '의원', region: at === 2 ? '부산 남구' : '서울 중구' },
      ...{ address: '', grade: 'A', aliases: at === 0 ? ['나래_동네'] : [] },
    })),
  );
  await callApi(server.url, 'POST', '/api/assignments', {
    token: admin,
    body: { employeeNo: rep.employeeNo, customerCode: 'C1', validFrom: '2026-01-01' },
  });
});
afterAll(() => server.close());

const list = (query: string, token = admin) =>
  callApi<{ items: CustomerDto[]; nextCursor: string | null }>(server.url, 'GET', `/api/customers?${query}`, {
    token,
  });
const codes = async (query: string, token?: string) =>
  (await list(query, token)).body.items.map(({ code }) => code);

test('customers are found by name, code, region and other names, in the order of their names', async () => {
  expect(await codes('')).toEqual(['C2', 'C4', 'C1', 'C3']);
  expect(await codes('q=가온')).toEqual(['C2', 'C4']);
  expect(await codes('q=c3')).toEqual(['C3']);
  expect(await codes('q=부산')).toEqual(['C3']);
  expect(await codes('q=_')).toEqual(['C1']);
  await callApi(server.url, 'POST', '/api/aliases', {
    token: admin,
    body: { kind: 'customer', code: 'C4', alias: '뒷집' },
  });
  expect(await codes('q=뒷집')).toEqual(['C4']);
});

test('pages follow each other, also between two of one name', async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: Awaited<ReturnType<typeof list>> = await list(`limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ code }) => code));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(['C2', 'C4', 'C1', 'C3']);
  expect((await list('cursor=x')).status).toBe(400);
});

test('a rep finds the own customers; others are not there', async () => {
  expect((await list('', rep.token)).body.items).toEqual([
    {
      ...{ code: 'C1', name: '나래의원', type: '의원', region: '서울 중구', grade: 'A' },
      ...{ aliases: ['나래_동네'], isAssigned: true },
    },
  ]);
  expect(await codes('q=가온', rep.token)).toEqual([]);
  expect(await codes('q=뒷집', rep.token)).toEqual([]);
});

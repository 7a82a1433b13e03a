import { QueryTypes } from 'sequelize';
import type { ImportDto, ImportKind, ImportRejectDto } from '../../shared/imports';
import { callApi } from '../../test/api';
import { importCompany, runImportFile, waitForImport } from '../../test/imports';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  await importCompany(server, admin);
});
afterAll(() => server.close());

const call = <Body = ImportDto>(method: string, path: string, body?: unknown) =>
  callApi<Body & { code?: string; hindrance?: string }>(server.url, method, path, { token: admin, body });
const run = (kind: ImportKind, lines: string[]) => runImportFile(server, admin, kind, lines);
const undo = (id: string) => call('POST', `/api/imports/${id}/undo`);
const rejectsOf = async (id: string) =>
  (await call<{ items: ImportRejectDto[] }>('GET', `/api/imports/${id}/rejects`)).body.items;
const rerun = async (id: string) => {
  expect((await call('POST', `/api/imports/${id}/rerun`)).status).toBe(202);
  return waitForImport(server, admin, id);
};

/** Every row of what imports write to, but for what tells when. */
async function contentOf(...tables: string[]) {
  const contents = tables.map((table) =>
    server.services.database.sequelize.query(
      `SELECT to_jsonb(t) - 'updated_at' AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
      { type: QueryTypes.SELECT },
    ),
  );
  return Promise.all(contents);
}

const salesHeader = 'soldOn,employeeNo,customerCode,productCode,quantity,amount';

test('an import is undone, later ones first: inserted rows go, updated ones are as they were', async () => {
  const first = await run('sales', [salesHeader, '2026-09-01,E1,C1,P1,1,352', '2026-09-02,E1,C1,P1,1,352']);
  const before = await contentOf('sales_records');
  const second = await run('sales', [salesHeader, '2026-09-01,E1,C1,P1,1,999', '2026-09-05,E1,C1,P1,1,352']);
  expect(await contentOf('sales_records')).not.toEqual(before);

  const refused = await undo(first.id);
  expect([refused.status, refused.body.code, refused.body.hindrance]).toEqual([
    409,
    'import_built_upon',
    'later_import',
  ]);
  const undone = await undo(second.id);
  expect([undone.status, undone.body.status, undone.body.loaded]).toEqual([200, 'undone', 0]);
  expect(await contentOf('sales_records')).toEqual(before);
  expect((await undo(second.id)).body.code).toBe('import_not_done');
  expect((await undo(first.id)).status).toBe(200);
  expect(await contentOf('sales_records')).toEqual([[]]);
});

test('contacts come back with their products', async () => {
  const header = 'employeeNo,customerCode,occurredAt,type,summary,nextAction,productCodes';
  const first = await run('interactions', [header, 'E1,C1,2026-09-01 10:00,방문,처음,,P1;P2']);
  const before = await contentOf('interaction_logs', 'interaction_products');
  const second = await run('interactions', [
    header,
    'E1,C1,2026-09-01 10:00,방문,처음,전화,P2',
    'E1,C1,2026-09-01 11:00,방문,또,,P1',
  ]);
  expect([second.inserted, second.updated]).toEqual([1, 1]);
  await undo(second.id);
  expect(await contentOf('interaction_logs', 'interaction_products')).toEqual(before);
  await undo(first.id);
  expect(await contentOf('interaction_logs', 'interaction_products')).toEqual([[], []]);
});

test('what is in use, or was changed by hand since, is not taken away', async () => {
  const customers = await run('customers', ['code,name,type', 'C50,새의원,의원']);
  const sales = await run('sales', [salesHeader, '2026-09-09,E1,C50,P1,1,352']);
  expect((await undo(customers.id)).body.hindrance).toBe('in_use');
  await undo(sales.id);
  expect((await undo(customers.id)).status).toBe(200);

  const people = await run('employees', ['employeeNo,name,email,role', 'E50,새사람,e50@test.example,rep']);
  const { body } = await call<{ items: { id: number; employeeNo: string }[] }>('GET', '/api/employees');
  const { id } = body.items.find(({ employeeNo }) => employeeNo === 'E50')!;
  await call('PATCH', `/api/employees/${id}`, { name: '새 이름' });
  expect((await undo(people.id)).body.hindrance).toBe('changed_since');
});

test('rejected rows are corrected and run again, those whose code is registered meanwhile by themselves', async () => {
  const report = await run('sales', [
    salesHeader,
    '2026-10-01,E1,C1,P1,1,352',
    '2026.13.1,E1,C1,P1,1,352',
    '2026-10-01,E1,C1,P1,5,1760',
    '2026-10-02,E1,C60,P1,1,352',
    '2026-10-03,E1,C1,P1,0.5,176',
  ]);
  expect([report.status, report.loaded, report.rejected]).toEqual(['completed_with_rejects', 1, 4]);
  const rejects = await rejectsOf(report.id);
  expect(rejects.map(({ row, errors }) => [row, errors[0]!.column, errors[0]!.code])).toEqual([
    [3, 'soldOn', 'date_impossible'],
    [4, null, 'duplicate_in_file'],
    [5, 'customerCode', 'unknown_code'],
    [6, 'quantity', 'number_fractional'],
  ]);
  const path = (at: number) => `/api/imports/${report.id}/rejects/${rejects[at]!.id}`;
  expect((await call('PATCH', path(0), { cells: { nonsense: '1' } })).status).toBe(400);
  const corrected = await call<ImportRejectDto>('PATCH', path(0), { cells: { soldOn: '2026-10-04' } });
  expect(corrected.body).toMatchObject({ corrected: true, cells: { soldOn: '2026-10-04', quantity: '1' } });
  await call('PATCH', path(3), { cells: { soldOn: '2026-10-01', quantity: '1' } });
  await run('customers', ['code,name,type', 'C60,늦은의원,의원']);

  const again = await rerun(report.id);
  expect([again.status, again.rows, again.loaded, again.rejected, again.inserted]).toEqual([
    'completed_with_rejects',
    5,
    3,
    2,
    3,
  ]);
  // The uncorrected duplicate was not taken for a change, nor was the corrected row that clashes with one loaded before.
  expect((await rejectsOf(report.id)).map(({ row, errors }) => [row, errors[0]!.code])).toEqual([
    [4, 'duplicate_in_file'],
    [6, 'already_in_import'],
  ]);
  const [, duplicate, , clash] = rejects;
  await call('PATCH', `/api/imports/${report.id}/rejects/${duplicate!.id}`, { cells: { lineNo: '2' } });
  await call('PATCH', `/api/imports/${report.id}/rejects/${clash!.id}`, { cells: { lineNo: '3' } });
  const last = await rerun(report.id);
  expect([last.status, last.loaded, last.rejected, last.errors]).toEqual(['completed', 5, 0, []]);
  expect((await call('POST', `/api/imports/${report.id}/rerun`)).body.code).toBe('import_not_done');
  await undo(report.id);
  expect(await contentOf('sales_records')).toEqual([[]]);
});

test('all rejects are reached page by page, also where the report shows but the first', async () => {
  const lines = Array.from({ length: 450 }, (_row, at) => `2026-10-01,E1,C1,P1,x${at},352`);
  const report = await run('sales', [salesHeader, ...lines]);
  expect([report.errors.length, report.moreErrors, report.rejected]).toEqual([200, true, 450]);
  const rows: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: { items: ImportRejectDto[]; nextCursor: string | null } } = await call(
      'GET',
      `/api/imports/${report.id}/rejects?limit=200${cursor ? `&cursor=${cursor}` : ''}`,
    );
    rows.push(...page.body.items.map(({ row }) => row));
    cursor = page.body.nextCursor;
  }
  expect(rows).toEqual(Array.from({ length: 450 }, (_row, at) => at + 2));
});

test('an assignment that stays because its change is refused is in the way of others', async () => {
  const header = 'employeeNo,customerCode,validFrom,validTo';
  await run('assignments', [header, 'E1,C3,2026-01-01,2026-12-31']);
  const report = await run('assignments', [
    header,
    'E1,C3,2025-06-01,2026-02-01',
    'E1,C3,2026-01-01,2026-03-31',
    'E1,C3,2026-05-01,2026-06-30',
  ]);
  // The first row counts, so the second is refused, so what it would have made room for is too.
  expect(report.errors.map(({ row, code }) => [row, code])).toEqual([
    [2, 'period_overlaps'],
    [3, 'period_overlaps'],
    [4, 'period_overlaps'],
  ]);
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportDto, ImportTemplateDto } from '../../shared/imports';
import { callApi } from '../../test/api';
import { runImportFile, uploadImport } from '../../test/imports';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

const samples = path.join(__dirname, '..', '..', '..', 'samples');

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  for (const kind of ['employees', 'customers', 'products'] as const) {
    const report = await runImportFile(server, admin, kind, await readSample(`data/${kind}.csv`));
    expect([report.status, report.errors]).toEqual(['completed', []]);
  }
});
afterAll(() => server.close());

async function readSample(name: string): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await readFile(path.join(samples, name)));
}

const call = <Body = ImportTemplateDto>(method: string, route: string, body?: unknown) =>
  callApi<Body & { code?: string }>(server.url, method, route, { token: admin, body });

test.each([
  ['wholesaler-sales', 'csv', 9],
  ['edi-prescriptions', 'txt', 6],
])('the example %s is read by its template, and by nothing else', async (name, extension, rows) => {
  const template = JSON.parse(
    (await readSample(`imports/${name}.template.json`)).toString('utf8'),
  ) as ImportTemplateDto;
  const made = await call('POST', '/api/import-templates', template);
  expect([made.status, made.body.layout]).toEqual([201, template.layout]);
  const file = await readSample(`imports/${name}.${extension}`);
  const plain = await runImportFile(server, admin, 'sales', file, { fileName: name });
  expect(plain.status).toBe('failed');
  const report = await runImportFile(server, admin, 'sales', file, {
    fileName: name,
    template: template.name,
  });
  expect([report.errors, report.status, report.inserted, report.template]).toEqual([
    [],
    'completed',
    rows,
    template.name,
  ]);
});

test('a template is kept by name, changed and deleted; imports keep what it was', async () => {
  const layout = { columns: { quantity: 'Q' }, constants: { employeeNo: 'NP1001' }, dateFormat: 'DD/MM/YY' };
  const template = { name: '시험', kind: 'sales', layout };
  const { body } = await call('POST', '/api/import-templates', template);
  expect((await call('POST', '/api/import-templates', template)).body.code).toBe('already_exists');
  const lines = ['soldOn,customerCode,productCode,Q,amount', '31/12/25,91110001,067100010,1,352'];
  const report = await runImportFile(server, admin, 'sales', lines, { template: '시험' });
  expect([report.status, report.inserted]).toEqual(['completed', 1]);

  expect(
    (await call('PATCH', `/api/import-templates/${body.id}`, { layout: { columns: { nothing: 'x' } } }))
      .status,
  ).toBe(400);
  for (const dateFormat of ['(.*)+', 'YYYYYYYY-MM', 'YYYY', 'monday'])
    expect(
      (await call('POST', '/api/import-templates', { ...template, name: 'x', layout: { dateFormat } }))
        .status,
    ).toBe(400);
  const changed = await call('PATCH', `/api/import-templates/${body.id}`, { name: '시험 2', layout: {} });
  expect([changed.body.name, changed.body.layout]).toEqual(['시험 2', { columns: {}, constants: {} }]);
  expect((await runImportFile(server, admin, 'sales', lines, { template: '시험 2' })).status).toBe('failed');
  expect((await uploadImport(server, admin, 'sales', lines, { template: '시험' })).body.code).toBe(
    'not_found',
  );
  expect((await uploadImport(server, admin, 'targets', lines, { template: '시험 2' })).body.code).toBe(
    'template_kind_differs',
  );
  expect((await call<ImportDto>('GET', `/api/imports/${report.id}`)).body.template).toBe('시험');

  expect((await call('DELETE', `/api/import-templates/${body.id}`)).status).toBe(204);
  expect((await call('DELETE', `/api/import-templates/${body.id}`)).status).toBe(404);
  const list = await call<{ items: ImportTemplateDto[] }>('GET', '/api/import-templates');
  expect(list.body.items.map(({ name }) => name)).not.toContain('시험 2');
});

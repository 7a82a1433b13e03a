import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { QueryTypes } from 'sequelize';
import type { AuditExportDto } from '../../shared/auditExports';
import { callApi } from '../../test/api';
import { askFor, exportsPath, fetchFile, readExport, waitForExport } from '../../test/auditExports';
import { startCuttableProxy } from '../../test/cuttableProxy';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import { serviceEnv } from '../../test/services';
import { storeManyTurns } from './storedTurnsFixture';

/** Enough that writing them takes a while, on either database. */
const many = 20_000;
const { minio } = serviceEnv();

let server: TestServer;
let analyst: TestPerson;
/** Takes the file store away, and gives it back. */
let store: { away(): Promise<void>; back(): Promise<void>; close(): Promise<void> };

beforeAll(async () => {
  const proxy = minio && (await startCuttableProxy(minio.endpoint));
  server = await startTestServer(minio && proxy ? { minio: { ...minio, endpoint: proxy.url } } : {});
  const unfinished = path.join(server.env.dataDir, 'objects', 'unfinished');
  store = proxy
    ? {
        away: () => Promise.resolve(proxy.cut()),
        back: () => Promise.resolve(proxy.join()),
        close: () => proxy.close(),
      }
    : {
        away: async () => {
          await rm(unfinished, { recursive: true });
          await writeFile(unfinished, 'no folder');
        },
        back: async () => {
          await rm(unfinished);
          await mkdir(unfinished);
        },
        close: () => Promise.resolve(),
      };
  const admin = await createAdmin(server);
  analyst = await createPerson(server, admin, { role: 'analyst' });
  const rep = await createPerson(server, admin, { role: 'rep' });
  await storeManyTurns(server.services.database, rep.id, many);
}, 120_000);
afterAll(async () => {
  await server.close();
  await store.close();
});

const keys = async () => {
  const found: string[] = [];
  for await (const { key } of server.services.ingestion.objectStore.list()) found.push(key);
  return found;
};
const cancel = (id: string) =>
  callApi<AuditExportDto & { code?: string }>(server.url, 'POST', `${exportsPath}/${id}/cancel`, {
    token: analyst.token,
  });
const isRunning = ({ status, rows }: AuditExportDto) => status === 'running' && rows > 0;

test('an export that is cancelled while it runs leaves no file', async () => {
  const { body } = await askFor(server, analyst.token, { format: 'xlsx' });
  const running = await waitForExport(server, analyst.token, body.id, isRunning);
  expect(running).toMatchObject({ expectedRows: many, sha256: null });
  const early = await fetchFile(server, analyst.token, body.id);
  expect([early.status, early.code]).toEqual([409, 'export_not_done']);

  const answer = await cancel(body.id);
  expect([answer.status, answer.body.status]).toEqual([200, 'cancelled']);
  const again = await cancel(body.id);
  expect([again.status, again.body.code]).toEqual([409, 'export_not_under_way']);
  // The next of the same queue begins only when this run has ended.
  const next = await askFor(server, analyst.token, { filter: { employeeNo: 'nobody' } });
  const done = await waitForExport(server, analyst.token, next.body.id);
  expect(done.status).toBe('done');
  const { auditExports } = server.services.repositories;
  expect(await keys()).toEqual([(await auditExports.findById(done.id))!.objectKey]);
  expect((await readExport(server, analyst.token, body.id)).status).toBe('cancelled');
  if (!minio) expect(await readdir(path.join(server.env.dataDir, 'objects', 'unfinished'))).toEqual([]);
}, 120_000);

test('two of a person may be under way, and no third, however many are asked for at once', async () => {
  const asked = await Promise.all([1, 2, 3, 4].map(() => askFor(server, analyst.token, { format: 'xlsx' })));
  expect(asked.map(({ status }) => status).sort()).toEqual([202, 202, 429, 429]);
  expect(asked.find(({ status }) => status === 429)!.body.code).toBe('too_many_exports');
  for (const { status, body } of asked) if (status === 202) expect((await cancel(body.id)).status).toBe(200);
  const last = await askFor(server, analyst.token, { filter: { employeeNo: 'nobody' } });
  expect((await waitForExport(server, analyst.token, last.body.id)).status).toBe('done');
}, 120_000);

test('while the file store is away an export waits, and is then written whole', async () => {
  await store.away();
  const { body } = await askFor(server, analyst.token, { format: 'csv', columns: ['turnId'] });
  const attempts = async () =>
    (
      await server.services.database.sequelize.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'audit.export' AND state = 'retry'
         AND data ->> 'exportId' = $id`,
        { bind: { id: body.id }, type: QueryTypes.SELECT },
      )
    )[0]!.count;
  while ((await attempts()) === 0)
    expect((await readExport(server, analyst.token, body.id)).status).not.toBe('failed');
  await store.back();
  const done = await waitForExport(server, analyst.token, body.id);
  expect(done).toMatchObject({ status: 'done', rows: many });
  const { content } = await fetchFile(server, analyst.token, body.id);
  expect(content.toString().trimEnd().split('\r\n')).toHaveLength(many + 1);
}, 120_000);

import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import type { ImportDto } from '../../shared/imports';
import { callApi } from '../api';
import { newDataDir, startProgram, type StartedProgram } from '../e2e/startedProgram';
import { importCompany, uploadImport, waitForImport } from '../imports';
import { createAdmin, signIn } from '../people';
import { startTestServer, type TestServer } from '../server';
import { serviceEnv } from '../services';
import { startWorker } from './startedWorker';

/** Enough that reading and merging each take a while. */
const rows = 40_000;
const lines = [
  'soldOn,employeeNo,customerCode,productCode,lineNo,quantity,amount',
  ...Array.from(
    { length: rows },
    (_row, at) => `2026-09-${10 + (at % 20)},E${1 + (at % 2)},C1,P1,${at + 1},1,352`,
  ),
];

const { database } = serviceEnv();

/** What every import of the file comes to, however often it was begun. */
const whole = { status: 'completed', rows, loaded: rows, rejected: 0, inserted: rows };

// With a real database it is the worker beside the server that is killed.
(database ? describe : describe.skip)('a worker that is killed while it imports', () => {
  let server: TestServer;
  let admin: string;
  const count = async (sql: string) => {
    const [row] = await server.services.database.sequelize.query<{ count: number }>(sql, {
      type: QueryTypes.SELECT,
    });
    return row!.count;
  };

  beforeAll(async () => {
    server = await startTestServer({ processRole: 'server' });
    admin = await createAdmin(server);
    const worker = await startWorker(server.env);
    await importCompany(server, admin);
    await worker.stop();
  });
  afterAll(() => server.close());

  /** What is seen from outside of a run that reads, and of one that merges. */
  const steps = {
    reading: `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'import_staging'`,
    merging: `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted
              AND (classid::bigint << 32) | objid::bigint = hashtextextended('narutalk imports', 0)`,
  };

  test.each(Object.entries(steps))(
    'leaves nothing half-loaded at %s, and another finishes with nothing doubled',
    async (_step, seen) => {
      const worker = await startWorker(server.env);
      const { body } = await uploadImport(server, admin, 'sales', lines);
      while ((await count(seen)) === 0) await pause(1);
      await worker.kill();
      expect(await count('SELECT count(*)::int AS count FROM sales_records')).toBe(0);

      const next = await startWorker(server.env);
      expect(await waitForImport(server, admin, body.id)).toMatchObject(whole);
      expect(await count('SELECT count(*)::int AS count FROM sales_records')).toBe(rows);
      const undone = await callApi<ImportDto>(server.url, 'POST', `/api/imports/${body.id}/undo`, {
        token: admin,
      });
      expect(undone.body.status).toBe('undone');
      expect(await count('SELECT count(*)::int AS count FROM sales_records')).toBe(0);
      while ((await count(steps.reading)) > 0) await pause(50);
      expect(await next.stop()).toBe(0);
    },
    120_000,
  );
});

// Everything embedded, in one process.
(database ? describe.skip : describe)('a program that is killed while it imports', () => {
  let dataDir: string;
  let program: StartedProgram;

  beforeAll(async () => {
    dataDir = await newDataDir();
    program = await startProgram(dataDir, { DEMO: '0', LOG_LEVEL: 'fatal' });
  });
  afterAll(async () => {
    expect(await program.stop()).toBe(0);
    await rm(dataDir, { recursive: true });
  });

  test('finishes at its next start with nothing doubled', async () => {
    let token = await createAdmin(program);
    await importCompany(program, token);
    const { body } = await uploadImport(program, token, 'sales', lines);
    const read = () => callApi<ImportDto>(program.url, 'GET', `/api/imports/${body.id}`, { token });
    while ((await read()).body.progress === 0) await pause(1);
    await program.kill();
    program = await startProgram(dataDir, { DEMO: '0', LOG_LEVEL: 'fatal' });
    token = await signIn(program.url, 'admin@test.example');
    expect(await waitForImport(program, token, body.id)).toMatchObject(whole);
    const again = await uploadImport(program, token, 'sales', lines);
    expect(await waitForImport(program, token, again.body.id)).toMatchObject({
      inserted: 0,
      unchanged: rows,
    });
  }, 180_000);
});

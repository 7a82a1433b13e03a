import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuditVerificationDto } from '../../shared/auditChain';
import { callApi } from '../../test/api';
import { patienceMs } from '../../test/patience';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let analyst: string;
/** Rows that were written and sealed. */
let rows: { id: string; number: number }[];

beforeAll(async () => {
  server = await startTestServer();
  const admin = await createAdmin(server);
  analyst = (await createPerson(server, admin, { role: 'analyst' })).token;
  for (let number = 0; number < 60; number += 1) {
    await server.services.audit.record({
      name: 'test.event',
      input: { number, text: '값', list: [1.5, null, { b: 1, a: 2 }] },
    });
  }
  rows = await sql(`SELECT id, number FROM system_trace_logs WHERE name = 'test.event' ORDER BY number`);
  await untilSealed();
});
afterAll(() => server.close());

async function sql<Row extends object>(text: string, bind: unknown[] = []): Promise<Row[]> {
  const [found] = await server.services.database.sequelize.query(text, { bind });
  return found as Row[];
}

/** As whoever keeps the database: the triggers that refuse are taken away for the moment, in which nothing else is sealed. */
async function tamper(texts: string | string[], bind: unknown[] = []): Promise<void> {
  const triggers = (state: string) =>
    ['system_trace_logs', 'audit_seals'].map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER`);
  const { sequelize } = server.services.database;
  await sequelize.transaction(async (transaction) => {
    for (const text of triggers('DISABLE')) await sequelize.query(text, { transaction });
    for (const text of [texts].flat()) await sequelize.query(text, { bind, transaction });
    for (const text of triggers('ENABLE')) await sequelize.query(text, { transaction });
  });
}

async function verify(): Promise<AuditVerificationDto> {
  const { body } = await callApi<AuditVerificationDto>(server.url, 'GET', '/api/audit/verify', {
    token: analyst,
  });
  return body;
}

async function untilSealed(): Promise<void> {
  const unsealed = () =>
    sql(`SELECT 1 FROM system_trace_logs WHERE number > (
      SELECT coalesce(max(up_to), 0) FROM audit_seals WHERE table_name = 'system_trace_logs')`);
  for (const deadline = Date.now() + patienceMs; (await unsealed()).length > 0; await pause(100)) {
    if (Date.now() > deadline) throw new Error('not sealed');
  }
}

test('everything is as it was written', async () => {
  const { ok, checked, findings } = await verify();
  expect(findings).toEqual([]);
  expect(ok).toBe(true);
  expect(checked).toBeGreaterThan(rows.length);
});

test.each(['system_trace_logs', 'chat_history', 'turn_events', 'audit_seals'])(
  'the database refuses to change %s',
  async (table) => {
    const [{ column }] = (await sql<{ column: string }>(
      `SELECT column_name AS column FROM information_schema.columns WHERE table_name = $1 LIMIT 1`,
      [table],
    )) as [{ column: string }];
    await sql(`SELECT 1 FROM ${table}`);
    for (const change of [`TRUNCATE ${table} CASCADE`]) {
      await expect(sql(change)).rejects.toThrow(/written once/);
    }
    if ((await sql(`SELECT 1 FROM ${table} LIMIT 1`)).length === 0) return;
    await expect(sql(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(/written once/);
    await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(/written once/);
  },
);

const next = `nextval('system_trace_logs_number_seq')`;

/** Each way on its own; what it did is taken back by the rows as they were. */
describe('whoever keeps the database is found out', () => {
  const copy = 'kept_trace';
  beforeAll(async () => {
    await sql(`CREATE TABLE ${copy} AS SELECT * FROM system_trace_logs`);
    await sql('CREATE TABLE kept_seals AS SELECT * FROM audit_seals');
  });

  /** Restores and checks that nothing is left of it. */
  async function undo(): Promise<void> {
    await tamper([
      `DELETE FROM system_trace_logs t USING ${copy} kept WHERE t.id = kept.id OR t.number = kept.number`,
      `INSERT INTO system_trace_logs SELECT * FROM ${copy}`,
      'DELETE FROM audit_seals WHERE number <= (SELECT max(number) FROM kept_seals)',
      'INSERT INTO audit_seals SELECT * FROM kept_seals',
    ]);
    expect((await verify()).findings).toEqual([]);
  }

  const columns: [string, string][] = [
    ['input', `jsonb_set(input, '{text}', '"다른 값"')`],
    ['output', `'"x"'`],
    ['name', `'test.other'`],
    ['error', `'forbidden'`],
    ['kind', `'tool'`],
    ['started_at', `started_at - interval '1 second'`],
    ['recorded_at', `recorded_at + interval '1 day'`],
    ['duration_ms', '1'],
    ['employee_id', '(SELECT min(id) FROM employees)'],
    ['request_id', `'x'`],
    ['proof', `reverse(proof)`],
    ['id', 'gen_random_uuid()'],
    ['number', 'number + 1000000'],
  ];

  test.each(columns)('who changes %s', async (column, value) => {
    const { id } = rows[20]!;
    await tamper(`UPDATE system_trace_logs SET ${column} = ${value} WHERE id = $1`, [id]);
    expect((await verify()).first).toMatchObject({ table: 'system_trace_logs', id });
    await undo();
  });

  test('who deletes a row', async () => {
    const { id } = rows[30]!;
    await tamper('DELETE FROM system_trace_logs WHERE id = $1', [id]);
    expect((await verify()).first).toEqual({ table: 'system_trace_logs', id, reason: 'missing' });
    await undo();
  });

  test('who swaps two rows', async () => {
    const [a, b] = [rows[10]!, rows[40]!];
    await tamper('UPDATE system_trace_logs SET number = -number WHERE id IN ($1, $2)', [a.id, b.id]);
    await tamper(
      'UPDATE system_trace_logs SET number = CASE id WHEN $1 THEN $4 ELSE $3 END::bigint WHERE id IN ($1, $2)',
      [a.id, b.id, a.number, b.number],
    );
    expect((await verify()).first).toMatchObject({ table: 'system_trace_logs', id: a.id });
    await undo();
  });

  test.each([
    ['with the proof of another', 'proof', next],
    ['without a proof', 'NULL', next],
    ['with a number far ahead', 'proof', '100000000000'],
  ])('who adds a row %s', async (_name, proof, number) => {
    const id = randomUUID();
    await tamper(
      `INSERT INTO system_trace_logs (id, kind, name, started_at, duration_ms, proof, number)
       SELECT $1, kind, name, started_at, duration_ms, ${proof}, ${number} FROM system_trace_logs WHERE id = $2`,
      [id, rows[5]!.id],
    );
    const { findings } = await verify();
    expect(findings).toContainEqual({ table: 'system_trace_logs', id, reason: expect.any(String) });
    await tamper('DELETE FROM system_trace_logs WHERE id = $1', [id]);
  });

  test('who cuts off the end, seals and all', async () => {
    const [{ number }] = (await sql<{ number: number }>('SELECT max(number) AS number FROM audit_seals')) as [
      { number: number },
    ];
    await tamper('DELETE FROM audit_seals WHERE number = $1', [number]);
    await tamper('DELETE FROM system_trace_logs WHERE number > $1', [rows[50]!.number]);
    expect((await verify()).first).toMatchObject({ reason: 'missing' });
  });
});

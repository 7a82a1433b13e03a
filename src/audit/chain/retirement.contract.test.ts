import type { SealedAudit } from '../../test/audit/sealedAudit';
import { auditTables, writeSealedAudit } from '../../test/audit/sealedAudit';

const dayMs = 24 * 60 * 60_000;
const daysKept = { chats: 30, traces: 20, events: 400 };

let audit: SealedAudit;
/** Rows of each table that were written. */
let before: Record<string, number>;

beforeAll(async () => {
  audit = await writeSealedAudit({ daysKept });
  before = await counts();
});
afterAll(() => audit?.close());

const inDays = (days: number) => new Date(Date.now() + days * dayMs);

async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of auditTables) {
    const [{ rows }] = (await audit.sql<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)) as [
      { rows: number },
    ];
    found[table] = rows;
  }
  return found;
}

const rowsOf = async (where: string) =>
  (await audit.sql<{ rows: number }>(`SELECT count(*) AS rows FROM system_trace_logs WHERE ${where}`))[0]!
    .rows;

/** Seals what retiring has recorded, and compares everything. */
async function verified() {
  await audit.chain.keepSealing()();
  return (await audit.chain.verify()).findings;
}

test('what is not past its time stays', async () => {
  expect(await audit.chain.retire(inDays(19))).toBe(0);
  expect(await counts()).toEqual(before);
});

test('only rows of a retired segment may be deleted, even where somebody says that it is', async () => {
  const [{ number }] = (await audit.sql<{ number: number }>(
    'SELECT min(number) AS number FROM audit_seals',
  )) as [{ number: number }];
  for (const table of ['system_trace_logs', 'chat_history', 'turns', 'turn_events', 'audit_seals']) {
    const tried = audit.database.sequelize.transaction(async (transaction) => {
      await audit.database.sequelize.query(`SET LOCAL audit.retiring = '${number}'`, { transaction });
      await audit.database.sequelize.query(`DELETE FROM ${table}`, { transaction });
    });
    await expect(tried).rejects.toThrow(/written once/);
  }
  await expect(audit.sql('UPDATE audit_seals SET hash = hash')).rejects.toThrow(/written once/);
  await expect(audit.sql('UPDATE turns SET status = status')).rejects.toThrow(/written once/);
});

test('traces of turns go at their time, and leave stubs that verify', async () => {
  const events = await rowsOf('turn_id IS NULL');
  expect(await rowsOf('turn_id IS NOT NULL')).toBeGreaterThan(10);
  expect(await audit.chain.retire(inDays(21))).toBeGreaterThan(0);
  expect(await rowsOf('turn_id IS NOT NULL')).toBe(0);
  const said = `name = 'audit.retire'`;
  expect(await rowsOf(`turn_id IS NULL AND NOT ${said}`)).toBe(events);
  expect(await rowsOf(said)).toBeGreaterThan(0);
  expect(await counts()).toMatchObject({ turns: before.turns, chat_history: before.chat_history });
  expect(await verified()).toEqual([]);
});

test('a segment that is not as it was written is kept past its time, and goes when it is right again', async () => {
  const [{ id }] = (await audit.sql<{ id: number }>('SELECT min(id) AS id FROM chat_history')) as [
    { id: number },
  ];
  const change = (content: string) =>
    audit.asSuperuser((run) => run(`UPDATE chat_history SET content = ${content} WHERE id = ${id}`));
  await change(`content || '!'`);
  await audit.chain.retire(inDays(31));
  const kept = await audit.sql<{ turnId: string }>(`SELECT turn_id AS "turnId" FROM chat_history`);
  expect(kept.length).toBeGreaterThan(0);
  // Its turn is needed by it, and so is its chat.
  expect(await audit.sql('SELECT id FROM turns WHERE id = $1', [kept[0]!.turnId])).toHaveLength(1);
  expect(await verified()).toEqual([{ table: 'chat_history', id: String(id), reason: 'changed' }]);
  await change(`left(content, -1)`);
  expect(await verified()).toEqual([]);
});

test('what was said goes with the turns, their events and the chats', async () => {
  await audit.chain.retire(inDays(31));
  expect(await counts()).toMatchObject({ conversations: 0, turns: 0, chat_history: 0, turn_events: 0 });
  expect(await audit.sql('SELECT id FROM feedback')).toEqual([]);
  expect(await rowsOf(`name NOT LIKE 'audit.%'`)).toBeGreaterThan(0);
  expect(await verified()).toEqual([]);
});

test.each([
  ['hash', 'reverse(hash)'],
  ['rows_to', `rows_to + interval '1 day'`],
  ['row_numbers', 'row_numbers[2:]'],
  ['previous_hash', 'reverse(hash)'],
  ['kind', `CASE kind WHEN 'events' THEN 'traces' ELSE 'events' END`],
  ['stub_signature', 'signature'],
])('a stub whose %s is forged is named', async (column, value) => {
  const [{ number }] = (await audit.sql<{ number: number }>(
    'SELECT max(number) AS number FROM audit_seals WHERE retired_at IS NOT NULL AND number > 1',
  )) as [{ number: number }];
  await audit.asSuperuser(async (run) => {
    await run('CREATE TABLE kept_stub AS SELECT * FROM audit_seals');
    await run(`UPDATE audit_seals SET ${column} = ${value} WHERE number = ${number}`);
  });
  const { first } = await audit.chain.verify();
  await audit.asSuperuser(async (run) => {
    await run(`DELETE FROM audit_seals WHERE number = ${number}`);
    await run(`INSERT INTO audit_seals SELECT * FROM kept_stub WHERE number = ${number}`);
    await run('DROP TABLE kept_stub');
  });
  expect(first).toMatchObject({ table: 'audit_seals', id: String(number) });
  expect(await verified()).toEqual([]);
});

test('a row that comes back with the number of a retired one is named', async () => {
  await audit.asSuperuser((run) =>
    run(`INSERT INTO chat_history SELECT * FROM whole_chat_history ORDER BY id LIMIT 1`),
  );
  const { first } = await audit.chain.verify();
  expect(first).toMatchObject({ table: 'chat_history', reason: 'inserted' });
  await audit.asSuperuser((run) => run('DELETE FROM chat_history'));
});

test('records of access outlast the rest, and go at their own time', async () => {
  expect(await audit.chain.retire(inDays(401))).toBeGreaterThan(0);
  expect(await rowsOf(`name NOT LIKE 'audit.%'`)).toBe(0);
  expect(await verified()).toEqual([]);
});

import { writeSealedAudit, type SealedAudit } from '../audit/sealedAudit';
import { tamperings, type Tampering } from '../audit/tampering';

let audit: SealedAudit;
let ways: Tampering[];
let found = 0;

beforeAll(async () => {
  audit = await writeSealedAudit();
  ways = await tamperings(audit);
});
afterAll(async () => {
  await audit?.close();
  console.log(`found ${found} of ${ways.length + 1}`);
});

test('what was written verifies', async () => {
  const { findings, checked } = await audit.chain.verify();
  expect(findings).toEqual([]);
  expect(checked).toBeGreaterThan(50);
});

test('each of 99 ways to change it by a superuser is found, and the row is named', async () => {
  expect(ways).toHaveLength(99);
  const missed: object[] = [];
  for (const { name, statements, row } of ways) {
    await audit.asSuperuser(async (run) => {
      for (const statement of statements) await run(statement);
    });
    const { findings } = await audit.chain.verify();
    if (findings.some(({ table, id }) => table === row.table && id === row.id)) found += 1;
    else missed.push({ name, row, findings: findings.slice(0, 3) });
    await audit.restore('whole');
  }
  expect(missed).toEqual([]);
  expect((await audit.chain.verify()).findings).toEqual([]);
}, 600_000);

test('so is an older state of the database that is put back whole', async () => {
  const [{ last }] = (await audit.sql<{ last: number }>(`SELECT max(number) AS last FROM audit_seals`)) as [
    { last: number },
  ];
  await audit.restore('middle');
  const { first } = await audit.chain.verify();
  expect(first).toEqual({ table: 'audit_seals', id: String(last), reason: 'missing' });
  found += 1;
  await audit.restore('whole');
});

import { hostileFamilies } from '../../analytics/sqlGuard/hostileStatementsFixture';
import { slowStatement } from '../../analytics/sqlGuard/hostileStatementsLoadFixture';
import { legitimateFamilies } from '../../analytics/sqlGuard/legitimateStatementsFixture';
import type { ToolOutcome } from '../toolContext';
import { canary, canaryAmount, openSqlCompany, type SqlCompany } from './sqlCompanyFixture';

let company: SqlCompany;
let untouched: string;
beforeAll(async () => {
  company = await openSqlCompany();
  untouched = await company.fingerprint();
});
afterAll(() => company?.database.close());

/** What came out of the database, without the words of the statement itself that an error may repeat. */
const cellsOf = ({ artifact }: ToolOutcome) =>
  artifact.kind === 'table' ? artifact.table.rows.flatMap((row) => Object.values(row)) : [];

const escapes = (sql: string, outcome: ToolOutcome) => {
  const cells = cellsOf(outcome);
  const said = outcome.content.replaceAll(sql, '');
  const repeated = sql.includes(canary);
  return [
    ...cells.filter((cell) => typeof cell === 'string' && cell.includes(canary) && !repeated),
    ...cells.filter((cell) => typeof cell === 'number' && Math.abs(cell) >= canaryAmount),
    ...(said.includes(canary) && !repeated ? [said] : []),
    ...(/7000000000000|7e\+?12/.test(said) && !sql.includes('7000000000000') ? [said] : []),
  ];
};

/** A statement that names the canary itself may only find nothing. */
const foundByName = (sql: string, outcome: ToolOutcome) =>
  sql.includes(canary) && cellsOf(outcome).some((cell) => typeof cell === 'string' && cell.includes(canary));

describe('through the very tool, as a rep', () => {
  test.each(hostileFamilies)('$about: nothing comes out', async ({ statements, mayRun }) => {
    for (const sql of statements) {
      const outcome = await company.run(sql);
      expect([sql, escapes(sql, outcome), foundByName(sql, outcome)]).toEqual([sql, [], false]);
      if (!mayRun)
        expect([sql, outcome.artifact]).toEqual([
          sql,
          expect.objectContaining({ code: 'statement_refused' }),
        ]);
      expect(JSON.stringify(outcome).length).toBeLessThan(1_500_000);
    }
  });

  test('what runs endlessly is ended, and the next statement is served', async () => {
    expect((await company.run(slowStatement)).artifact).toMatchObject({ code: 'query_too_slow' });
    expect((await company.run('SELECT 1 AS one')).artifact).toMatchObject({ table: { rows: [{ c1: 1 }] } });
  });

  test('afterwards the database is what it was, to the last row', async () => {
    expect(await company.fingerprint()).toBe(untouched);
  });
});

test('the same statements do see the rows of an analyst', async () => {
  const { artifact } = await company.run('SELECT max(amount) FROM sales', 'analyst');
  expect(artifact).toMatchObject({ table: { rows: [{ c1: canaryAmount }] } });
  const named = await company.run(
    `SELECT customer_name FROM customers WHERE customer_name LIKE '${canary}%'`,
    'analyst',
  );
  expect(JSON.stringify(cellsOf(named))).toContain(canary);
});

test.each<['rep' | 'colleague' | 'manager' | 'otherTeam', number, number, number]>([
  // sales, customers and contacts of each, added up by hand from the fixture
  ['rep', 13, 2, 5],
  ['colleague', 4, 2, 2],
  ['manager', 16, 3, 6],
  ['otherTeam', 5, 3, 3],
])('%s counts own rows only', async (person, sales, customers, contacts) => {
  const { artifact } = await company.run(
    'SELECT (SELECT count(*) FROM sales), (SELECT count(*) FROM customers), (SELECT count(*) FROM interactions)',
    person,
  );
  expect(artifact).toMatchObject({ table: { rows: [{ c1: sales, c2: customers, c3: contacts }] } });
});

test.each(legitimateFamilies)('legitimate, each runs: $about', async ({ statements }) => {
  for (const sql of statements) {
    const { artifact, content } = await company.run(sql, 'manager');
    expect([sql, artifact.kind, artifact.kind === 'table' ? '' : content]).toEqual([sql, 'table', '']);
  }
});

import { openSmallCompany, people, today, type Someone } from '../../analytics/smallCompanyFixture';
import { permissionsOf } from '../../policies/permissions';
import type { Database } from '../../storage/database/database';
import type { QueryRecord, ToolContext, ToolOutcome } from '../toolContext';
import { runSqlTool } from './runSql';
import { createSqlTries } from './sqlTries';

/** Stands in every row that a rep of 서울1팀 may not see, and in every secret of the database. */
export const canary = 'CANARY';
/** What such a row is worth: any sum with one of them in it is at least this. */
export const canaryAmount = 7_000_000_000_000;

/** The small company with rows that must not come out, asked by the very tool of the agent. */
export interface SqlCompany {
  database: Database;
  /** Runs a statement as one of its people, with tries of its own. */
  run(sql: string, person?: Someone): Promise<ToolOutcome>;
  /** What a tool would be given in a turn. */
  context(person?: Someone, signal?: AbortSignal): ToolContext;
  /** Every statement that was traced, in order. */
  queries: QueryRecord[];
  /** A fingerprint of every row of the database, of its catalogue and of what sessions may leave behind. */
  fingerprint(): Promise<string>;
}

export async function openSqlCompany(): Promise<SqlCompany> {
  const { database } = await openSmallCompany();
  await database.sequelize.query(canaryRows);
  const queries: QueryRecord[] = [];
  const context: SqlCompany['context'] = (person = 'rep', signal = new AbortController().signal) => {
    const { role } = people[person];
    return {
      employee: { ...people[person], email: `${person}@x.example`, permissions: permissionsOf(role, []) },
      language: 'ko',
      now: today,
      signal,
      readAs: database.readAs,
      searchPassages: () => Promise.reject(new Error('SQL searches no documents')),
      readAround: async () => [],
      numberPassages: () => [],
      recordQuery: (query) => queries.push(query),
      sqlTries: createSqlTries(),
    };
  };
  return {
    database,
    queries,
    context,
    run: (sql, person) => runSqlTool.run({ sql, title: '시험' }, context(person)),
    fingerprint: async () => {
      const [rows] = await database.sequelize.query(fingerprint);
      return JSON.stringify(rows);
    },
  };
}

const canaryRows = `
INSERT INTO customers (id, code, name, type, region, address, grade) VALUES
(90, 'C90', '${canary} 병원', '병원', '${canary} 지역', '${canary} 주소', 'A');
INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (3, 90, '2020-01-01');
INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount) VALUES
('2026-09-15', 3, 90, 1, 777777, ${canaryAmount}), ('2026-09-16', 3, 4, 1, 777777, ${canaryAmount});
INSERT INTO sales_targets (month, employee_id, amount) VALUES ('2026-09-01', 3, ${canaryAmount});
INSERT INTO interaction_logs (id, employee_id, customer_id, type, occurred_at, summary, next_action) VALUES
(90, 3, 90, '방문', '2026-11-20 10:00+09', '${canary} 상담', '${canary} 할 일');
UPDATE employees SET email = '${canary}' || id || '@x.example', password_hash = '${canary} hash';
INSERT INTO conversations (id, employee_id, title)
VALUES ('00000000-0000-4000-8000-000000000001', 3, '${canary} 대화');
INSERT INTO system_state (key, value) VALUES ('secret', '"${canary}"');
INSERT INTO search_words (word) VALUES ('${canary}');
REFRESH MATERIALIZED VIEW customer_monthly_performance_mv;
ANALYZE;
`;

/** Rows of every table, however many there are, by way of XML: one statement for all of them. */
const fingerprint = `
SELECT 'rows' AS what, md5(string_agg(c.oid::regclass::text ||
         query_to_xml('SELECT t::text FROM ' || c.oid::regclass || ' t ORDER BY 1', true, false, '')::text,
         '|' ORDER BY c.oid)) AS sum
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('public', 'figures', 'app') AND c.relkind IN ('r', 'm')
UNION ALL SELECT 'relations', md5(string_agg(c.oid || c.relname || c.relkind::text || coalesce(c.relacl::text, ''), '|' ORDER BY c.oid))
FROM pg_class c WHERE c.relpersistence <> 't'
UNION ALL SELECT 'functions', md5(string_agg(p.oid || p.proname || coalesce(p.proacl::text, ''), '|' ORDER BY p.oid)) FROM pg_proc p
UNION ALL SELECT 'roles', md5(string_agg(r.rolname || r.rolsuper || r.rolbypassrls || coalesce(r.rolconfig::text, ''), '|' ORDER BY r.oid))
FROM pg_roles r
UNION ALL SELECT 'sessions', (SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
           WHERE l.locktype = 'advisory' AND d.datname = current_database())::text
  || (SELECT count(*) FROM pg_largeobject_metadata) || (SELECT count(*) FROM pg_prepared_statements)
  || current_user || coalesce(current_setting('app.employee_id', true), '')`;

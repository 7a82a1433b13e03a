import { QueryTypes } from 'sequelize';
import type { Database } from '../../storage/database/database';
import { openTestDatabase } from '../../test/database';
import { curatedSchema, curatedViews, describeCuratedViews } from './curatedViews';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const catalogue = `
SELECT c.relname AS view, obj_description(c.oid, 'pg_class') AS about, a.attname AS column,
       format_type(a.atttypid, NULL) AS type, col_description(c.oid, a.attnum) AS meaning,
       'security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions) AS invoker,
       has_table_privilege('narutalk_reader', c.oid, 'SELECT') AS readable
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relnamespace = '${curatedSchema}'::regnamespace ORDER BY c.oid, a.attnum`;

interface Row {
  view: string;
  about: string;
  column: string;
  type: string;
  meaning: string;
  invoker: boolean;
  readable: boolean;
}

test('the views of the database are those the guard and the model know, column by column', async () => {
  const rows = await database.sequelize.query<Row>(catalogue, { type: QueryTypes.SELECT });
  const listed = Object.entries(curatedViews).flatMap(([view, { about, columns }]) =>
    Object.entries(columns).map(([column, { type, meaning }]) => ({
      view,
      about: `${about.ko} / ${about.en}`,
      column,
      type,
      meaning: `${meaning.ko} / ${meaning.en}`,
      invoker: true,
      readable: true,
    })),
  );
  expect(rows).toEqual(listed);
});

test('a model is told every view and column', () => {
  const said = describeCuratedViews();
  for (const [view, { columns }] of Object.entries(curatedViews))
    for (const word of [view, ...Object.keys(columns)]) expect(said).toContain(word);
});

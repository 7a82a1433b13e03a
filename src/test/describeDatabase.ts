import { QueryTypes, type Sequelize } from 'sequelize';

/**
 * Everything a database holds, as texts that can be compared: a line for each table (number of rows, hash of what they say),
 * sequence, column, key, index, trigger, policy, function, view, right and comment.
 */
export async function describeDatabase(sequelize: Sequelize): Promise<string[]> {
  const select = async (sql: string) =>
    (await sequelize.query<{ line: string }>(sql, { type: QueryTypes.SELECT })).map(({ line }) => line);
  const relations = await select(
    `SELECT format('%I.%I', space.nspname, class.relname) AS line FROM pg_class AS class ${ofTheProgram}
     AND class.relkind IN ('r', 'm') ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const name of relations) {
    rows.push(
      ...(await select(
        `SELECT 'rows of ${name}: ' || count(*) || ' ' || coalesce(md5(string_agg(md5(one::text), '' ORDER BY md5(one::text))), '') AS line
         FROM ${name} AS one`,
      )),
    );
  }
  const sequences: string[] = [];
  for (const name of await select(
    `SELECT format('%I.%I', schemaname, sequencename) AS line FROM pg_sequences ORDER BY 1`,
  ))
    sequences.push(
      ...(await select(`SELECT 'sequence ${name}: ' || last_value || ' ' || is_called AS line FROM ${name}`)),
    );
  const schema: string[] = [];
  for (const sql of schemaQueries) schema.push(...(await select(sql)));
  return [...rows, ...sequences, ...schema];
}

const ofTheProgram = `JOIN pg_namespace AS space ON space.oid = class.relnamespace
  WHERE space.nspname <> 'information_schema' AND space.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = class.oid AND deptype = 'e')`;

const relation = `format('%I.%I', space.nspname, class.relname)`;
/** Without who owns and who grants: another server may have another owner. */
const rights = (list: string) =>
  `coalesce((SELECT string_agg(split_part(entry::text, '/', 1), ' ' ORDER BY 1) FROM unnest(${list}) AS entry
    WHERE split_part(entry::text, '=', 1) IN ('', 'narutalk_reader')), '')`;

const schemaQueries = [
  `SELECT concat_ws(' ', 'relation', ${relation}, class.relkind, class.relrowsecurity, class.relforcerowsecurity, class.reloptions::text,
     ${rights('class.relacl')}, obj_description(class.oid)) AS line FROM pg_class AS class ${ofTheProgram} AND class.relkind <> 'i' ORDER BY 1`,
  `SELECT concat_ws(' ', 'column', ${relation}, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
     pg_get_expr(adbin, adrelid), col_description(class.oid, attnum)) AS line
   FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   ${ofTheProgram} AND attnum > 0 AND NOT attisdropped AND class.relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
  `SELECT concat_ws(' ', 'key', ${relation}, conname, pg_get_constraintdef(key.oid), convalidated, obj_description(key.oid)) AS line
   FROM pg_constraint AS key JOIN pg_class AS class ON class.oid = conrelid ${ofTheProgram} ORDER BY 1`,
  `SELECT concat_ws(' ', 'index', pg_get_indexdef(class.oid), indisvalid) AS line
   FROM pg_index JOIN pg_class AS class ON class.oid = indexrelid ${ofTheProgram} ORDER BY 1`,
  `SELECT concat_ws(' ', 'trigger', ${relation}, tgenabled, pg_get_triggerdef(hook.oid)) AS line
   FROM pg_trigger AS hook JOIN pg_class AS class ON class.oid = tgrelid ${ofTheProgram} AND NOT tgisinternal ORDER BY 1`,
  `SELECT concat_ws(' ', 'view', ${relation}, pg_get_viewdef(class.oid)) AS line
   FROM pg_class AS class ${ofTheProgram} AND class.relkind IN ('v', 'm') ORDER BY 1`,
  `SELECT concat_ws(' ', 'policy', schemaname, tablename, policyname, permissive, roles::text, cmd, qual, with_check) AS line
   FROM pg_policies ORDER BY 1`,
  `SELECT concat_ws(' ', 'function', pg_get_functiondef(routine.oid), ${rights('proacl')}, obj_description(routine.oid)) AS line
   FROM pg_proc AS routine JOIN pg_namespace AS space ON space.oid = pronamespace
   WHERE space.nspname IN ('public', 'app', 'pgboss') AND prokind = 'f'
     AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = routine.oid AND deptype = 'e') ORDER BY 1`,
];

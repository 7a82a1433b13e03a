import { QueryTypes, type Sequelize } from 'sequelize';

/** What a chat writes: the chat itself, its cost and its record. Everything else stands as it stood before. */
const writtenByChats =
  '^(conversations|chat_history|turns?|turns?_.*|review_changes|system_trace_logs|usage_by_day|audit_.*|employee_sessions)$';

/** A sum of each table that no chat writes, and of the roles and relations of the database, by name. */
export async function storedRows(sequelize: Sequelize): Promise<Record<string, string>> {
  const rows = await sequelize.query<{ name: string; sum: string }>(
    `SELECT c.relname AS name, md5(query_to_xml(format(
       'SELECT md5(string_agg((to_jsonb(t) - ''updated_at'')::text, ''|'' ORDER BY (to_jsonb(t) - ''updated_at'')::text)) FROM %s t',
       c.oid::regclass), true, false, '')::text) AS sum
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname !~ $1
     UNION ALL SELECT '(relations)', md5(string_agg(oid::text || relname, '|' ORDER BY oid)) FROM pg_class WHERE relpersistence <> 't'
     UNION ALL SELECT '(roles)', md5(string_agg(rolname || rolsuper || rolbypassrls, '|' ORDER BY oid)) FROM pg_roles
     ORDER BY 1`,
    { bind: [writtenByChats], type: QueryTypes.SELECT },
  );
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

import { QueryTypes, type Sequelize } from 'sequelize';

export interface CatalogueColumn {
  name: string;
  type: string;
  nullable: boolean;
  primaryKey: boolean;
  comment: string | null;
}

export interface CatalogueForeignKey {
  column: string;
  target: string;
  /** CASCADE, SET NULL, RESTRICT or NO ACTION. */
  onDelete: string;
}

export interface CatalogueTable {
  name: string;
  kind: 'table' | 'view' | 'materialized view';
  comment: string | null;
  columns: CatalogueColumn[];
  foreignKeys: CatalogueForeignKey[];
  indexes: { name: string; columns: string[]; unique: boolean }[];
  rowLevelSecurity: boolean;
}

/** Every table and view of the schema `public`, as the live database has them, by name. */
export async function readCatalogue(sequelize: Sequelize): Promise<CatalogueTable[]> {
  const rows = await sequelize.query<{ table: CatalogueTable }>(statement, { type: QueryTypes.SELECT });
  return rows.map((row) => row.table);
}

const statement = `
SELECT jsonb_build_object(
  'name', c.relname,
  'kind', CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'materialized view' END,
  'comment', obj_description(c.oid, 'pg_class'),
  'rowLevelSecurity', c.relrowsecurity,
  'columns', (
    SELECT jsonb_agg(jsonb_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'nullable', NOT a.attnotnull,
      'primaryKey', coalesce(a.attnum = ANY (pk.conkey), false),
      'comment', col_description(c.oid, a.attnum)
    ) ORDER BY a.attnum)
    FROM pg_attribute a LEFT JOIN pg_constraint pk ON pk.conrelid = c.oid AND pk.contype = 'p'
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'foreignKeys', (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'column', a.attname,
      'target', k.confrelid::regclass::text,
      'onDelete', CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'r' THEN 'RESTRICT'
                  ELSE 'NO ACTION' END
    ) ORDER BY a.attnum), '[]')
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
    WHERE k.conrelid = c.oid AND k.contype = 'f'),
  'indexes', (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'name', i.indexrelid::regclass::text,
      'unique', i.indisunique,
      'columns', (SELECT jsonb_agg(pg_get_indexdef(i.indexrelid, place, true) ORDER BY place)
                  FROM generate_series(1, i.indnkeyatts) AS place)
    ) ORDER BY i.indexrelid::regclass::text), '[]')
    FROM pg_index i WHERE i.indrelid = c.oid)
) AS table
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm')
ORDER BY c.relname`;

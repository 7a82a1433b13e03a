import type pg from 'pg';

/** A table that holds rows itself. */
interface OwnTable {
  /** Quoted, with its schema. */
  name: string;
  /** Quoted; without those the database computes. */
  columns: string[];
}

/**
 * Every table of the program, those of its job queue included; of a partitioned one, its partitions. What is kept for a while only
 * (rows of a file that is being brought in) is in none of them: such a table comes and goes, and no migration makes it.
 */
export async function ownTables(client: pg.Client): Promise<OwnTable[]> {
  const { rows } = await client.query<OwnTable>(
    `SELECT format('%I.%I', space.nspname, class.relname) AS name,
            array_agg(quote_ident(attribute.attname) ORDER BY attribute.attnum) AS columns
     FROM pg_class AS class
     JOIN pg_namespace AS space ON space.oid = class.relnamespace
     JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0
       AND NOT attribute.attisdropped AND attribute.attgenerated = ''
     WHERE class.relkind = 'r' AND class.relpersistence = 'p'
       AND space.nspname <> 'information_schema' AND space.nspname NOT LIKE 'pg\\_%'
       AND NOT EXISTS (SELECT FROM pg_depend AS member WHERE member.classid = 'pg_class'::regclass
                       AND member.objid = class.oid AND member.deptype = 'e')
     GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

import { QueryTypes, type Sequelize } from 'sequelize';

/** Every table that has one of these pieces of text in any column of any row, with the piece. Partitions count as tables. */
export async function findInDatabase(sequelize: Sequelize, pieces: string[]): Promise<string[]> {
  const tables = await sequelize.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
    { type: QueryTypes.SELECT },
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sequelize.query<{ piece: string }>(
      `SELECT DISTINCT piece FROM ${name} t, unnest($pieces::text[]) AS piece WHERE strpos(t::text, piece) > 0`,
      { bind: { pieces }, type: QueryTypes.SELECT },
    );
    found.push(...rows.map(({ piece }) => `${name}: ${piece}`));
  }
  return found;
}

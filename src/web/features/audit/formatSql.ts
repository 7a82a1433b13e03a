import { formatDialect, postgresql } from 'sql-formatter';

/** A statement in lines; one that the formatter does not read, as models write them too, as it is. */
export function formatSql(sql: string): string {
  try {
    return formatDialect(sql, {
      dialect: postgresql,
      keywordCase: 'preserve',
      paramTypes: { numbered: ['$'] },
    });
  } catch {
    return sql;
  }
}

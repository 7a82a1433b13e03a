/**
 * What holds values in PostgreSQL's SQL, or may hide one: texts (with escapes, or between dollars), comments, names between
 * quotes, which stay, parameters, which stay, and numbers.
 */
const parts =
  /(?<text>[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|(?<dollars>\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\k<dollars>)|(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<kept>"(?:[^"]|"")*"|\$\d+|[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d+(?:\.\d+)?)/gu;

/** A statement with each value in it as `?`, so that it says what was asked but not about whom. */
export function withoutValues(sql: string): string {
  return sql.replace(parts, (part: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (groups.kept !== undefined) return part;
    return groups.comment === undefined ? '?' : ' ';
  });
}

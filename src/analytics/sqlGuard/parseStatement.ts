import { hasSqlDetails, loadModule, parseSync } from 'libpg-query';
import { isStorable } from '../../shared/storableText';
import { maximumBracketDepth, maximumNestingWords, maximumStatementLength } from './limits';
import { nodeOf, type Fields } from './parseTree';
import { refuse } from './refused';

/** Besides white space: the grammar takes them for letters or stops there, which a reader cannot see. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const invisible = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const nestingWords = /[-+*/%^|<>=~!&]|\b(?:not|case|union|intersect|except|select|is|and|or)\b/giu;

/** One SELECT as the grammar reads it, with its own text: no semicolon, no second statement. */
export interface ParsedStatement {
  sql: string;
  select: Fields;
}

/**
 * Reads a statement with PostgreSQL's own grammar.
 * @throws Refused when it is too long or too deep to be read, no SQL, or anything but one SELECT.
 */
export async function parseStatement(text: string): Promise<ParsedStatement> {
  refuseUnreadable(text);
  await loadModule();
  const { stmts = [] } = readTree(text) as {
    stmts?: { stmt: unknown; stmt_location?: number; stmt_len?: number }[];
  };
  const [statement] = stmts;
  if (!statement || stmts.length > 1) refuse(`exactly one SELECT is run, not ${stmts.length} statements`);
  const node = nodeOf(statement.stmt);
  if (node?.type !== 'SelectStmt') refuse(`only SELECT is run, not ${node?.type ?? 'an empty statement'}`);
  return { sql: textOf(text, statement), select: node.fields };
}

/** What would only make the parser work is refused by a look at the letters; quoted text does not count. */
function refuseUnreadable(text: string): void {
  if (text.length > maximumStatementLength)
    refuse(`the statement is too long: at most ${maximumStatementLength} characters`);
  if (!isStorable(text) || invisible.test(text)) refuse('the statement has characters that cannot be seen');
  const bare = text.replace(/'[^']*'/g, "''");
  if (
    (bare.match(nestingWords)?.length ?? 0) > maximumNestingWords ||
    bracketDepth(bare) > maximumBracketDepth
  )
    refuse('the statement is nested too deeply: use fewer operators, subqueries or brackets');
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[()[\]]/g)) {
    depth += bracket === '(' || bracket === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function readTree(text: string): unknown {
  try {
    return parseSync(text);
  } catch (error) {
    // What is empty has no details, and what nests deeper than the parser's stack is a RangeError.
    if (hasSqlDetails(error)) refuse(error.message);
    if (error instanceof RangeError || (error as Error).message === 'Query cannot be empty')
      refuse('the statement cannot be read: it is empty or nested too deeply');
    throw error;
  }
}

/** The parser counts bytes. */
function textOf(
  text: string,
  { stmt_location = 0, stmt_len }: { stmt_location?: number; stmt_len?: number },
) {
  const bytes = Buffer.from(text);
  return bytes
    .subarray(stmt_location, stmt_len === undefined ? bytes.length : stmt_location + stmt_len)
    .toString()
    .trim();
}

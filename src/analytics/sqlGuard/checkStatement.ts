import { checkTree } from './checkTree';
import type { OutputColumn } from './outputColumn';
import { outputColumns } from './outputColumns';
import { parseStatement } from './parseStatement';
import { Refused } from './refused';

/** A statement that may be run. */
export interface CheckedStatement {
  /** The one SELECT, without a semicolon. */
  sql: string;
  /** What is known of its columns; the database has the last word on how many there are. */
  columns: OutputColumn[];
  /** Curated views it reads. */
  views: string[];
}

/**
 * Whether SQL that somebody else wrote may be run as a reading of the curated views: one SELECT of what is listed, and
 * nothing that grows beyond bounds. What it may see is not decided here: row-level security is what keeps to that.
 * @returns the statement, or why it is refused, in words that help to mend it.
 */
export async function checkStatement(sql: string): Promise<CheckedStatement | { refused: string }> {
  try {
    const { sql: text, select } = await parseStatement(sql);
    const { views } = checkTree(select);
    return { sql: text, columns: outputColumns(select), views: [...views] };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

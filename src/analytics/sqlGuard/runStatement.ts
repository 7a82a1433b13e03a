import type { ReadAs, ReaderQuery } from '../../storage/database/database';
import type { CellValue } from '../../shared/resultTable';
import { maximumRowLimit } from '../figureQuery';
import type { CheckedStatement } from './checkStatement';
import { curatedSchema } from './curatedViews';
import {
  fetchedRows,
  maximumCellLength,
  maximumColumns,
  maximumCost,
  maximumResultBytes,
  statementTimeoutMs,
} from './limits';
import { readableCell, type ValueType } from './readableCell';

/** What a statement gave: rows of cells in the order of the columns. */
export interface StatementResult {
  columns: { name: string; type: ValueType }[];
  rows: CellValue[][];
  /** More rows matched, or a cell or the whole was larger than is shown. */
  truncated: boolean;
}

/** Settings of the transaction: the statement means the same on every server, and holds one processor. */
const settings = {
  search_path: `${curatedSchema}, pg_temp`,
  TimeZone: `'Asia/Seoul'`,
  IntervalStyle: 'postgres',
  DateStyle: `'ISO, YMD'`,
  standard_conforming_strings: 'on',
  cursor_tuple_fraction: '1',
  max_parallel_workers_per_gather: '0',
};

/**
 * Runs a checked statement as an employee: as the reader, in a read-only transaction under row-level security, when the
 * planner finds it cheap enough, for a limited time, and fetched until the result is as large as it may be.
 * @returns the result, or why it was not run, in words that help to mend it.
 * @throws ReadTimeout, the signal's reason, or what the database says of the statement.
 */
export function runStatement(
  statement: CheckedStatement,
  { employeeId, readAs, signal }: { employeeId: number; readAs: ReadAs; signal: AbortSignal },
): Promise<StatementResult | { refused: string }> {
  return readAs(employeeId, (query) => read(statement, query), {
    timeoutMs: statementTimeoutMs,
    signal,
    settings,
  });
}

const tooCostly =
  'the statement would take too long: join by key, narrow the period, or read monthly_performance';

async function read(
  { sql }: CheckedStatement,
  query: ReaderQuery,
): Promise<StatementResult | { refused: string }> {
  const described = await query(`SELECT * FROM (\n${sql}\n) AS result LIMIT 0`);
  const cells = described.types.map(readableCell);
  if (cells.length === 0 || cells.length > maximumColumns)
    return { refused: `the result has ${cells.length} columns: 1 to ${maximumColumns} are shown` };

  const names = cells.map((_, at) => `c${at}`);
  const cursor = `DECLARE result NO SCROLL CURSOR FOR
SELECT ${cells.map(({ sql: cell }, at) => `${cell(`c${at}`)} AS c${at}`).join(', ')}
FROM (\n${sql}\n) AS result (${names.join(', ')}) LIMIT ${maximumRowLimit + 1}`;
  const cost = await costOf(cursor, query);
  // The estimate itself is not told: it is made of rows the person may not see.
  if (cost > maximumCost) return { refused: tooCostly };
  await query(cursor);
  const columns = described.columns.map((name, at) => ({ name, type: cells[at]!.type }));
  return { columns, ...(await fetchRows(names, query)) };
}

async function costOf(sql: string, query: ReaderQuery): Promise<number> {
  const { rows } = await query(`EXPLAIN (FORMAT JSON) ${sql}`);
  const [{ Plan: plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: { 'Total Cost': number } }];
  return plan['Total Cost'];
}

async function fetchRows(
  names: string[],
  query: ReaderQuery,
): Promise<Pick<StatementResult, 'rows' | 'truncated'>> {
  const rows: CellValue[][] = [];
  let bytes = 0;
  let isCut = false;
  for (;;) {
    const fetched = await query(`FETCH ${fetchedRows} FROM result`);
    for (const row of fetched.rows) {
      const cells = names.map((name) => cellValue(row[name]));
      bytes += Buffer.byteLength(JSON.stringify(cells));
      if (rows.length === maximumRowLimit || bytes > maximumResultBytes) return { rows, truncated: true };
      isCut ||= cells.some((cell) => typeof cell === 'string' && cell.length > maximumCellLength);
      rows.push(cells.map(shortened));
    }
    if (fetched.rows.length < fetchedRows) return { rows, truncated: isCut };
  }
}

/** What JSON has no word for, such as NaN, is no value. */
function cellValue(value: unknown): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? value : null;
}

function shortened(cell: CellValue): CellValue {
  const isLong = typeof cell === 'string' && cell.length > maximumCellLength;
  return isLong ? `${cell.slice(0, maximumCellLength)}…` : cell;
}

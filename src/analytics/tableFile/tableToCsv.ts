import { stringify } from 'csv-stringify/sync';
import type { ResultTable } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import { aboutTable, headOf } from './aboutTable';

/** Without it Excel reads UTF-8 as the code page of the machine, and Korean as noise. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV: what it is about in lines that begin with `#`, then names and rows. Days stay as they are, a ratio is a
 * fraction. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function tableToCsv(table: ResultTable, language: Language): string {
  const about = aboutTable(table, language).map(([label, text]) => [`# ${label}: ${text}`]);
  const lines = table.rows.map((row) => table.columns.map(({ key }) => row[key] ?? null));
  const records = [...about, table.columns.map(headOf), ...lines];
  return stringify(records, { escape_formulas: true, record_delimiter: 'windows' }).replace(
    /^/,
    byteOrderMark,
  );
}

import type { ResultTable } from '../../../shared/resultTable';

/** What a spreadsheet would take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** A table as spreadsheets take it from the clipboard: cells by tabs, rows by lines, figures without signs. */
export function tableText({ columns, rows }: Pick<ResultTable, 'columns' | 'rows'>): string {
  const lines = rows.map((row) => columns.map(({ key }) => cellText(row[key] ?? '')).join('\t'));
  return [columns.map(({ label }) => cellText(label)).join('\t'), ...lines].join('\n');
}

/** A table as a CSV file (RFC 4180) that spreadsheets read as UTF-8, figures without signs. */
export function tableCsv({ columns, rows }: Pick<ResultTable, 'columns' | 'rows'>): string {
  const quoted = (value: string | number) => `"${cellText(value).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map(({ key }) => quoted(row[key] ?? '')).join(','));
  return `\uFEFF${[columns.map(({ label }) => quoted(label)).join(','), ...lines].join('\r\n')}\r\n`;
}

function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return text.replace(/[\t\n\r]+/g, ' ');
}

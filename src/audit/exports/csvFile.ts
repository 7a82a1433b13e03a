import { stringify } from 'csv-stringify/sync';
import { exportColumnNames } from '../../shared/exportColumnNames';
import { cellOf, type ExportedTurn } from './exportedTurn';
import type { FilePlan } from './filePlan';

/** Without it Excel reads UTF-8 as the code page of the machine, and Korean as noise. */
const byteOrderMark = '\uFEFF';

/** Turns as CSV; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
export async function* csvFile(
  pages: AsyncIterable<ExportedTurn[]>,
  { columns, language }: FilePlan,
): AsyncGenerator<Buffer> {
  yield encode([columns.map((column) => exportColumnNames[language][column])], byteOrderMark);
  for await (const page of pages)
    yield encode(page.map((exported) => columns.map((column) => cellOf(column, exported))));
}

function encode(records: unknown[][], before = ''): Buffer {
  return Buffer.from(before + stringify(records, { escape_formulas: true, record_delimiter: 'windows' }));
}

import type { ParsedContent } from '../parsedDocument';
import { readCsvRecords } from './csvRecords';
import { readTable } from './table';

/** CSV, already decoded: each record a row with the names of the first one. */
export function parseCsv(text: string, delimiter: string): ParsedContent {
  const rows = readCsvRecords(text, delimiter).map((record) => record.map((cell) => ({ text: cell })));
  const { blocks } = readTable(rows, { page: null, hasUsualHeader: true });
  return { pages: null, pagesWithoutText: [], blocks };
}

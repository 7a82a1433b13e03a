import { CsvError, parse } from 'csv-parse/sync';

/**
 * The records of a delimited text, as leniently as exports need it: rows of any length, quotes within a cell, spaces
 * around quotes. Where quotation marks do not pair up they are taken as plain characters. `limit`: records read.
 */
export function readCsvRecords(text: string, delimiter: string, limit?: number): string[][] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    ...(limit === undefined ? {} : { to: limit }),
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return parse(text, { ...options, quote: null });
  }
}

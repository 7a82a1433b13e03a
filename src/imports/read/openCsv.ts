import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { findDelimiter } from '../../ingestion/parsers/delimiter';
import { refused } from '../importProblem';
import type { FileRow, OpenFile } from './fileTable';
import { decodeSample, textEncoding } from './textEncoding';

/** Characters of one row: a quotation mark that is not closed takes in the rows that follow. */
const longestRow = 256 * 1024;

/** Opens a delimited text. @throws FileRefused `mixed_encodings` */
export async function openCsv(
  path: string,
  { start, size }: { start: Buffer; size: number },
): Promise<OpenFile> {
  const encoding = await textEncoding(path, start);
  const sample = decodeSample(start, encoding);
  const delimiter = findDelimiter(sample, size > start.length)?.delimiter ?? mostUsedDelimiter(sample);
  let bytesRead = 0;
  let close = () => {};

  async function* rows(): AsyncGenerator<FileRow> {
    const parser = parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRow,
    });
    const source = createReadStream(path);
    close = () => void source.destroy();
    source.on('data', (bytes) => (bytesRead += bytes.length));
    const done = () => {}; // what ends the parser is thrown where its rows are read
    if (encoding === 'utf8') pipeline(source, parser, done);
    else pipeline(source, iconv.decodeStream(encoding), parser, done);
    let row = 0;
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        row += 1;
        if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
      }
    } catch (error) {
      throw error instanceof CsvError ? refusedAt(error) : error;
    }
  }

  async function* tables() {
    yield { name: null, rows: rows() };
  }
  return { tables: tables(), share: () => bytesRead / size, close: () => close() };
}

/** Rows that were parsed and not yet read are lost with the error: it says itself how many there were. */
function refusedAt(error: CsvError) {
  const row = Number(error.records) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return refused('row_too_long', { row });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refused('quote_not_closed', { row });
  return refused('file_unreadable', { row });
}

/** The sign that the first line with any has most of: a table of few rows shows no regularity. */
function mostUsedDelimiter(sample: string): string {
  const signs = [',', ';', '\t', '|'];
  for (const line of sample.split(/\r?\n|\r/)) {
    const counts = signs.map((sign) => line.split(sign).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return signs[counts.indexOf(most)]!;
  }
  return ',';
}

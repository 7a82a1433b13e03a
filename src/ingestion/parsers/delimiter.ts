import { readCsvRecords } from './csvRecords';

/** How a text divides into columns, if it does. */
export interface Delimiter {
  delimiter: string;
  /** Whether the content alone proves the table; otherwise it takes a name that says so too. */
  isCertain: boolean;
}

const delimiters = [',', ';', '\t', '|'];

/** Rows looked at. */
const sampleRows = 50;

/** Share of the rows that must have the usual number of columns: titles and notes around the table have others. */
const regularShare = 0.8;

/** Rows from which regular columns are no accident. */
const certainRows = 3;

/** Share of the lines that end like sentences above which the commas are punctuation. */
const proseShare = 0.3;

/**
 * Finds the delimiter that gives the most regular table, or null. `isCut`: the sample's last line is not whole.
 */
export function findDelimiter(sample: string, isCut: boolean): Delimiter | null {
  const candidates = delimiters
    .map((delimiter) => ({ delimiter, rows: readRows(sample, delimiter, isCut) }))
    .map(({ delimiter, rows }) => ({ delimiter, rows, ...regularity(rows) }))
    .filter(({ columns, share }) => columns > 1 && share >= regularShare)
    .sort((a, b) => b.share - a.share || b.columns - a.columns);
  const best = candidates[0];
  if (!best) return null;
  return {
    delimiter: best.delimiter,
    isCertain: best.rows.length >= certainRows && !isProse(best.rows, sample),
  };
}

function readRows(sample: string, delimiter: string, isCut: boolean): string[][] {
  const rows = readCsvRecords(sample, delimiter, sampleRows);
  return isCut && rows.length < sampleRows ? rows.slice(0, -1) : rows;
}

/** Lines that end like sentences, or words set apart by commas as one writes them. */
function isProse(rows: string[][], sample: string): boolean {
  const sentences = rows.filter((row) => /[.?!。]["'”’)]?$/.test(row.at(-1)!));
  if (sentences.length > rows.length * proseShare) return true;
  return rows.every((row) => row.length <= 3) && !/[,;\t|](?! )/.test(sample);
}

function regularity(rows: string[][]): { columns: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [columns, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { columns, share: rows.length === 0 ? 0 : count / rows.length };
}

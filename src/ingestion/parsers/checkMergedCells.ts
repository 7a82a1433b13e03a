import { AppError } from '../../errors';
import type { Archive } from './archive/openArchive';

/** Cells under merged ones in a workbook: exceljs makes each, and a sheet merged whole would have 17 billion. */
const mostMergedCells = 1_000_000;

const worksheet = /^xl\/worksheets\/[^/]+\.xml$/;
const range = /\bref\s*=\s*["']\s*([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})/gi;

/** @throws AppError `file_too_complex` for a workbook whose merged cells reach over more cells than people merge. */
export async function checkMergedCells(archive: Archive): Promise<void> {
  let cells = 0;
  for (const name of archive.names.filter((part) => worksheet.test(part))) {
    const sheet = (await archive.read(name))!;
    // Merged ranges stand behind the rows, which may be many megabytes.
    const ranges = sheet.toString('latin1', Math.max(0, sheet.indexOf('mergeCells')));
    for (const [, left, top, right, bottom] of ranges.matchAll(range)) {
      const columns = Math.abs(columnNumber(right!) - columnNumber(left!)) + 1;
      cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
    }
    if (cells > mostMergedCells) throw new AppError('file_too_complex');
  }
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

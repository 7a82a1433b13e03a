import { createReadStream } from 'node:fs';
import type ExcelJS from 'exceljs';
import { formatNumber } from '../../ingestion/parsers/numberFormat';
import { refused } from '../importProblem';
import type { Cell } from '../values/cell';
import type { FileRow, FileTable, OpenFile } from './fileTable';

/** What the streaming reader gives of a sheet beyond its types. */
type SheetReader = AsyncIterable<ExcelJS.Row> & { name?: string; state?: string };

/** Opens a workbook that has been checked; sheets come one after the other, hidden ones do not. */
export async function openXlsx(path: string, size: number): Promise<OpenFile> {
  const { default: exceljs } = await import('exceljs');
  const source = createReadStream(path);
  const workbook = new exceljs.stream.xlsx.WorkbookReader(source, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });

  async function* tables(): AsyncGenerator<FileTable> {
    for await (const sheet of workbook as unknown as AsyncIterable<SheetReader>) {
      if (sheet.state === 'hidden' || sheet.state === 'veryHidden') continue;
      yield { name: sheet.name ?? null, rows: rowsOf(sheet) };
    }
  }
  return {
    tables: tables(),
    share: () => Math.min(1, source.bytesRead / size),
    close: () => void source.destroy(),
  };
}

async function* rowsOf(sheet: SheetReader): AsyncGenerator<FileRow> {
  try {
    for await (const row of sheet) {
      const cells: Cell[] = [];
      row.eachCell((cell, column) => {
        while (cells.length < column - 1) cells.push('');
        cells.push(toCell(cell.value, cell.numFmt ?? ''));
      });
      if (cells.some((cell) => typeof cell !== 'string' || cell.trim() !== ''))
        yield { row: row.number, cells };
    }
  } catch (error) {
    // Its parser knows no error codes: what it cannot read of a checked archive is damaged XML.
    if (error instanceof Error && !('code' in error)) throw refused('file_unreadable');
    throw error;
  }
}

/** Of a formula the result that was kept with it. */
function toCell(value: ExcelJS.CellValue, format: string): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return { number: value, text: formatNumber(value, format) };
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return toCell(value.text, format);
  return toCell(value.result ?? '', format);
}

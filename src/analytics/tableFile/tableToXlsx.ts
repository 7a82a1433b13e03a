import type { Worksheet } from 'exceljs';
import type { CellValue, ColumnKind, ResultTable, TableColumn } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import { aboutTable, headOf } from './aboutTable';

const formats: Partial<Record<ColumnKind, string>> = {
  won: '#,##0',
  count: '#,##0',
  ratio: '0.0%',
  day: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  time: 'yyyy-mm-dd hh:mm',
};

const sheetNames = { ko: ['결과', '설명'], en: ['Result', 'About'] } as const;

/** Characters of a column at least and at most. */
const widths = { least: 8, most: 60 };

/**
 * A table as a workbook: the rows on one sheet, what they mean on the other. Numbers are numbers, days and times are dates
 * on the Korean clock, and every text is a text cell, which no spreadsheet runs as a formula.
 */
export async function tableToXlsx(table: ResultTable, language: Language): Promise<Buffer> {
  // Loaded with the first workbook: it costs memory that a server without exports need not have.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const [resultName, aboutName] = sheetNames[language];
  writeRows(workbook.addWorksheet(resultName, { views: [{ state: 'frozen', ySplit: 1 }] }), table);
  writeAbout(workbook.addWorksheet(aboutName), table, language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeRows(sheet: Worksheet, table: ResultTable): void {
  sheet.columns = table.columns.map((column) => ({
    header: headOf(column),
    width: widthOf(column, table),
    style: formats[column.kind] ? { numFmt: formats[column.kind] } : {},
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of table.rows) {
    sheet.addRow(table.columns.map(({ key, kind }) => cellOf(row[key] ?? null, kind)));
  }
}

function writeAbout(sheet: Worksheet, table: ResultTable, language: Language): void {
  sheet.columns = [{ width: 20 }, { width: widths.most * 1.5 }];
  sheet.addRows(aboutTable(table, language));
  for (const column of table.columns) {
    if (column.definition) sheet.addRow([column.label, column.definition]);
  }
  sheet.getColumn(1).font = { bold: true };
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}

/** A workbook knows no time zone: what stands for a moment is its Korean clock, written as if that were UTC. */
function cellOf(value: CellValue, kind: ColumnKind): CellValue | Date {
  if (typeof value !== 'string') return value;
  if (kind === 'day') return dateOr(value, `${value}T00:00:00Z`);
  if (kind === 'month') return dateOr(value, `${value}-01T00:00:00Z`);
  if (kind === 'time') return dateOr(value, value.replace(/(?:\+09:00|Z)$/, 'Z'));
  return value;
}

function dateOr(value: string, instant: string): string | Date {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? value : date;
}

/** Wide characters take two places. */
function widthOf({ key, label, kind }: TableColumn, { rows }: ResultTable): number {
  const placesOf = (text: string) => text.length + text.replace(/[\0-ÿ]/g, '').length;
  const texts = kind === 'text' ? rows.slice(0, 100).map((row) => String(row[key] ?? '')) : [];
  const longest = Math.max(placesOf(label) + 6, ...texts.map(placesOf));
  return Math.min(Math.max(longest, widths.least), widths.most);
}

import type ExcelJS from 'exceljs';
import { AppError } from '../../errors';
import type { Block, ParsedContent } from '../parsedDocument';
import { readTable } from './table';
import { mostCells, type Cell } from './tableCell';
import { cellText } from './xlsxCellText';

/** Parts of a sheet that hold no cell; reading them costs memory and fails on files of other programs. */
const ignoredParts = [
  'autoFilter',
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'legacyDrawing',
  'pageMargins',
  'pageSetup',
  'picture',
  'printOptions',
  'rowBreaks',
  'sheetPr',
  'tableParts',
];

/**
 * XLSX: each visible sheet is a page with the sheet's name as its heading. Empty rows part the tables of a sheet; one
 * without column names of its own continues the one above it.
 */
export async function parseXlsx(content: Buffer): Promise<ParsedContent> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // A name for whole columns would be made into their million cells; names are not read.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => undefined });
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer, { ignoreNodes: ignoredParts });
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const blocks = sheets.flatMap((sheet, index) => readSheet(sheet, index + 1));
  if (!blocks.some((block) => block.kind !== 'heading')) throw new AppError('file_empty');
  return { pages: sheets.length, pagesWithoutText: [], blocks };
}

function readSheet(sheet: ExcelJS.Worksheet, page: number): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: sheet.name, page }];
  let names: string[] | null = null;
  for (const rows of divideAtEmptyRows(sheet)) {
    const table = readTable(rows, { page, inheritedNames: names });
    for (const block of table.blocks) blocks.push(block);
    names = table.names;
  }
  return blocks;
}

function divideAtEmptyRows(sheet: ExcelJS.Worksheet): Cell[][][] {
  const tables: Cell[][][] = [];
  let lastRow = -1;
  let count = 0;
  sheet.eachRow((row, number) => {
    count += row.cellCount;
    if (count > mostCells) throw new AppError('file_too_complex');
    const cells = readRow(row);
    if (!cells.some((cell) => cell.text.trim() !== '')) return;
    if (number !== lastRow + 1) tables.push([]);
    tables.at(-1)!.push(cells);
    lastRow = number;
  });
  return tables;
}

function readRow(row: ExcelJS.Row): Cell[] {
  const cells: Cell[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column - 1) cells.push({ text: '' });
    cells.push({ text: cellText(cell), bold: cell.font?.bold === true, ...reach(cell) });
  });
  return cells;
}

/** A merged cell's value is in each cell it covers. */
function reach(cell: ExcelJS.Cell): Pick<Cell, 'coveredFrom'> {
  if (!cell.isMerged || cell.master.address === cell.address) return {};
  return { coveredFrom: Number(cell.master.col) < Number(cell.col) ? 'left' : 'above' };
}

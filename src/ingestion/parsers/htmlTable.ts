import type { Block } from '../parsedDocument';
import { elementsOf, isBold, textOf, type HtmlElement } from './htmlTree';
import { readTable } from './table';
import type { Cell } from './tableCell';

/** A table of mammoth's HTML as rows with column names; `<th>` rows are what the author marked as header. */
export function readHtmlTable(table: HtmlElement): Block[] {
  const rows = rowsOf(table);
  const markedRows = rows.findIndex((row) => !elementsOf(row).every((cell) => cell.name === 'th'));
  const headerRows = markedRows > 0 ? markedRows : undefined;
  return readTable(spreadMergedCells(rows), { page: null, headerRows }).blocks;
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'tr' ? [child] : rowsOf(child)));
}

/** The rows as a grid in which every cell stands in its own column, also below and beside merged ones. */
function spreadMergedCells(rows: HtmlElement[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const cell of elementsOf(row)) {
      while (grid[rowIndex]![column]) column += 1;
      place(grid, rowIndex, column, cell);
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: '' }));
}

function place(grid: Cell[][], rowIndex: number, column: number, cell: HtmlElement): void {
  const own: Cell = { text: textOf(cell), bold: isBold(cell) };
  const height = Math.min(span(cell, 'rowspan'), grid.length - rowIndex);
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < span(cell, 'colspan'); right += 1) {
      const coveredFrom = right > 0 ? 'left' : down > 0 ? 'above' : undefined;
      grid[rowIndex + down]![column + right] = coveredFrom ? { ...own, coveredFrom } : own;
    }
  }
}

/** More columns than this are a damaged file, not a table. */
const widestSpan = 1000;

function span(cell: HtmlElement, attribute: string): number {
  const value = Number(cell.attributes[attribute] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, widestSpan) : 1;
}

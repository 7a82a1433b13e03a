import type { Block } from '../../parsedDocument';
import { groupBy } from '../groupBy';
import { readTable } from '../table';
import { AppError } from '../../../errors';
import { mostCells, type Cell } from '../tableCell';
import { elementsOf, findElement, isBold, textOf, type HtmlElement } from './htmlTree';

/**
 * A table as rows with column names; `<th>` rows are what the author marked as header. `pageOfRow` tells on which page
 * (from 1) a row stands, by its index.
 */
export function readHtmlTable(
  table: HtmlElement,
  pageOfRow: (row: number) => number | null = () => null,
): Block[] {
  const rows = rowsOf(table);
  const markedRows = rows.findIndex((row) => !elementsOf(row).every((cell) => cell.name === 'th'));
  const grid = spreadMergedCells(rows);
  const blocks: Block[] = [];
  let headerRows = markedRows > 0 ? markedRows : undefined;
  let inheritedNames: string[] | null = null;
  for (const [page, indexes] of groupBy([...grid.keys()], pageOfRow)) {
    const part = readTable(
      indexes.map((index) => grid[index]!),
      { page, headerRows, inheritedNames },
    );
    for (const block of part.blocks) blocks.push(block);
    // On the pages where a table goes on, its rows have the names of the first.
    headerRows = 0;
    inheritedNames = part.names;
  }
  return blocks;
}

/** Whether a table only places things on the page: it holds another table, or headings, or one cell a row. */
export function isLayoutTable(table: HtmlElement): boolean {
  const cells = rowsOf(table).map(elementsOf);
  const holdsParts = cells.flat().some((cell) => findElement(cell, isPlacedPart));
  return holdsParts || cells.every((row) => row.length < 2);
}

function isPlacedPart({ name }: HtmlElement): boolean {
  return /^(?:table|h[1-6])$/.test(name);
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'tr' ? [child] : rowsOf(child)));
}

/** The rows as a grid in which every cell stands in its own column, also below and beside merged ones. */
function spreadMergedCells(rows: HtmlElement[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  let cells = 0;
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const cell of elementsOf(row)) {
      while (grid[rowIndex]![column]) column += 1;
      cells += place(grid, rowIndex, column, cell);
      if (cells > mostCells) throw new AppError('file_too_complex');
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: '' }));
}

/** @returns how many cells of the grid it takes. */
function place(grid: Cell[][], rowIndex: number, column: number, cell: HtmlElement): number {
  const own: Cell = { text: textOf(cell), bold: cell.name === 'th' || isBold(cell) };
  const height = Math.min(span(cell, 'rowspan'), grid.length - rowIndex);
  const width = span(cell, 'colspan');
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const coveredFrom = right > 0 ? 'left' : down > 0 ? 'above' : undefined;
      grid[rowIndex + down]![column + right] = coveredFrom ? { ...own, coveredFrom } : own;
    }
  }
  return width * height;
}

/** More columns than this are a damaged file, not a table. */
const widestSpan = 1000;

function span(cell: HtmlElement, attribute: string): number {
  const value = Number(cell.attributes[attribute] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, widestSpan) : 1;
}

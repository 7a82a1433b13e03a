import type { Block } from '../parsedDocument';
import { cleanLine } from './cleanText';
import { ownCells, type Cell } from './tableCell';
import { countHeaderRows } from './tableHeader';

interface TableOptions {
  page: number | null;
  /** How many rows the format itself marks as the header; unknown: they are recognised by what they hold. */
  headerRows?: number;
  /** Whether the format's custom puts column names in the first row (CSV). */
  hasUsualHeader?: boolean;
  /** Column names of the table this one continues, for when it has none of its own. */
  inheritedNames?: string[] | null;
}

/**
 * A table as blocks: titles above it as paragraphs, each row as `column: value | column: value`, so that a row is
 * understood alone. A table of two columns without names is a list of facts, `first: second`.
 * `names` are the columns' names, null where there are none.
 */
export function readTable(
  rows: Cell[][],
  options: TableOptions,
): { blocks: Block[]; names: string[] | null } {
  const filled = rows.map(cleanRow).filter((row) => row.some((cell) => cell.text !== ''));
  const columns = usedColumns(filled);
  const { page } = options;
  const firstRow = filled.findIndex((row) => ownCells(row).length > 1);
  if (columns.length < 2 || firstRow === -1) {
    return { blocks: filled.flatMap((row) => rowTitle(row, page)), names: null };
  }
  const titles = filled.slice(0, firstRow);
  const body = filled.slice(titles.length);
  const headerRows = Math.min(options.headerRows ?? countHeaderRows(body, columns, options), body.length - 1);
  const names = headerRows > 0 ? columnNames(body.slice(0, headerRows)) : (options.inheritedNames ?? null);
  return {
    blocks: [
      ...titles.flatMap((row) => rowTitle(row, page)),
      ...body
        .slice(headerRows)
        .map((row): Block => ({ kind: 'tableRow', text: rowText(row, names, columns), page })),
    ],
    names,
  };
}

function cleanRow(row: Cell[]): Cell[] {
  return row.map((cell) => ({ ...cell, text: cleanLine(cell.text) }));
}

function usedColumns(rows: Cell[][]): number[] {
  const used = new Set<number>();
  for (const row of rows) for (const [index, cell] of row.entries()) if (isSaid(cell)) used.add(index);
  return [...used].sort((a, b) => a - b);
}

/** Whether a cell adds to its row: what a merged cell says is said once in a row, but again in each row it covers. */
function isSaid(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text !== '' && cell.coveredFrom !== 'left';
}

function rowTitle(row: Cell[], page: number | null): Block[] {
  const text = row
    .filter(isSaid)
    .map((cell) => cell.text)
    .join(' ');
  return text === '' ? [] : [{ kind: 'paragraph', text, page }];
}

/** One name a column: the header's cells from top to bottom, a group's name (`2024년`) before its members' (`1분기`). */
export function columnNames(headerRows: Cell[][]): string[] {
  const width = Math.max(...headerRows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = headerRows.map((row) => row[column]?.text ?? '');
    return parts.filter((part, index) => part !== '' && part !== parts[index - 1]).join(' ');
  });
}

function rowText(row: Cell[], names: string[] | null, columns: number[]): string {
  const isFact = names === null && columns.length === 2;
  const values = columns.flatMap((column) => {
    const cell = row[column];
    const name = names?.[column];
    return isSaid(cell) ? [name ? `${name}: ${cell.text}` : cell.text] : [];
  });
  return values.join(isFact ? ': ' : ' | ');
}

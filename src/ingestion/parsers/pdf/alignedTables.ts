import type { Cell } from '../tableCell';
import { groupBy } from '../groupBy';
import type { JoinLines } from './joinWords';
import { cellsOf, lineText, type Line } from './lines';
import type { TextPiece } from './page';

/** Consecutive lines of a column of text: a table whose cells only stand below each other, or plain lines. */
export type Run = { kind: 'lines'; lines: Line[] } | { kind: 'table'; lines: Line[]; rows: Cell[][] };

type Row = { line: Line; cells: TextPiece[][] };
type Span = { x0: number; x1: number };

/** Lines with several cells that make a table; a single one is a line with a wide gap. */
const fewestRows = 2;

/** Parts tables without drawn lines from the text around them: lines whose cells share the same columns. */
export function findAlignedTables(lines: Line[], join: JoinLines): Run[] {
  const runs: Run[] = [];
  let rows: Row[] = [];
  const endTable = () => {
    const table = readTable(rows, join);
    if (table) runs.push({ kind: 'table', lines: rows.map((row) => row.line), rows: table });
    else for (const row of rows) addLine(runs, row.line);
    rows = [];
  };
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells.length > 1 || continuesRow(rows, line)) rows.push({ line, cells });
    else {
      endTable();
      addLine(runs, line);
    }
  }
  endTable();
  return runs;
}

function addLine(runs: Run[], line: Line): void {
  const last = runs.at(-1);
  if (last?.kind === 'lines') last.lines.push(line);
  else runs.push({ kind: 'lines', lines: [line] });
}

/** The second line of a cell that is not the first in its row. */
function continuesRow(rows: Row[], line: Line): boolean {
  const last = rows.at(-1);
  const secondCell = rows.findLast((row) => row.cells.length > 1)?.cells[1]?.[0];
  return (
    last !== undefined &&
    secondCell !== undefined &&
    line.x0 > secondCell.x0 - line.size &&
    isNext(last.line, line)
  );
}

function isNext(above: Line, below: Line): boolean {
  return below.y - above.y < 2 * below.size;
}

/** The rows as cells, or null when the lines have no columns in common. */
function readTable(rows: Row[], join: JoinLines): Cell[][] | null {
  const columns = columnsOf(rows.filter((row) => row.cells.length > 1));
  if (!columns) return null;
  // A table's cells, each as the parts of lines in it.
  const table: TextPiece[][][][] = [];
  for (const row of rows) {
    const parts = columns.map((_, index) => cellsIn(index, columns, row.cells));
    const isContinuation = row.cells.length < columns.length && parts[0]!.length === 0 && table.length > 0;
    if (!isContinuation) table.push(columns.map(() => []));
    for (const [index, part] of parts.entries()) table.at(-1)![index]!.push(...part);
  }
  return table.map((cells) =>
    cells.map((parts) => ({
      text: join(parts.map(lineText)),
      bold: parts.flat().every((piece) => piece.bold),
    })),
  );
}

/** The columns of the rows that have the usual number of cells, or null when these stand in each other's way. */
function columnsOf(rows: Row[]): Span[] | null {
  const byCount = groupBy(rows, (row) => row.cells.length);
  const [count, usual] = [...byCount].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? [0, []];
  if (usual.length < fewestRows) return null;
  const columns = Array.from({ length: count }, (_, index) => {
    const spans = usual.map((row) => spanOf(row.cells[index]!));
    return { x0: Math.min(...spans.map((span) => span.x0)), x1: Math.max(...spans.map((span) => span.x1)) };
  });
  return columns.every((column, index) => index === 0 || column.x0 > columns[index - 1]!.x1) ? columns : null;
}

function cellsIn(index: number, columns: Span[], cells: TextPiece[][]): TextPiece[][] {
  return cells.filter((cell, place) => {
    return (cells.length === columns.length ? place : nearestColumn(spanOf(cell), columns)) === index;
  });
}

function nearestColumn(span: Span, columns: Span[]): number {
  const distances = columns.map((column) => Math.max(0, column.x0 - span.x1, span.x0 - column.x1));
  return distances.indexOf(Math.min(...distances));
}

function spanOf(cell: TextPiece[]): Span {
  return { x0: cell[0]!.x0, x1: cell.at(-1)!.x1 };
}

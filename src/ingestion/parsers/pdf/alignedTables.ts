import type { Cell } from '../table';
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
  return last !== undefined && secondCell !== undefined && line.x0 > secondCell.x0 - line.size && isNext(last.line, line);
}

function isNext(above: Line, below: Line): boolean {
  return below.y - above.y < 2 * below.size;
}

/** The rows as cells, or null when the lines have no columns in common. */
function readTable(rows: Row[], join: JoinLines): Cell[][] | null {
  const severalCells = rows.filter((row) => row.cells.length > 1);
  if (severalCells.length < fewestRows) return null;
  const columns = columnsOf(severalCells.flatMap((row) => row.cells.map(spanOf)));
  if (columns.length < 2) return null;
  const table: string[][][] = [];
  for (const row of rows) {
    const texts = columns.map((column) => textIn(column, row.cells));
    const isContinuation = row.cells.length < columns.length && texts[0] === '' && table.length > 0;
    if (!isContinuation) table.push(columns.map(() => []));
    for (const [index, text] of texts.entries()) if (text !== '') table.at(-1)![index]!.push(text);
  }
  return table.map((cells) => cells.map((parts) => ({ text: join(parts) })));
}

/** What lies one above the other belongs to one column. */
function columnsOf(spans: Span[]): Span[] {
  const columns: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && span.x0 < last.x1) last.x1 = Math.max(last.x1, span.x1);
    else columns.push({ ...span });
  }
  return columns;
}

function textIn({ x0, x1 }: Span, cells: TextPiece[][]): string {
  const inside = cells.filter((cell) => spanOf(cell).x0 < x1 && spanOf(cell).x1 > x0);
  return inside.map(lineText).join(' ');
}

function spanOf(cell: TextPiece[]): Span {
  return { x0: cell[0]!.x0, x1: cell.at(-1)!.x1 };
}

import type { Cell } from '../tableCell';
import { findAlignedTables } from './alignedTables';
import { groupBy } from '../groupBy';
import type { JoinLines } from './joinWords';
import { buildLines, lineText, type Line } from './lines';
import type { TextPiece } from './page';
import { divideIntoParagraphs } from './paragraphs';
import { isInGrid, readGrid, type Grid } from './ruledTables';

/** What follows each other on a page, before it is text: paragraphs (as lines) and tables. */
export type FlowItem =
  | {
      kind: 'paragraph';
      page: number;
      lines: Line[];
      right: number;
      startsColumn: boolean;
      endsColumn: boolean;
    }
  | { kind: 'table'; page: number; rows: Cell[][] };

/** A page whose lines are built: columns of text in reading order, and the drawn tables with what is in them. */
export interface PageLayout {
  number: number;
  columns: Line[][];
  tables: PlacedTable[];
}

/** A drawn table, with the column of text whose lines it stands between. */
interface PlacedTable {
  grid: Grid;
  pieces: TextPiece[];
  column: number;
}

/** Builds the lines of a page around its drawn tables. */
export function layOut(page: { number: number; pieces: TextPiece[]; grids: Grid[] }): PageLayout {
  const gridOf = (piece: TextPiece) => page.grids.find((grid) => isInGrid(grid, piece));
  const byGrid = groupBy(page.pieces, gridOf);
  const columns = buildLines(byGrid.get(undefined) ?? []);
  const tables = page.grids.flatMap((grid) => {
    const pieces = byGrid.get(grid);
    return pieces ? [{ grid, pieces, column: columnBefore(page.pieces, pieces[0]!, columns) }] : [];
  });
  return { number: page.number, columns: columns.length > 0 ? columns : [[]], tables };
}

/** The column that the file was drawing when it came to the table. */
function columnBefore(drawn: TextPiece[], first: TextPiece, columns: Line[][]): number {
  const before = new Set(drawn.slice(0, drawn.indexOf(first)));
  return Math.max(
    0,
    columns.findLastIndex((lines) => lines.some((line) => line.pieces.some((piece) => before.has(piece)))),
  );
}

/** The page's paragraphs and tables in reading order. */
export function readFlow(layout: PageLayout, usualDistance: number, join: JoinLines): FlowItem[] {
  return layout.columns.flatMap((lines, index) => {
    const tables = layout.tables
      .filter((table) => table.column === index)
      .sort((a, b) => topOf(a) - topOf(b));
    return markEnds(readColumn(layout.number, lines, tables, usualDistance, join));
  });
}

function readColumn(
  page: number,
  lines: Line[],
  tables: PlacedTable[],
  usualDistance: number,
  join: JoinLines,
): FlowItem[] {
  const right = Math.max(...lines.map((line) => line.x1));
  const items: FlowItem[] = [];
  const readLines = (part: Line[]) => {
    for (const run of findAlignedTables(part, join)) {
      if (run.kind === 'table') items.push({ kind: 'table', page, rows: run.rows });
      else {
        for (const paragraph of divideIntoParagraphs(run.lines, right, usualDistance)) {
          items.push({
            kind: 'paragraph',
            page,
            lines: paragraph,
            right,
            startsColumn: false,
            endsColumn: false,
          });
        }
      }
    }
  };
  let rest = lines;
  for (const table of tables) {
    const above = rest.filter((line) => line.y < topOf(table));
    readLines(above);
    items.push({
      kind: 'table',
      page,
      rows: readGrid(table.grid, table.pieces, (pieces) => cellText(pieces, join)),
    });
    rest = rest.slice(above.length);
  }
  readLines(rest);
  return items;
}

function cellText(pieces: TextPiece[], join: JoinLines): string {
  return join(buildLines(pieces).flatMap((lines) => lines.map((line) => lineText(line.pieces))));
}

function topOf(table: PlacedTable): number {
  return table.grid.ys[0]!;
}

function markEnds(items: FlowItem[]): FlowItem[] {
  const [first, last] = [items[0], items.at(-1)];
  if (first?.kind === 'paragraph') first.startsColumn = true;
  if (last?.kind === 'paragraph') last.endsColumn = true;
  return items;
}

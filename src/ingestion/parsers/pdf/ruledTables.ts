import type { Cell } from '../tableCell';
import { disjointSets } from './disjointSets';
import type { Rule, TextPiece } from './page';

/** The cells of a table drawn with lines: `xs` and `ys` are the borders of its columns and rows, in order. */
export interface Grid {
  xs: number[];
  ys: number[];
  horizontals: Rule[];
  verticals: Rule[];
}

/** Points by which lines that meet may miss each other, and within which two lines are one border. */
const tolerance = 2.5;

/** The tables of a page that are drawn with lines: at least two columns and two rows of connected lines. */
export function findGrids(rules: Rule[]): Grid[] {
  const horizontals = rules.filter((rule) => rule.y0 === rule.y1);
  const verticals = rules.filter((rule) => rule.x0 === rule.x1);
  return connected(horizontals, verticals)
    .map((group) => ({
      xs: borders(group.verticals.map((rule) => rule.x0)),
      ys: borders(group.horizontals.map((rule) => rule.y0)),
      ...group,
    }))
    .filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 3);
}

/** Whether a piece of text lies within the grid. */
export function isInGrid({ xs, ys }: Grid, piece: TextPiece): boolean {
  const { x, y } = middleOf(piece);
  return x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!;
}

/** The grid's cells with the text in them, put together by `join`; cells without a line between them are one. */
export function readGrid(grid: Grid, pieces: TextPiece[], join: (pieces: TextPiece[]) => string): Cell[][] {
  const columns = grid.xs.length - 1;
  const roots = mergedCells(grid);
  const contents = roots.map((): TextPiece[] => []);
  for (const piece of pieces) {
    const { x, y } = middleOf(piece);
    const cell = indexBetween(grid.ys, y) * columns + indexBetween(grid.xs, x);
    contents[roots[cell]!]!.push(piece);
  }
  const cells = roots.map((root, index): Cell => {
    const own: Cell = { text: join(contents[root]!), bold: contents[root]!.every((piece) => piece.bold) };
    if (root === index) return own;
    return { ...own, coveredFrom: root % columns < index % columns ? 'left' : 'above' };
  });
  return grid.ys.slice(1).map((_, row) => cells.slice(row * columns, (row + 1) * columns));
}

function connected(horizontals: Rule[], verticals: Rule[]): { horizontals: Rule[]; verticals: Rule[] }[] {
  const groups = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>();
  const sets = disjointSets(horizontals.length + verticals.length);
  for (const [h, horizontal] of horizontals.entries()) {
    for (const [v, vertical] of verticals.entries()) {
      if (meet(horizontal, vertical)) sets.join(h, horizontals.length + v);
    }
  }
  const groupOf = (index: number) => {
    const root = sets.find(index);
    if (!groups.has(root)) groups.set(root, { horizontals: [], verticals: [] });
    return groups.get(root)!;
  };
  for (const [h, horizontal] of horizontals.entries()) groupOf(h).horizontals.push(horizontal);
  for (const [v, vertical] of verticals.entries()) groupOf(horizontals.length + v).verticals.push(vertical);
  return [...groups.values()];
}

function meet(horizontal: Rule, vertical: Rule): boolean {
  return (
    within(vertical.x0, horizontal.x0 - tolerance, horizontal.x1 + tolerance) &&
    within(horizontal.y0, vertical.y0 - tolerance, vertical.y1 + tolerance)
  );
}

/** Which cell (by index) each cell belongs to: the first one of those that no line parts. */
function mergedCells({ xs, ys, horizontals, verticals }: Grid): number[] {
  const columns = xs.length - 1;
  const sets = disjointSets(columns * (ys.length - 1));
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const index = row * columns + column;
      const x = (xs[column]! + xs[column + 1]!) / 2;
      const y = (ys[row]! + ys[row + 1]!) / 2;
      const isPartedRight = verticals.some(
        (rule) => near(rule.x0, xs[column + 1]!) && within(y, rule.y0, rule.y1),
      );
      const isPartedBelow = horizontals.some(
        (rule) => near(rule.y0, ys[row + 1]!) && within(x, rule.x0, rule.x1),
      );
      if (column + 1 < columns && !isPartedRight) sets.join(index, index + 1);
      if (row + 2 < ys.length && !isPartedBelow) sets.join(index, index + columns);
    }
  }
  return Array.from({ length: columns * (ys.length - 1) }, (_, index) => sets.find(index));
}

function borders(positions: number[]): number[] {
  const sorted = positions.toSorted((a, b) => a - b);
  return sorted.filter((position, index) => index === 0 || position - sorted[index - 1]! > tolerance);
}

/** The middle of a piece's letters, which stand above the baseline. */
function middleOf(piece: TextPiece): { x: number; y: number } {
  return { x: (piece.x0 + piece.x1) / 2, y: piece.y - piece.size * 0.35 };
}

function indexBetween(positions: number[], position: number): number {
  return Math.max(
    0,
    positions.findLastIndex((start, index) => start <= position && index < positions.length - 1),
  );
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

import { isListMark } from '../listItem';
import type { TextPiece } from './page';

/** The pieces on one baseline, from left to right. */
export interface Line {
  pieces: TextPiece[];
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
}

/** All distances in em, the line's font size. */
const distances = {
  /** Baselines closer than this are one line: superscripts stand up to a third of an em higher. */
  sameBaseline: 0.4,
  /** Going up by more than this starts another column or a part that is drawn apart. */
  upwards: 1,
  /** From here two pieces are words of their own, */
  wordGap: 0.15,
  /** and from here cells of a table: no text is set with such spaces. */
  cellGap: 1,
  /** Letters drawn twice, so near to each other, are a program's way to bold. */
  doubled: 0.2,
};

/**
 * The lines of some pieces in reading order: down the page, and from the start again wherever the file goes on further
 * up, as it does at the top of a new column. List marks go to the text beside them: some programs draw them last.
 */
export function buildLines(pieces: TextPiece[]): Line[][] {
  const drawn = withoutDoubles(pieces);
  const columns = divideIntoColumns(drawn.filter((piece) => !isListMark(piece.text.trim())));
  for (const mark of drawn.filter((piece) => isListMark(piece.text.trim())))
    columnOfMark(mark, columns).push(mark);
  return columns.filter((column) => column.length > 0).map(linesOfColumn);
}

function divideIntoColumns(pieces: TextPiece[]): TextPiece[][] {
  const columns: TextPiece[][] = [[]];
  let lowest: TextPiece | undefined;
  for (const piece of pieces) {
    if (lowest && lowest.y - piece.y > distances.upwards * piece.size) {
      columns.push([]);
      lowest = piece;
    }
    columns.at(-1)!.push(piece);
    if (!lowest || piece.y > lowest.y) lowest = piece;
  }
  return columns;
}

/** The column whose text stands nearest to the right of a mark; else one with text on its line; else the last. */
function columnOfMark(mark: TextPiece, columns: TextPiece[][]): TextPiece[] {
  let best: { column: TextPiece[]; distance: number } = { column: columns.at(-1)!, distance: Infinity };
  for (const column of columns) {
    for (const piece of column) {
      if (Math.abs(piece.y - mark.y) > distances.sameBaseline * Math.max(piece.size, mark.size)) continue;
      const distance = piece.x0 >= mark.x0 ? piece.x0 - mark.x0 : Number.MAX_VALUE;
      if (distance < best.distance) best = { column, distance };
    }
  }
  return best.column;
}

/** The cells of a line: its pieces, parted where the gap is wider than any between words. */
export function cellsOf(line: Line): TextPiece[][] {
  const cells: TextPiece[][] = [];
  for (const piece of line.pieces) {
    const last = cells.at(-1)?.at(-1);
    if (!last || piece.x0 - last.x1 > distances.cellGap * line.size) cells.push([piece]);
    else cells.at(-1)!.push(piece);
  }
  return withMarkerInItem(cells);
}

/** The text of pieces on one baseline. */
export function lineText(pieces: TextPiece[]): string {
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    const gap = index === 0 ? 0 : piece.x0 - pieces[index - 1]!.x1;
    text += gap > distances.wordGap * piece.size ? ` ${piece.text}` : piece.text;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** The texts of lines. */
export function textOfLines(lines: Line[]): string[] {
  return lines.map((line) => lineText(line.pieces));
}

function withoutDoubles(pieces: TextPiece[]): TextPiece[] {
  return pieces.filter((piece, index) => {
    const near = distances.doubled * piece.size;
    return !pieces
      .slice(Math.max(0, index - 3), index)
      .some(
        (other) => other.text === piece.text && Math.hypot(other.x0 - piece.x0, other.y - piece.y) < near,
      );
  });
}

function linesOfColumn(pieces: TextPiece[]): Line[] {
  const lines: TextPiece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const size = Math.max(piece.size, line?.[0]?.size ?? 0);
    if (line && piece.y - line[0]!.y <= distances.sameBaseline * size) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(toLine);
}

function toLine(unsorted: TextPiece[]): Line {
  const pieces = unsorted.toSorted((a, b) => a.x0 - b.x0);
  const longest = pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    pieces,
    x0: pieces[0]!.x0,
    x1: Math.max(...pieces.map((piece) => piece.x1)),
    y: longest.y,
    size: longest.size,
    bold: longest.bold && pieces.every((piece) => piece.bold || !/[\p{L}\p{N}]/u.test(piece.text)),
  };
}

/** A bullet or number far in front of its text is no cell of its own. */
function withMarkerInItem([first, second, ...others]: TextPiece[][]): TextPiece[][] {
  if (!first || !second) return first ? [first] : [];
  return isListMark(lineText(first)) ? [[...first, ...second], ...others] : [first, second, ...others];
}

import { groupBy } from './groupBy';
import { isInGrid, type Grid } from './ruledTables';
import type { Page, TextPiece } from './page';

/** Share of the page's height at its top and bottom where headers, footers and page numbers stand. */
const marginShare = 0.1;

/** Share of the pages on which a text must return: left and right pages may differ, chapters have none. */
const returningShare = 0.4;

/**
 * The pages without what returns on them for the eye alone: the same text at the same height of several pages, or one
 * whose number counts with the pages. A table that begins in the margin stays.
 */
export function withoutRunningText<P extends Page & { grids: Grid[] }>(pages: P[]): P[] {
  const groups = groupBy(
    pages.flatMap((page) => marginPieces(page).map((piece) => ({ page: page.number, piece }))),
    ({ piece }) => `${Math.round(piece.y)} ${piece.text.trim().replace(/\d+/g, '#')}`,
  );
  const running = new Set<TextPiece>();
  for (const group of groups.values()) {
    const onPages = new Set(group.map(({ page }) => page)).size;
    if (onPages < Math.max(2, pages.length * returningShare) || !isSameOrCounts(group)) continue;
    for (const { piece } of group) running.add(piece);
  }
  return pages.map((page) => ({ ...page, pieces: page.pieces.filter((piece) => !running.has(piece)) }));
}

function marginPieces({ pieces, grids, height }: Page & { grids: Grid[] }): TextPiece[] {
  const [top, bottom] = [height * marginShare, height * (1 - marginShare)];
  const reaching = grids.filter((grid) => grid.ys[0]! < bottom && grid.ys.at(-1)! > top);
  return pieces.filter(
    (piece) => (piece.y < top || piece.y > bottom) && !reaching.some((grid) => isInGrid(grid, piece)),
  );
}

/** Each number in the text is the same on all pages, or grows with the page: `3 / 12`, `2025-03 - 3 -`. */
function isSameOrCounts(group: { page: number; piece: TextPiece }[]): boolean {
  const numbers = group.map(({ page, piece }) => ({ page, values: (piece.text.match(/\d+/g) ?? []).map(Number) }));
  return numbers[0]!.values.every((_, index) => {
    const fixed = new Set(numbers.map(({ values }) => values[index]));
    const counted = new Set(numbers.map(({ page, values }) => values[index]! - page));
    return fixed.size === 1 || counted.size === 1;
  });
}

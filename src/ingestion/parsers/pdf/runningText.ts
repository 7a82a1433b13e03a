import { groupBy } from './groupBy';
import { buildLines, cellsOf, lineText } from './lines';
import type { Page, TextPiece } from './page';
import { isInGrid, type Grid } from './ruledTables';

/** Share of the page's height at its top and bottom where headers, footers and page numbers stand. */
const marginShare = 0.1;

/** Share of the pages on which a text must return: left and right pages may differ, chapters have none. */
const returningShare = 0.4;

type PageWithGrids = Page & { grids: Grid[] };

/** What stands together in the margin of a page: a whole line, or its left, middle or right part. */
interface MarginText {
  page: number;
  text: string;
  y: number;
  pieces: TextPiece[];
}

/**
 * The pages without what returns on them for the eye alone: the same text at the same height of several pages, or one
 * whose number counts with the pages. A table that begins in the margin stays.
 */
export function withoutRunningText(pages: PageWithGrids[]): PageWithGrids[] {
  const groups = groupBy(
    pages.flatMap(marginTexts),
    ({ y, text }) => `${Math.round(y)} ${text.replace(/\d+/g, '#')}`,
  );
  const running = new Set<TextPiece>();
  for (const group of groups.values()) {
    const onPages = new Set(group.map(({ page }) => page)).size;
    if (onPages < Math.max(2, pages.length * returningShare) || !isSameOrCounts(group)) continue;
    for (const { pieces } of group) for (const piece of pieces) running.add(piece);
  }
  return pages.map((page) => ({ ...page, pieces: page.pieces.filter((piece) => !running.has(piece)) }));
}

function marginTexts({ number, height, grids, pieces }: PageWithGrids): MarginText[] {
  const [top, bottom] = [height * marginShare, height * (1 - marginShare)];
  const reaching = grids.filter((grid) => grid.ys[0]! < bottom && grid.ys.at(-1)! > top);
  const inMargin = pieces.filter(
    (piece) => (piece.y < top || piece.y > bottom) && !reaching.some((grid) => isInGrid(grid, piece)),
  );
  return buildLines(inMargin)
    .flat()
    .flatMap((line) =>
      cellsOf(line).map((cell) => ({ page: number, text: lineText(cell), y: line.y, pieces: cell })),
    );
}

/** Each number in the text is the same on all pages, or grows with the page: `3 / 12`, `2025-03 - 3 -`. */
function isSameOrCounts(group: MarginText[]): boolean {
  const numbers = group.map(({ page, text }) => ({ page, values: (text.match(/\d+/g) ?? []).map(Number) }));
  return numbers[0]!.values.every((_, index) => {
    const fixed = new Set(numbers.map(({ values }) => values[index]));
    const counted = new Set(numbers.map(({ page, values }) => values[index]! - page));
    return fixed.size === 1 || counted.size === 1;
  });
}

import { groupBy } from '../groupBy';
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

/** A number in running text: the same on all pages, or counting with them, so many before the page's own number. */
type RunningNumber = { same: number } | { offset: number };

/**
 * Finds on some pages what returns on them for the eye alone: the same text at the same height, or one whose number
 * counts with the pages (`3 / 12`, `2025-03 - 3 -`). The answer leaves that out of any page of the document; a table
 * that begins in the margin stays.
 */
export function findRunningText(pages: PageWithGrids[]): (page: PageWithGrids) => PageWithGrids {
  const running = new Map<string, RunningNumber[]>();
  for (const [place, group] of groupBy(pages.flatMap(marginTexts), placeOf)) {
    const onPages = new Set(group.map(({ page }) => page)).size;
    const numbers = runningNumbers(group);
    if (onPages >= Math.max(2, pages.length * returningShare) && numbers) running.set(place, numbers);
  }
  return (page) => {
    const left = new Set(
      marginTexts(page)
        .filter(isRunning)
        .flatMap(({ pieces }) => pieces),
    );
    return { ...page, pieces: page.pieces.filter((piece) => !left.has(piece)) };
  };

  function isRunning(text: MarginText): boolean {
    const numbers = running.get(placeOf(text));
    const isExpected = (value: number, expected: RunningNumber) =>
      'same' in expected ? value === expected.same : value - text.page === expected.offset;
    return numbers?.every((expected, index) => isExpected(numbersOf(text)[index]!, expected)) ?? false;
  }
}

function placeOf({ y, text }: MarginText): string {
  return `${Math.round(y)} ${text.replace(/\d+/g, '#')}`;
}

function numbersOf({ text }: MarginText): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
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

/** What the numbers in texts of one place do; null when they tell something else on each page. */
function runningNumbers(group: MarginText[]): RunningNumber[] | null {
  const numbers = numbersOf(group[0]!).map((first, index): RunningNumber | null => {
    const offset = first - group[0]!.page;
    if (group.every((text) => numbersOf(text)[index] === first)) return { same: first };
    return group.every((text) => numbersOf(text)[index]! - text.page === offset) ? { offset } : null;
  });
  return numbers.every((number) => number !== null) ? numbers : null;
}

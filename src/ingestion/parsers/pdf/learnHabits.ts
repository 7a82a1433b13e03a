import { layOut, type PageLayout } from './flow';
import { findHeadingLevels, type HeadingLevels } from './headingLevels';
import { WordJoiner } from './joinWords';
import { textOfLines, type Line } from './lines';
import type { Page } from './page';
import type { PdfPages } from './readPages';
import { findGrids } from './ruledTables';
import { findRunningText } from './runningText';

/** What a document does on all of its pages, learnt from some of them. */
export interface Habits {
  /** Reads a page as the document's others are, without headers, footers and page numbers. */
  layOut(page: Page): PageLayout;
  /** The pages learnt from, already read, by their number. */
  layouts: Map<number, PageLayout>;
  levels: HeadingLevels;
  words: WordJoiner;
  /** The usual distance of lines in a paragraph, in em. */
  lineDistance: number;
}

/** Pages that are kept at once: all of most documents, an even sample of longer ones. */
const sampledPages = 100;

/** The distance of lines, in em, when no two lines of a document tell it. */
const defaultDistance = 1.5;

/** Lines further apart than this, in em, are not of one paragraph. */
const longestDistance = 3;

export async function learnHabits(pages: PdfPages): Promise<Habits> {
  const sample = [];
  for (const number of sampleOf(pages.count)) sample.push(withGrids(await pages.read(number)));
  const withoutRunningText = findRunningText(sample);
  const layouts = new Map(sample.map((page) => [page.number, layOut(withoutRunningText(page))]));
  const lines = [...layouts.values()].flatMap((layout) => layout.columns.flat());
  const words = new WordJoiner();
  words.learn(textOfLines(lines));
  return {
    layOut: (page) => layOut(withoutRunningText(withGrids(page))),
    layouts,
    levels: findHeadingLevels(lines),
    words,
    lineDistance: usualDistance([...layouts.values()]),
  };
}

function sampleOf(count: number): number[] {
  const size = Math.min(count, sampledPages);
  return Array.from({ length: size }, (_, index) => 1 + Math.floor((index * count) / size));
}

function withGrids(page: Page) {
  return { ...page, grids: findGrids(page.rules) };
}

/** The median distance of neighbouring lines, in em. */
function usualDistance(layouts: PageLayout[]): number {
  const distances = layouts
    .flatMap((layout) => layout.columns.flatMap(distancesIn))
    .filter((distance) => distance < longestDistance)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? defaultDistance;
}

function distancesIn(lines: Line[]): number[] {
  return lines.slice(1).map((line, index) => (line.y - lines[index]!.y) / line.size);
}

import { AppError } from '../../../errors';
import type { ParsedContent } from '../../parsedDocument';
import { flowBlocks } from './flowBlocks';
import { layOut, readFlow, type PageLayout } from './flow';
import { findHeadingLevels } from './headingLevels';
import { joinLinesKnowing } from './joinWords';
import { lineText, type Line } from './lines';
import { readPages } from './readPages';
import { findGrids } from './ruledTables';
import { withoutRunningText } from './runningText';

/** The distance of lines, in em, when no two lines of a document tell it. */
const defaultDistance = 1.5;

/** Lines further apart than this, in em, are not of one paragraph. */
const longestDistance = 3;

/**
 * PDF: pdf.js gives pieces of text with their places, from which lines, tables, paragraphs and headings are rebuilt.
 * Headers, footers and page numbers are left out.
 * @throws AppError `file_encrypted`, or `file_without_text` when no page has text (a scan).
 */
export async function parsePdf(content: Buffer): Promise<ParsedContent> {
  const read = await readPages(content);
  const pages = withoutRunningText(read.map((page) => ({ ...page, grids: findGrids(page.rules) })));
  const pagesWithoutText = pages.filter((page) => page.pieces.length === 0).map((page) => page.number);
  if (pagesWithoutText.length === pages.length) throw new AppError('file_without_text');

  const layouts = pages.map(layOut);
  const lines = layouts.flatMap((layout) => layout.columns.flat());
  const join = joinLinesKnowing(lines.map((line) => lineText(line.pieces)));
  const items = layouts.flatMap((layout) => readFlow(layout, usualDistance(layouts), join));
  return { pages: pages.length, pagesWithoutText, blocks: flowBlocks(items, join, findHeadingLevels(lines)) };
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

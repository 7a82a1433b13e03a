import type { PDFDocumentProxy } from 'pdfjs-dist';
import { findQuote, type ItemRange, type WantedQuote } from './findQuote';
import { pageText } from './pageText';

/** Where a quote stands in a file. */
export interface QuoteInPdf {
  /** The page it begins on, from 1; the one it was said to stand on where it is not found. */
  page: number;
  /** What is marked, by page. */
  marks: ReadonlyMap<number, ItemRange[]>;
}

/**
 * Finds a quote on the page it was read on, or near it: a passage's page is where it begins, and a quote may stand on the next one or
 * run over to it.
 */
export async function locateInPdf(
  pdf: PDFDocumentProxy,
  saidPage: number,
  wanted: WantedQuote,
): Promise<QuoteInPdf> {
  const said = Math.min(Math.max(1, saidPage), pdf.numPages);
  const inPieces = new Map<number, ItemRange[]>();
  for (const page of [said, said + 1, said + 2, said - 1]) {
    if (page < 1 || page > pdf.numPages) continue;
    const { items } = await pageText(await pdf.getPage(page));
    const { ranges, found } = findQuote(
      items.map(({ str }) => str),
      wanted,
    );
    if (found === 1) return { page, marks: new Map([[page, ranges]]) };
    if (ranges.length > 0) inPieces.set(page, ranges);
  }
  return { page: Math.min(...(inPieces.size > 0 ? inPieces.keys() : [said])), marks: inPieces };
}

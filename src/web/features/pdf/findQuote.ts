import { type FoldedText, foldText } from './foldText';

/** A stretch of one text item of a page, `end` exclusive. */
export interface ItemRange {
  item: number;
  start: number;
  end: number;
}

export interface FoundQuote {
  ranges: ItemRange[];
  /** Share of the quote that was found, 0 to 1. */
  found: number;
}

/** What is looked for: the quote, and what stands before it where it was read. */
export interface WantedQuote {
  quote: string;
  before: string;
}

/** Letters of a piece worth marking; a shorter one stands on any page. A Korean syllable is two or three of them. */
const shortestPiece = 12;
/** Below this share, what was found is chance. */
const leastFound = 0.3;

interface Stretch {
  start: number;
  end: number;
}

/**
 * Where a quote stands among the text items of a PDF's page. Spaces, line breaks, hyphens and marks between cells do not count:
 * the reader that made the passage sets them in its own way. A quote that stands there in pieces (a table's cells, the end of a
 * page) is found in pieces.
 */
export function findQuote(items: readonly string[], { quote, before }: WantedQuote): FoundQuote {
  const page = foldText(items);
  const context = foldText([before]).text;
  const letters = foldText([quote]).text;
  const row = foldText([valuesOf(quote)]).text;
  if (row === '') return { ranges: [], found: 0 };
  for (const whole of [letters, row]) {
    const start = placeOf(page.text, whole, context);
    if (start !== null) return { ranges: rangesOf(page, { start, end: start + whole.length }), found: 1 };
  }
  const pieces = piecesOf(page.text, row, context);
  const found = pieces.reduce((sum, { start, end }) => sum + end - start, 0) / row.length;
  if (found < leastFound) return { ranges: [], found: 0 };
  return { ranges: pieces.flatMap((piece) => rangesOf(page, piece)), found };
}

/** Of a table's row as a passage writes it, `column: value | column: value`, the values: they are what stands in a line. */
function valuesOf(quote: string): string {
  const cells = quote.split('|');
  if (cells.length === 1) return quote;
  return cells.map((cell) => cell.slice(cell.indexOf(': ') + 1)).join(' ');
}

/** Of the places where letters stand, the one whose letters before it agree longest with the context. */
function placeOf(page: string, letters: string, context: string): number | null {
  let best: { place: number; agreement: number } | null = null;
  for (let place = page.indexOf(letters); place >= 0; place = page.indexOf(letters, place + 1)) {
    const agreement = agreementBefore(page, place, context);
    if (!best || agreement > best.agreement) best = { place, agreement };
  }
  return best?.place ?? null;
}

function agreementBefore(page: string, place: number, context: string): number {
  let length = 0;
  while (
    length < Math.min(place, context.length) &&
    page[place - 1 - length] === context[context.length - 1 - length]
  ) {
    length += 1;
  }
  return length;
}

/** The longest pieces of the quote that stand on the page, in the quote's order. */
function piecesOf(page: string, wanted: string, context: string): Stretch[] {
  const pieces: Stretch[] = [];
  let at = 0;
  while (at + shortestPiece <= wanted.length) {
    const length = longestAt(page, wanted, at);
    if (length === 0) {
      at += 1;
      continue;
    }
    const letters = wanted.slice(at, at + length);
    const last = pieces.at(-1);
    const start = last ? nearestPlace(page, letters, last.end) : placeOf(page, letters, context)!;
    pieces.push({ start, end: start + length });
    at += length;
  }
  return pieces;
}

/** Length of the longest piece from a place of the quote on that stands on the page; 0: none worth marking. */
function longestAt(page: string, wanted: string, at: number): number {
  const stands = (length: number) => page.includes(wanted.slice(at, at + length));
  if (!stands(shortestPiece)) return 0;
  let known = shortestPiece;
  let beyond = wanted.length - at + 1;
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (stands(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}

function nearestPlace(page: string, letters: string, to: number): number {
  const after = page.indexOf(letters, to);
  const before = page.lastIndexOf(letters, to);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - to <= to - before ? after : before;
}

/** A stretch of folded letters as stretches of the items they come from. */
function rangesOf({ places }: FoldedText, { start, end }: Stretch): ItemRange[] {
  const ranges: ItemRange[] = [];
  for (const { item, start: from, end: to } of places.slice(start, end)) {
    const last = ranges.at(-1);
    if (last?.item === item) last.end = Math.max(last.end, to);
    else ranges.push({ item, start: from, end: to });
  }
  return ranges;
}

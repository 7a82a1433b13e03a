import type { Block } from './parsedDocument';
import { splitSentences } from '../text/splitSentences';

/** A piece of the document's text that no chunk divides, as its character range, end exclusive. */
export interface TextUnit {
  start: number;
  end: number;
  /** Whether it means little without what follows: a heading, a question, a line that ends in a colon. */
  leadsOn: boolean;
}

type Range = Pick<TextUnit, 'start' | 'end'>;

/**
 * The pieces of one block: a paragraph's sentences; a heading, list item or table row as a whole. Only what is longer
 * than `maximumLength` characters is divided further, between sentences, then between words.
 */
export function splitIntoUnits(block: Block, offset: number, maximumLength: number): TextUnit[] {
  const whole = { start: 0, end: block.text.length };
  const isDivided = block.kind === 'paragraph' || whole.end > maximumLength;
  const pieces = isDivided ? splitSentences(block.text) : [whole];
  return pieces
    .flatMap((piece) => splitBetweenWords(block.text, piece, maximumLength))
    .map(({ start, end }) => ({
      start: start + offset,
      end: end + offset,
      leadsOn: block.kind === 'heading' || /[?？:]["'”’)]?$/.test(block.text.slice(start, end)),
    }));
}

function splitBetweenWords(text: string, whole: Range, maximumLength: number): Range[] {
  const pieces: Range[] = [];
  let { start } = whole;
  while (whole.end - start > maximumLength) {
    const end = start + lastWordEnd(text.slice(start, start + maximumLength + 1));
    pieces.push({ start, end });
    start = endOfSpaces(text, end, whole.end);
  }
  return [...pieces, { start, end: whole.end }];
}

/** Where the last whole word of a text ends that is one character too long; text without a space is cut as it is. */
function lastWordEnd(text: string): number {
  const wordEnd = text.search(/\s\S*$/);
  if (wordEnd > 0) return text.slice(0, wordEnd).trimEnd().length;
  const limit = text.length - 1;
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

/** Letter by letter: a copy of the rest for each piece would take half a minute where a megabyte has no sentence. */
function endOfSpaces(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && /\s/.test(text[index]!)) index += 1;
  return index;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

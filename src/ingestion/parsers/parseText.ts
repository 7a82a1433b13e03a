import type { Block, ParsedContent } from '../parsedDocument';
import { readListItem } from './listItem';
import { isHeadingLike, recogniseHeading } from './recogniseHeading';
import { joinWrappedLines } from './wrappedLines';

const numberedLine = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\S/;

/** A short first line that stands alone is the document's title, above all headings. */
const titleLevel = 1;

/** "1. 개요" is as deep as its number, below the headings that `recogniseHeading` knows. */
const numberedLevel = titleLevel + 3;

/** Plain text: headings and list items by how they are written, paragraphs by empty lines and line lengths. */
export function parseText(text: string): ParsedContent {
  const lines = joinWrappedLines(text.split(/\r\n|[\n\r\v\f\u2028\u2029\u0085]/));
  const blocks = lines.flatMap((line, index) =>
    index === 0 && isTitle(lines)
      ? [titleOf(line)]
      : readLine(line, lines[index - 1] ?? '', nextText(lines, index)),
  );
  return { pages: null, pagesWithoutText: [], blocks };
}

function isTitle([first = '', second, third]: string[]): boolean {
  const isPlain = recogniseHeading(first) === null && !numberedLine.test(first);
  return isPlain && isHeadingLike(first) && second === '' && third !== undefined;
}

function titleOf(text: string): Block {
  return { kind: 'heading', level: titleLevel, text, page: null };
}

function readLine(line: string, previous: string, next: string): Block[] {
  if (line === '') return [];
  const recognised = recogniseHeading(line);
  if (recognised) {
    const heading: Block = {
      kind: 'heading',
      level: titleLevel + recognised.level,
      text: recognised.heading,
      page: null,
    };
    return recognised.rest ? [heading, { kind: 'paragraph', text: recognised.rest, page: null }] : [heading];
  }
  if (isNumberedHeading(line, previous, next)) {
    return [{ kind: 'heading', level: numberedLevel + depthOf(line), text: line, page: null }];
  }
  const item = readListItem(line);
  return [
    item === null
      ? { kind: 'paragraph', text: line, page: null }
      : { kind: 'listItem', text: item, page: null },
  ];
}

/** A short numbered line that starts a passage and is followed by its text, not by the next number of a list. */
function isNumberedHeading(line: string, previous: string, next: string): boolean {
  if (!numberedLine.test(line) || !isHeadingLike(line) || next === '') return false;
  const isListed = [previous, next].some((other) => depthOf(other) === depthOf(line));
  const startsPassage = previous === '' || depthOf(previous) > 0 || recogniseHeading(previous) !== null;
  return startsPassage && !isListed;
}

/** How many numbers a numbered line has ("2.1" has two); 0 for other lines. */
function depthOf(line: string): number {
  return numberedLine.exec(line)?.[1]?.split('.').length ?? 0;
}

function nextText(lines: string[], index: number): string {
  return lines.slice(index + 1, index + 3).find((line) => line !== '') ?? '';
}

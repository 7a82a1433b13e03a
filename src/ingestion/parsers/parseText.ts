import type { Block } from '../parsedDocument';
import type { ParsedContent } from './parseContent';
import { readListItem } from './listItem';
import { isHeadingLike, recogniseHeading } from './recogniseHeading';
import { joinWrappedLines } from './wrappedLines';

const numberedLine = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\S/;

/** "1. 개요" is as deep as its number, below the headings that `recogniseHeading` knows. */
const numberedLevel = 3;

/** Plain text: headings and list items by how they are written, paragraphs by empty lines and line lengths. */
export function parseText(text: string): ParsedContent {
  const lines = joinWrappedLines(text.split(/\r\n|[\n\r\v\f\u2028\u2029\u0085]/));
  const blocks = lines.flatMap((line, index) => readLine(line, lines[index - 1] ?? '', nextText(lines, index)));
  return { pages: null, pagesWithoutText: [], blocks };
}

function readLine(line: string, previous: string, next: string): Block[] {
  if (line === '') return [];
  const recognised = recogniseHeading(line);
  if (recognised) {
    const heading: Block = { kind: 'heading', level: recognised.level, text: recognised.heading, page: null };
    return recognised.rest ? [heading, { kind: 'paragraph', text: recognised.rest, page: null }] : [heading];
  }
  if (isNumberedHeading(line, previous, next)) {
    return [{ kind: 'heading', level: numberedLevel + depthOf(line), text: line, page: null }];
  }
  const item = readListItem(line);
  return [item === null ? { kind: 'paragraph', text: line, page: null } : { kind: 'listItem', text: item, page: null }];
}

/** A short numbered line that starts a passage and is followed by its text, not by the next number of a list. */
function isNumberedHeading(line: string, previous: string, next: string): boolean {
  if (!numberedLine.test(line) || !isHeadingLike(line) || next === '') return false;
  const startsPassage = previous === '' || numberedLine.test(previous) || recogniseHeading(previous) !== null;
  return startsPassage && !(numberedLine.test(next) && depthOf(next) === depthOf(line));
}

function depthOf(line: string): number {
  return numberedLine.exec(line)?.[1]?.split('.').length ?? 0;
}

function nextText(lines: string[], index: number): string {
  return lines.slice(index + 1, index + 3).find((line) => line !== '') ?? '';
}

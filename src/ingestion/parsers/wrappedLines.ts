import { cleanLine } from './cleanText';
import { readListItem } from './listItem';
import { recogniseHeading } from './recogniseHeading';

/** Columns (a Hangul syllable takes two) below which a line was not broken for its length: mail breaks at 72 to 80. */
const shortestWrappedLine = 50;

/** Share of the longest line of its paragraph that a line broken for its length reaches. */
const filledShare = 0.7;

/**
 * The lines of a text with those put together that were one before a program broke them for their length. Empty lines
 * stay, once: they part paragraphs.
 */
export function joinWrappedLines(lines: string[]): string[] {
  const joined: string[] = [];
  let paragraph: string[] = [];
  for (const line of [...lines.map(cleanLine), '']) {
    if (line !== '') {
      paragraph.push(line);
      continue;
    }
    joined.push(...joinParagraph(paragraph));
    if (joined.length > 0 && joined.at(-1) !== '') joined.push('');
    paragraph = [];
  }
  return joined;
}

function joinParagraph(lines: string[]): string[] {
  const longest = Math.max(...lines.map(columnsOf));
  const joined: string[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined && isContinued(previous, line, longest)) joined.push(`${joined.pop()} ${line}`);
    else joined.push(line);
  }
  return joined;
}

function isContinued(line: string, next: string, longest: number): boolean {
  const columns = columnsOf(line);
  if (columns < shortestWrappedLine || columns < longest * filledShare || /[.?!:]["'”’)]?$/.test(line)) return false;
  return readListItem(next) === null && recogniseHeading(next) === null;
}

function columnsOf(line: string): number {
  return line.length + (line.match(/[\u1100-\uFFDC]/g)?.length ?? 0);
}

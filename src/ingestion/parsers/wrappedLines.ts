import { cleanLine } from './cleanText';
import { readListItem } from './listItem';
import { recogniseHeading } from './recogniseHeading';

/** Columns (a Hangul syllable takes two) below which a line was not broken for its length: mail breaks at 72 to 80. */
const shortestWrappedLine = 50;

/** Share of the longest line of its paragraph that a line broken for its length reaches. */
const filledShare = 0.7;

/** A line with its place from the left, in characters. */
interface PlacedLine {
  text: string;
  indentation: number;
}

/**
 * The lines of a text with those put together that were one before a program broke them for their length, or that a
 * writer set below the text of their list item. Empty lines stay, once: they part paragraphs.
 */
export function joinWrappedLines(lines: string[]): string[] {
  const joined: string[] = [];
  let paragraph: PlacedLine[] = [];
  for (const line of [...lines, '']) {
    const text = cleanLine(line);
    if (text !== '') {
      paragraph.push({ text, indentation: line.length - line.trimStart().length });
      continue;
    }
    for (const joinedLine of joinParagraph(paragraph)) joined.push(joinedLine);
    if (joined.length > 0 && joined.at(-1) !== '') joined.push('');
    paragraph = [];
  }
  return joined;
}

function joinParagraph(lines: PlacedLine[]): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, columnsOf(line.text)), 0);
  const joined: string[] = [];
  let item: PlacedLine | null = null;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const startsAnew = readListItem(line.text) !== null || recogniseHeading(line.text) !== null;
    const isBelowItem = item !== null && line.indentation > item.indentation;
    if (previous && !startsAnew && (isBelowItem || wasBroken(previous.text, longest))) {
      joined.push(`${joined.pop()} ${line.text}`);
    } else {
      joined.push(line.text);
      item = readListItem(line.text) === null ? null : line;
    }
  }
  return joined;
}

function wasBroken(line: string, longest: number): boolean {
  const columns = columnsOf(line);
  return columns >= shortestWrappedLine && columns >= longest * filledShare && !/[.?!:]["'”’)]?$/.test(line);
}

function columnsOf(line: string): number {
  return line.length + (line.match(/[\u1100-\uFFDC]/g)?.length ?? 0);
}

import type { Block } from '../../parsedDocument';
import { hasBullet, readListItem } from '../listItem';
import { isHeadingLike, recogniseHeading } from '../recogniseHeading';
import type { HeadingLevels } from './headingLevels';
import type { JoinLines } from './joinWords';
import { lineText, type Line } from './lines';

/** Font sizes that differ by less than this share are the same. */
const sameSize = 0.08;

/** Line distances above the usual one, times this, part paragraphs. */
const paragraphGap = 1.35;

/** A shorter line (em) is a label or a title, even alone on its page. */
const shortestFullLine = 12;

/** An indentation is at least this wide, in em. */
const indentation = 0.8;

/**
 * Parts lines of one column into paragraphs, by distance, size, indentation, list marks and lines left short. `right`:
 * the column's right edge; `usualDistance`: between the lines of the document's text, in em.
 */
export function divideIntoParagraphs(lines: Line[], right: number, usualDistance: number): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && continues(paragraph, line, right, usualDistance)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function continues(paragraph: Line[], line: Line, right: number, usualDistance: number): boolean {
  const first = paragraph[0]!;
  const above = paragraph.at(-1)!;
  const text = lineText(line.pieces);
  if (!looksAlike(above, line) || line.y - above.y > usualDistance * line.size * paragraphGap) return false;
  if (startsListItem(text, above, right) || recogniseHeading(text) !== null) return false;
  if (firstWordFits(above, line, right)) return false;
  if (recogniseHeading(lineText(above.pieces))?.rest === '') return false;
  if (paragraph.length > 1) return Math.abs(line.x0 - above.x0) < indentation * line.size;
  return readListItem(lineText(first.pieces)) === null || line.x0 > first.x0 - indentation * line.size;
}

/** "2. 오심" begins an item, unless it stands where a sentence goes on: "…치료하였" / "다. 이후". */
function startsListItem(text: string, above: Line, right: number): boolean {
  return hasBullet(text) || (readListItem(text) !== null && !isOpenEnded([above], right));
}

/** Whether two lines are of one size and weight, as the lines of a paragraph are. */
export function looksAlike(one: Line, other: Line): boolean {
  return one.bold === other.bold && Math.abs(one.size - other.size) <= one.size * sameSize;
}

/** A line that had room for the next word was ended on purpose. */
function firstWordFits(above: Line, line: Line, right: number): boolean {
  const [word = ''] = lineText(line.pieces).split(' ', 1);
  const letterWidth = (line.x1 - line.x0) / Math.max(1, lineText(line.pieces).length);
  return above.x1 + (word.length + 1) * letterWidth + line.size * 0.5 < right;
}

/** Whether a paragraph's last line reaches the right edge, by two em, without ending a sentence there. */
export function isOpenEnded(paragraph: Line[], right: number): boolean {
  const line = paragraph.at(-1)!;
  const isFull = right - line.x1 < 2 * line.size && line.x1 - line.x0 > shortestFullLine * line.size;
  return isFull && !/(?:[.?!:。]["'”’)]?|[다요음함됨임])$/.test(lineText(line.pieces));
}

/** A paragraph as a heading, a list item or text. */
export function toBlocks(paragraph: Line[], page: number, join: JoinLines, levels: HeadingLevels): Block[] {
  const text = join(paragraph.map((line) => lineText(line.pieces)));
  const level = isHeadingLike(text) ? levels.of(paragraph[0]!) : null;
  if (level !== null) return [{ kind: 'heading', level, text, page }];
  const recognised = recogniseHeading(text);
  if (recognised) {
    const heading: Block = {
      kind: 'heading',
      level: levels.plain + recognised.level,
      text: recognised.heading,
      page,
    };
    return recognised.rest === '' ? [heading] : [heading, { kind: 'paragraph', text: recognised.rest, page }];
  }
  const item = readListItem(text);
  return [item === null ? { kind: 'paragraph', text, page } : { kind: 'listItem', text: item, page }];
}

import type { Block } from '../../parsedDocument';
import { splitSentences } from '../../../text/splitSentences';
import { columnNames, readTable } from '../table';
import type { Cell } from '../tableCell';
import type { FlowItem } from './flow';
import type { HeadingLevels } from './headingLevels';
import type { JoinLines } from './joinWords';
import { lineText } from './lines';
import { isOpenEnded, looksAlike, toBlocks } from './paragraphs';

/**
 * The items of all pages as blocks. A sentence that a page's end cuts is kept whole, on the page where it begins; a
 * table that goes on over a page keeps its column names.
 */
export function flowBlocks(items: FlowItem[], join: JoinLines, levels: HeadingLevels): Block[] {
  const blocks: Block[] = [];
  let names: string[] | null = null;
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1];
    if (item.kind === 'table') {
      const continued = previous?.kind === 'table' && previous.page === item.page - 1 ? names : null;
      const table = readTable(item.rows, { page: item.page, ...headerOf(item.rows, continued) });
      blocks.push(...table.blocks);
      names = table.names;
    } else {
      const own = toBlocks(item.lines, item.page, join, levels);
      if (previous && goesOn(previous, item)) blocks.push(...continueText(blocks.at(-1)!, own, join));
      else blocks.push(...own);
    }
  }
  return blocks;
}

/** On the page a table goes on, its header is repeated, or it has none. */
function headerOf(rows: Cell[][], continued: string[] | null) {
  if (!continued || rows[0]?.length !== continued.length) return {};
  const repeated = [1, 2].find((count) => isSame(columnNames(rows.slice(0, count)), continued));
  return { headerRows: repeated ?? 0, inheritedNames: continued };
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

/** Whether a paragraph at the top of a column or page is the rest of the one at the foot of the column before. */
function goesOn(previous: FlowItem, item: FlowItem): boolean {
  if (previous.kind !== 'paragraph' || item.kind !== 'paragraph') return false;
  if (!previous.endsColumn || !item.startsColumn || !looksAlike(previous.lines.at(-1)!, item.lines[0]!))
    return false;
  return isOpenEnded(previous.lines, previous.right) && !/^[\p{Lu}\d]/u.test(lineText(item.lines[0]!.pieces));
}

/** Gives the open sentence its rest; what follows it stays where it is. */
function continueText(open: Block, [next, ...others]: Block[], join: JoinLines): Block[] {
  if (!next || next.kind !== 'paragraph' || open.kind === 'heading' || open.kind === 'tableRow') {
    return next ? [next, ...others] : others;
  }
  const isOnSamePage = open.page === next.page;
  const end = isOnSamePage ? next.text.length : (splitSentences(next.text)[0]?.end ?? 0);
  open.text = join([open.text, next.text.slice(0, end)]);
  const rest = next.text.slice(end).trim();
  return rest === '' ? others : [{ ...next, text: rest }, ...others];
}

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
 * Makes blocks of a document's items as they come, page after page. A sentence that a page's end cuts is kept whole, on
 * the page where it begins, so the last block is held back until the next items have come; a table that goes on over a
 * page keeps its column names.
 */
export class FlowBlocks {
  private blocks: Block[] = [];
  private previous: FlowItem | null = null;
  private names: string[] | null = null;

  constructor(
    private readonly join: JoinLines,
    private readonly levels: HeadingLevels,
  ) {}

  /** Takes the next items, and gives the blocks that they cannot change any more. */
  add(items: FlowItem[]): Block[] {
    for (const item of items) {
      this.blocks.push(...(item.kind === 'table' ? this.readTable(item) : this.readParagraph(item)));
      this.previous = item;
    }
    return this.blocks.splice(0, this.blocks.length - 1);
  }

  /** The blocks held back, when there are no more items. */
  end(): Block[] {
    return this.blocks.splice(0);
  }

  private readTable({ rows, page }: Extract<FlowItem, { kind: 'table' }>): Block[] {
    const isContinued = this.previous?.kind === 'table' && this.previous.page === page - 1;
    const { blocks, names } = readTable(rows, { page, ...headerOf(rows, isContinued ? this.names : null) });
    this.names = names;
    return blocks;
  }

  private readParagraph(item: Extract<FlowItem, { kind: 'paragraph' }>): Block[] {
    const own = toBlocks(item.lines, item.page, this.join, this.levels);
    const open = this.blocks.at(-1);
    return open && this.previous && goesOn(this.previous, item) ? continueText(open, own, this.join) : own;
  }
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

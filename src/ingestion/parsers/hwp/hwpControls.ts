import type { HwpDocument } from '@rhwp/core' with { 'resolution-mode': 'import' };
import type { Block } from '../../parsedDocument';
import { cleanLine } from '../cleanText';
import { isLayoutTable, readHtmlTable } from '../html/htmlTable';
import { readHtmlBlocks } from '../html/htmlBlocks';
import { findElement, parseHtml } from '../html/htmlTree';
import { readParagraph, unstyledLevel } from '../readParagraph';

/** Where a paragraph of the document's body is. */
export interface HwpPlace {
  section: number;
  paragraph: number;
  /** From 1. */
  page: number;
}

/** A control is a table, a text box, a note, a picture, ...: what hangs on a paragraph beside its text. */
export async function readHwpControls(document: HwpDocument, place: HwpPlace): Promise<Block[]> {
  const positions = JSON.parse(document.getControlTextPositions(place.section, place.paragraph)) as number[];
  const blocks: Block[] = [];
  for (const control of positions.keys()) {
    blocks.push(
      ...(await readTable(document, place, control)),
      ...readTextBox(document, place, control),
      ...readNote(document, place, control),
    );
  }
  return blocks;
}

async function readTable(document: HwpDocument, place: HwpPlace, control: number): Promise<Block[]> {
  const { section, paragraph, page } = place;
  const html = document.exportControlHtml(section, paragraph, '[]', control);
  const table = findElement(await parseHtml(html), 'table');
  if (!table) return [];
  if (isLayoutTable(table)) {
    const reading = { headingLevel: () => unstyledLevel, numbersItems: false };
    return readHtmlBlocks({ ...table, name: 'div' }, reading).map((block) => ({ ...block, page }));
  }
  const cells = JSON.parse(document.getTableCellBboxes(section, paragraph, control)) as {
    row: number;
    pageIndex: number;
  }[];
  const pages = new Map(cells.map(({ row, pageIndex }) => [row, pageIndex + 1]));
  return readHtmlTable(table, (row) => pages.get(row) ?? page);
}

function readTextBox(
  document: HwpDocument,
  { section, paragraph, page }: HwpPlace,
  control: number,
): Block[] {
  if (document.getTextBoxControlIndex(section, paragraph) !== control) return [];
  const count = document.getCellParagraphCount(section, paragraph, control, 0);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const length = document.getCellParagraphLength(section, paragraph, control, 0, index);
    const text = document.getTextInCell(section, paragraph, control, 0, index, 0, length);
    return readParagraph(cleanLine(text), { bold: false, page });
  });
}

/** rhwp answers whether a control is a note by an error. */
function readNote(document: HwpDocument, { section, paragraph, page }: HwpPlace, control: number): Block[] {
  let note: { texts: string[] };
  try {
    note = JSON.parse(document.getFootnoteInfo(section, paragraph, control)) as { texts: string[] };
  } catch {
    return [];
  }
  return [{ kind: 'paragraph', text: note.texts.join(' '), page }];
}

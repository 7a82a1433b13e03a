import type { Block } from '../../parsedDocument';
import { readListItem } from '../listItem';
import { recogniseHeading } from '../recogniseHeading';
import { readParagraph } from '../readParagraph';
import { isLayoutTable, readHtmlTable } from './htmlTable';
import { elementsOf, findElement, isBlock, isBold, textOf, type HtmlElement } from './htmlTree';

/** What the source of the HTML means by it. */
export interface HtmlReading {
  headingLevel(heading: HtmlElement): number;
  /** Whether the items of `<ol>` are numbered as a browser does. */
  numbersItems: boolean;
}

/** The blocks of an element in reading order, whatever it is nested in. */
export function readHtmlBlocks(parent: HtmlElement, reading: HtmlReading): Block[] {
  return readChildren(parent, reading, readLines);
}

/** Text that stands between blocks, or in a paragraph, as its blocks. */
type ReadText = (text: HtmlElement) => Block[];

function readChildren(parent: HtmlElement, reading: HtmlReading, readText: ReadText): Block[] {
  const blocks: Block[] = [];
  let text: HtmlElement['children'] = [];
  const endText = () => {
    for (const block of readText({ name: 'p', attributes: {}, children: text })) blocks.push(block);
    text = [];
  };
  for (const child of parent.children) {
    if (typeof child === 'string' || !holdsBlock(child)) text.push(child);
    else {
      endText();
      for (const block of readElement(child, reading, readText)) blocks.push(block);
    }
  }
  endText();
  return blocks;
}

function holdsBlock(element: HtmlElement): boolean {
  return isBlock(element) || elementsOf(element).some(holdsBlock);
}

function readElement(element: HtmlElement, reading: HtmlReading, readText: ReadText): Block[] {
  switch (element.name) {
    case 'ul':
    case 'ol':
      return readList(element, reading);
    case 'table':
      return readTableOrLayout(element, reading);
    case 'pre':
      return [{ kind: 'paragraph', text: writtenText(element), page: null }];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ kind: 'heading', level: reading.headingLevel(element), text: oneLine(element), page: null }];
    default:
      return readChildren(element, reading, readText);
  }
}

/** Line breaks are the writer's wish or a program's; only what begins anew behind one is a paragraph of its own. */
function readLines(text: HtmlElement): Block[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of textOf(text)
    .split('\n')
    .map((part) => part.trim())) {
    const continues = isOpen && readListItem(line) === null && recogniseHeading(line) === null;
    if (continues && line !== '') paragraphs.push(`${paragraphs.pop()} ${line}`);
    else if (line !== '') paragraphs.push(line);
    isOpen = line !== '';
  }
  const bold = isBold(text);
  return paragraphs.flatMap((paragraph) => readParagraph(paragraph, { bold, page: null }));
}

function readList(list: HtmlElement, reading: HtmlReading): Block[] {
  const isNumbered =
    reading.numbersItems && list.name === 'ol' && !/^[^1]/.test(list.attributes['type'] ?? '');
  let number = Number.parseInt(list.attributes['start'] ?? '1', 10) || 1;
  return elementsOf(list).flatMap((item) => {
    const mark = isNumbered && item.name === 'li' ? `${number++}. ` : '';
    return readItem(item, mark, reading);
  });
}

/** An item's own text first; what else it holds (lists, tables, further paragraphs) follows as blocks of its own. */
function readItem(item: HtmlElement, mark: string, reading: HtmlReading): Block[] {
  const readText: ReadText = (text) => {
    const line = oneLine(text);
    return line === '' ? [] : [{ kind: 'paragraph', text: line, page: null }];
  };
  const [first, ...rest] = readChildren(item, reading, readText);
  if (first?.kind !== 'paragraph') return first ? [first, ...rest] : [];
  return [{ ...first, kind: 'listItem', text: mark + first.text }, ...rest];
}

function readTableOrLayout(table: HtmlElement, reading: HtmlReading): Block[] {
  if (isLayoutTable(table)) return readHtmlBlocks({ ...table, name: 'div' }, reading);
  const caption = findElement(table, 'caption');
  return [...(caption ? readLines(caption) : []), ...readHtmlTable(table)];
}

function oneLine(element: HtmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

/** The text as it stands in the file, with its line breaks. */
function writtenText(node: HtmlElement | string): string {
  if (typeof node === 'string') return node;
  return node.name === 'br' ? '\n' : node.children.map(writtenText).join('');
}

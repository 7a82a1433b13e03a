import { AppError } from '../../errors';
import type { Block, ParsedContent } from '../parsedDocument';
import { readHtmlTable } from './htmlTable';
import { elementsOf, isBold, parseHtml, textOf, type HtmlElement } from './htmlTree';
import { readListItem } from './listItem';
import { recogniseHeading } from './recogniseHeading';

/** The document's title stands above its headings, whose styles mammoth knows itself (h1 to h6). */
const styleMap = ["p[style-name='Title'] => h1.title:fresh"];
const titleLevel = 1;

/** Headings that only look like one (bold, "제1조") stand below those that the author styled. */
const unstyledLevel = titleLevel + 7;

/** A paragraph in bold that is longer (characters) is emphasis, not a heading. */
const longestBoldHeading = 60;

/**
 * DOCX: mammoth gives plain HTML by the document's styles; its elements become blocks. Word documents have no pages
 * until they are printed.
 */
export async function parseDocx(content: Buffer): Promise<ParsedContent> {
  const { default: mammoth } = await import('mammoth');
  // Pictures are not read; without this each would stand in the HTML as text of its size.
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value: html } = await mammoth.convertToHtml({ buffer: content }, { styleMap, convertImage });
  const blocks = readChildren(parseHtml(html.normalize('NFC'))).filter((block) => block.text !== '');
  if (blocks.length === 0) throw new AppError(html.includes('<img') ? 'file_without_text' : 'file_empty');
  return { pages: null, pagesWithoutText: [], blocks };
}

function readChildren(parent: HtmlElement): Block[] {
  return elementsOf(parent).flatMap(readElement);
}

function readElement(element: HtmlElement): Block[] {
  switch (element.name) {
    case 'p':
      return readParagraph(element);
    case 'ul':
    case 'ol':
      return elementsOf(element).flatMap(readItem);
    case 'table':
      return readHtmlTable(element);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ kind: 'heading', level: headingLevel(element), text: textOf(element).trim(), page: null }];
    default:
      return readChildren(element);
  }
}

function headingLevel({ name, attributes }: HtmlElement): number {
  return attributes['class'] === 'title' ? titleLevel : titleLevel + Number(name[1]);
}

function readParagraph(element: HtmlElement): Block[] {
  const text = textOf(element).trim();
  const recognised = recogniseHeading(text);
  if (recognised) {
    const { heading, level, rest } = recognised;
    return [
      { kind: 'heading', level: unstyledLevel + level, text: heading, page: null },
      { kind: 'paragraph', text: rest, page: null },
    ];
  }
  if (isBold(element) && text.length <= longestBoldHeading && !/[.?!:]$/.test(text)) {
    return [{ kind: 'heading', level: unstyledLevel, text, page: null }];
  }
  const item = readListItem(text);
  return [
    item === null ? { kind: 'paragraph', text, page: null } : { kind: 'listItem', text: item, page: null },
  ];
}

/** An item's own text first, then the lists within it. */
function readItem(item: HtmlElement): Block[] {
  const isList = (child: HtmlElement | string) => typeof child !== 'string' && /^[uo]l$/.test(child.name);
  const text = item.children
    .filter((child) => !isList(child))
    .map(textOf)
    .join('')
    .trim();
  return [{ kind: 'listItem', text, page: null }, ...elementsOf(item).filter(isList).flatMap(readElement)];
}

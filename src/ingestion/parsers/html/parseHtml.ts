import type { ParsedContent } from '../../parsedDocument';
import { readHtmlBlocks, type HtmlReading } from './htmlBlocks';
import { findElement, parseHtml as parseTree, textOf, type HtmlElement } from './htmlTree';

/** What a reader of the page does not see, or uses to find and do things instead of reading them. */
const unreadElements = new Set(
  (
    'audio button canvas datalist embed iframe input nav noscript object script select style svg template textarea ' +
    'video'
  ).split(' '),
);
const unreadRoles = new Set(['banner', 'contentinfo', 'menu', 'navigation', 'search']);
const invisibleStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const reading: HtmlReading = { headingLevel: ({ name }) => Number(name[1]), numbersItems: true };

/** HTML, already decoded: the main content alone, below the page's title where it has no heading of the first level. */
export async function parseHtml(text: string): Promise<ParsedContent> {
  const page = await parseTree(text, isLeftOut);
  const content = findElement(page, isMain) ?? findElement(page, 'body') ?? page;
  const blocks = readHtmlBlocks(content, reading).filter((block) => block.text !== '');
  const hasTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const title = findElement(page, 'title');
  if (!hasTitle && title && blocks.length > 0) {
    blocks.unshift({ kind: 'heading', level: 1, text: textOf(title).trim(), page: null });
  }
  return { pages: null, pagesWithoutText: [], blocks };
}

function isLeftOut(element: HtmlElement, parent: HtmlElement): boolean {
  const { name, attributes } = element;
  const isFooterOfPage = name === 'footer' && parent.name === 'body';
  const isHidden = 'hidden' in attributes || attributes['aria-hidden'] === 'true';
  return (
    unreadElements.has(name) ||
    unreadRoles.has(attributes['role'] ?? '') ||
    isFooterOfPage ||
    isHidden ||
    invisibleStyle.test(attributes['style'] ?? '')
  );
}

/** What the page itself names as its main content. */
function isMain({ name, attributes }: HtmlElement): boolean {
  return name === 'main' || attributes['role'] === 'main';
}

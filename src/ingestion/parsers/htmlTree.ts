import { SaxesParser } from 'saxes';

/** An element of the HTML that mammoth writes, with its texts and elements in order. */
export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (HtmlElement | string)[];
}

/**
 * The tree of a piece of HTML. For mammoth's output only: it closes every element and escapes what XML needs escaped,
 * so an XML parser reads it whole; text of the web would not be. Control characters, which XML forbids, are left out.
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: 'body', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ fragment: true });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)!.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html.replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, '')).close();
  return root;
}

export function elementsOf(parent: HtmlElement): HtmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The text of an element; blocks and line breaks within it are set apart by a space. */
export function textOf(node: HtmlElement | string): string {
  if (typeof node === 'string') return node;
  if (node.name === 'br') return ' ';
  const text = node.children.map(textOf).join('');
  return inlineElements.has(node.name) ? text : ` ${text} `;
}

const inlineElements = new Set(['a', 'strong', 'em', 'u', 's', 'sup', 'sub', 'span', 'input', 'img']);

/** Whether all text of an element is bold. */
export function isBold(element: HtmlElement): boolean {
  const text = textOf(element).trim();
  return text !== '' && boldTextOf(element).trim().length === text.length;
}

function boldTextOf(node: HtmlElement): string {
  return elementsOf(node)
    .map((child) => (child.name === 'strong' ? textOf(child) : boldTextOf(child)))
    .join('');
}

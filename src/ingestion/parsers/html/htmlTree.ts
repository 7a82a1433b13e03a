import type { DefaultTreeAdapterTypes } from 'parse5' with { 'resolution-mode': 'import' };

type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element of a page, with its texts and elements in order; `name` and attribute names are in lower case. */
export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (HtmlElement | string)[];
}

/**
 * The tree of a page of HTML as a browser builds it, from any text. Comments, the content of templates, and elements
 * that `isLeftOut` are not in it.
 */
export async function parseHtml(
  html: string,
  isLeftOut: (element: HtmlElement, parent: HtmlElement) => boolean = () => false,
): Promise<HtmlElement> {
  const { parse } = await import('parse5');
  const root: HtmlElement = { name: '', attributes: {}, children: [] };
  // Without recursion: a damaged page may be nested deeper than the stack.
  const open: { nodes: Node[]; element: HtmlElement }[] = [{ nodes: parse(html).childNodes, element: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { nodes, element } = next;
    for (const node of nodes) {
      if ('value' in node) element.children.push(node.value);
      if (!('tagName' in node)) continue;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      const child: HtmlElement = { name: node.tagName, attributes, children: [] };
      if (isLeftOut(child, element)) continue;
      element.children.push(child);
      open.push({ nodes: node.childNodes, element: child });
    }
  }
  return root;
}

export function elementsOf(parent: HtmlElement): HtmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The first element, in document order and with the given one, that is what is asked for: a name or a test. */
export function findElement(
  element: HtmlElement,
  wanted: string | ((element: HtmlElement) => boolean),
): HtmlElement | undefined {
  const isWanted = typeof wanted === 'string' ? ({ name }: HtmlElement) => name === wanted : wanted;
  const open = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isWanted(next)) return next;
    for (const child of elementsOf(next).reverse()) open.push(child);
  }
  return undefined;
}

/** The text of an element: one space for any white space, line breaks as such, a space around the blocks within it. */
export function textOf(node: HtmlElement | string): string {
  if (typeof node === 'string') return node.replace(/\s+/g, ' ');
  if (node.name === 'br') return '\n';
  const text = node.children.map(textOf).join('');
  return isBlock(node) ? ` ${text} ` : text;
}

/** Whether an element stands on lines of its own; every other one, also an unknown one, is part of a line. */
export function isBlock(element: HtmlElement): boolean {
  return blockElements.has(element.name);
}

const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether all text of an element is bold. */
export function isBold(element: HtmlElement): boolean {
  const text = textOf(element).trim();
  return text !== '' && boldTextOf(element).trim().length === text.length;
}

function boldTextOf(node: HtmlElement): string {
  return elementsOf(node)
    .map((child) => (isBoldElement(child) ? textOf(child) : boldTextOf(child)))
    .join('');
}

function isBoldElement({ name, attributes }: HtmlElement): boolean {
  const isNamedBold = name === 'strong' || name === 'b';
  return isNamedBold || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes['style'] ?? '');
}

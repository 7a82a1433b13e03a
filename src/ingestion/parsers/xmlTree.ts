import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeText } from './decodeText';

/** An element of an XML part. Its name is without prefix; attributes keep theirs (`r:id`). */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** The tree of an XML part. Entities are not expanded, and nothing outside of the part is read. */
export function parseXml(content: Buffer): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element: XmlElement = { name: tag.local, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)!.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(decodeText(content) ?? '').close();
  return root;
}

export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The first element below the given one, in document order, that has one of the names. */
export function findXml(parent: XmlElement, ...names: string[]): XmlElement | undefined {
  return allXml(parent, ...names)[0];
}

/** All elements of the given names below the given one, in document order; not those within one of them. */
export function allXml(parent: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(parent).flatMap((child) =>
    names.includes(child.name) ? [child] : allXml(child, ...names),
  );
}

export function xmlText(node: XmlElement | string): string {
  return typeof node === 'string' ? node : node.children.map(xmlText).join('');
}

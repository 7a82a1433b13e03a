import type { ListItem, Nodes, RootContent, Table } from 'mdast';
import type { Block, ParsedContent } from '../parsedDocument';
import { readTable } from './table';

/** Metadata between `---` lines at the very start, which Markdown itself would read as a heading. */
const frontMatter = /^---[^\S\n]*\r?\n(?<lines>(?:.*\r?\n)*?)---[^\S\n]*(?:\r?\n|$)/;

/** Markdown as GitHub writes it: headings, paragraphs, list items, tables with their names, code as it stands. */
export async function parseMarkdown(text: string): Promise<ParsedContent> {
  const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm'),
    import('mdast-util-gfm'),
  ]);
  const metadata = frontMatter.exec(text);
  const tree = fromMarkdown(metadata ? text.slice(metadata[0].length) : text, {
    // One tilde is a range in Korean: `50~100mg` and `40~80mg` on a line are not struck out, as GitHub has it.
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const blocks = tree.children.flatMap(readNode);
  return {
    pages: null,
    pagesWithoutText: [],
    blocks: [...paragraph(metadata?.groups?.lines ?? ''), ...blocks],
  };
}

function readNode(node: RootContent): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: textOf(node), page: null }];
    case 'paragraph':
      return paragraph(textOf(node));
    case 'code':
      return paragraph(node.value);
    case 'html':
      return paragraph(node.value.replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' '));
    case 'list':
      return node.children.flatMap(readItem);
    case 'table':
      return readTable(rowsOf(node), { page: null, headerRows: 1 }).blocks;
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(readNode);
    default:
      return [];
  }
}

/** An item's paragraphs are its text; what else it holds (lists, tables, code) follows as blocks of its own. */
function readItem(item: ListItem): Block[] {
  const own = item.children.filter((child) => child.type === 'paragraph');
  const inner = item.children.filter((child) => child.type !== 'paragraph');
  return [{ kind: 'listItem', text: own.map(textOf).join(' '), page: null }, ...inner.flatMap(readNode)];
}

function rowsOf(table: Table) {
  return table.children.map((row) => row.children.map((cell) => ({ text: textOf(cell) })));
}

function paragraph(text: string): Block[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text, page: null }];
}

/** The words of a node, on one line: the file's line breaks are its writer's, and HTML tags are no words. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s*\n\s*/g, ' ');
  if (node.type === 'break' || node.type === 'html') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

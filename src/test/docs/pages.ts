import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes, Root } from 'mdast';

/** Top of the repository. */
export const root = path.join(__dirname, '..', '..', '..');

/** A page of Markdown that people read. */
export interface Page {
  /** Its path in the repository. */
  file: string;
  tree: Root;
}

/** Files that are Markdown and no page: the sample company's documents, prompts, and templates that pages are made of. */
const notPages = /^(samples\/documents|scripts|prompts)\//;

const folders = ['docs', 'deploy', 'samples', 'src', 'scripts', 'prompts'];

let pagesRead: Promise<Page[]> | undefined;

/** Every page: `README.md`, what stands in `docs`, and what lies beside what it is about. Read once a test file. */
export function readPages(): Promise<Page[]> {
  return (pagesRead ??= readAll());
}

async function readAll(): Promise<Page[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
  );
  const pages = ['README.md', ...files.filter((file) => !notPages.test(file)).sort()];
  return Promise.all(
    pages.map(async (file) => ({
      file,
      tree: await parse(readFileSync(path.join(root, file), 'utf8')),
    })),
  );
}

async function parse(text: string): Promise<Root> {
  const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm'),
    import('mdast-util-gfm'),
  ]);
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** The nodes of one type anywhere under another, in their order. */
export function nodesOf<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => nodesOf(child, type))] : own;
}

/** The text a reader sees of a node. */
export function textOf(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Where a node stands, for whoever has to mend it: `docs/install.md:12`. */
export function placeOf({ file }: Page, node: Nodes): string {
  return `${file}:${node.position!.start.line}`;
}

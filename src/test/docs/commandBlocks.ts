import { nodesOf, placeOf, readPages } from './pages';

/** Where the commands of a block are run, or by what they are looked up: the word behind its language (docs/development.md). */
export const worlds = ['demo', 'production', 'ci', 'docker', 'kubernetes', 'release'] as const;
export type World = (typeof worlds)[number];

/** Commands that a page tells its reader to type. */
export interface CommandBlock {
  file: string;
  /** Page and line. */
  place: string;
  /** As the page says; checked by a test to be one there is. */
  world: World;
  /** What else the page says of it: `stopped`, `yours`. */
  words: string[];
  text: string;
}

/** The blocks of one world, page by page in the order of `files`, else in that of their names. */
export async function commandBlocks(world: World, files: string[] = []): Promise<CommandBlock[]> {
  const all = await allCommandBlocks();
  const placeAt = ({ file }: CommandBlock) => (files.includes(file) ? files.indexOf(file) : files.length);
  return all.filter((block) => block.world === world).sort((one, other) => placeAt(one) - placeAt(other));
}

/** Every block of commands, whatever its world. */
export async function allCommandBlocks(): Promise<CommandBlock[]> {
  const pages = await readPages();
  return pages.flatMap((page) =>
    nodesOf(page.tree, 'code')
      .filter(({ lang }) => lang === 'sh')
      .map((node) => {
        const [world, ...words] = (node.meta ?? '').split(' ');
        return {
          file: page.file,
          place: placeOf(page, node),
          world: world as World,
          words,
          text: node.value,
        };
      }),
  );
}

/** The commands of a block, one a line: what a backslash continues is one command, what stands behind `#` is none. */
export function commandsOf({ text }: Pick<CommandBlock, 'text'>): string[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

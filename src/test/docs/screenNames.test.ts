import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Parents } from 'mdast';
import { nodesOf, placeOf, readPages, root, textOf, type Page } from './pages';

const locales = path.join(root, 'src', 'web', 'locales');

/** Every text of the client in one language, by its key. */
function textsOf(language: 'ko' | 'en'): Map<string, string> {
  const files = readdirSync(path.join(locales, language)).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      leaves(file.replace('.json', ''), JSON.parse(readFileSync(path.join(locales, language, file), 'utf8'))),
    ),
  );
}

function leaves(key: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value as object).flatMap(([name, inner]) => leaves(`${key}.${name}`, inner));
}

const korean = textsOf('ko');
const english = textsOf('en');

/** What a page quotes of the screen: `**한국어** (English)`. */
function quotesOf(page: Page): { place: string; ko: string; en: string | undefined }[] {
  const parents = ['paragraph', 'tableCell', 'heading'] as const;
  return parents
    .flatMap((type): Parents[] => nodesOf(page.tree, type))
    .flatMap(({ children }) =>
      children.flatMap((node, at) => {
        if (node.type !== 'strong' || !/\p{Script=Hangul}/u.test(textOf(node))) return [];
        const after = children[at + 1];
        const [, en] = /^ \(([^)]+)\)/.exec(after ? textOf(after) : '') ?? [];
        return [{ place: placeOf(page, node), ko: textOf(node), en }];
      }),
    );
}

test.each(['admin', 'rep', 'analyst'])(
  'the first day of %s quotes the screen as it is, in both languages',
  async (role) => {
    const pages = await readPages();
    const quotes = quotesOf(pages.find(({ file }) => file === `docs/first-day-${role}.md`)!);
    expect(quotes.length).toBeGreaterThan(10);
    const wrong = quotes.filter(
      ({ ko, en }) => ![...korean].some(([key, text]) => text === ko && english.get(key) === en),
    );
    expect(wrong).toEqual([]);
  },
);

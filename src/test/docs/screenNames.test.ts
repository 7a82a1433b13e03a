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

describe.each(['admin', 'rep', 'analyst'])('the first day of %s quotes the screen as it is', (role) => {
  const quotesIn = async (file: string) => {
    const quotes = quotesOf((await readPages()).find((page) => page.file === file)!);
    expect(quotes.length).toBeGreaterThan(10);
    return quotes;
  };

  test('in both languages', async () => {
    const wrong = (await quotesIn(`docs/first-day-${role}.md`)).filter(
      ({ ko, en }) => ![...korean].some(([key, text]) => text === ko && english.get(key) === en),
    );
    expect(wrong).toEqual([]);
  });

  test('in Korean, and both pages quote the same', async () => {
    const quotes = await quotesIn(`docs/ko/first-day-${role}.md`);
    const shown = new Set(korean.values());
    expect(quotes.filter(({ ko }) => !shown.has(ko))).toEqual([]);
    const names = (of: { ko: string }[]) => [...new Set(of.map(({ ko }) => ko))].sort();
    expect(names(quotes)).toEqual(names(await quotesIn(`docs/first-day-${role}.md`)));
  });
});

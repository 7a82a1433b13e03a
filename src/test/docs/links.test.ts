import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { nodesOf, placeOf, readPages, root, textOf, type Page } from './pages';

let pages: Page[];
beforeAll(async () => {
  pages = await readPages();
});

/** The name GitHub gives a heading: lower case, blanks to hyphens, no other marks; `-1` for the second of a name. */
function anchorsOf(page: Page): Set<string> {
  const seen = new Map<string, number>();
  const anchors = nodesOf(page.tree, 'heading').map((heading) => {
    const name = textOf(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  return new Set(anchors);
}

/** What a page leads to inside the repository: links and pictures, those in HTML too. */
function targetsOf(page: Page): { place: string; target: string }[] {
  const nodes = [
    ...nodesOf(page.tree, 'link'),
    ...nodesOf(page.tree, 'image'),
    ...nodesOf(page.tree, 'definition'),
  ];
  const linked = nodes.map((node) => ({ place: placeOf(page, node), target: node.url }));
  const inHtml = nodesOf(page.tree, 'html').flatMap((node) =>
    [...node.value.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => ({
      place: placeOf(page, node),
      target: target!,
    })),
  );
  return [...linked, ...inHtml].filter(({ target }) => !/^[a-z]+:/.test(target));
}

test('every link leads to a file or folder of the repository, and to a heading that is there', () => {
  const targets = pages.flatMap((page) => targetsOf(page).map((found) => ({ page, ...found })));
  expect(targets.length).toBeGreaterThan(100);
  const dead = targets.filter(({ page, target }) => {
    const [file, anchor] = target.split('#') as [string, string | undefined];
    const led = file === '' ? page.file : path.posix.join(path.posix.dirname(page.file), file);
    if (!existsSync(path.join(root, led))) return true;
    if (anchor === undefined) return false;
    const ledPage = pages.find((one) => one.file === led);
    return !ledPage || !anchorsOf(ledPage).has(anchor);
  });
  expect(dead.map(({ place, target }) => `${place} ${target}`)).toEqual([]);
});

test('every page of docs is reached from the index', () => {
  const index = pages.find(({ file }) => file === 'docs/README.md')!;
  const led = targetsOf(index).map(({ target }) => path.posix.join('docs', target.split('#')[0]!));
  const missing = pages
    .map(({ file }) => file)
    .filter((file) => /^docs\/(?!README|decisions\/)/.test(file) && !led.includes(file));
  expect(missing).toEqual([]);
});

test('every decision has its number and is reached from their index', () => {
  const isDecision = ({ file }: Page) => /^docs\/decisions\/\d/.test(file);
  const index = pages.find(({ file }) => file === 'docs/decisions/README.md')!;
  const led = targetsOf(index).map(({ target }) => path.posix.join('docs/decisions', target));
  const decisions = pages.filter(isDecision);
  expect([...led].sort()).toEqual(decisions.map(({ file }) => file).sort());
  const unnumbered = decisions.filter((page) => {
    const [heading] = nodesOf(page.tree, 'heading');
    return !textOf(heading!).startsWith(`${path.posix.basename(page.file).slice(0, 4)} `);
  });
  expect(unnumbered.map(({ file }) => file)).toEqual([]);
});

test('every table of the database is named in the guide to the data', () => {
  const page = (file: string) => pages.find((one) => one.file === file)!;
  const tables = nodesOf(page('docs/erd.md').tree, 'heading').filter(({ depth }) => depth === 2);
  const named = nodesOf(page('docs/data-model.md').tree, 'inlineCode').map(({ value }) =>
    value.replaceAll('"', ''),
  );
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.map(textOf).filter((table) => !named.includes(table))).toEqual([]);
});

/** Top-level folders; what is written `like/this` and begins with one is a path of the repository. */
const folders = /^(src|docs|deploy|scripts|samples|migrations|prompts)\/[\w./-]*$/;

test('every file or folder that is named exists', () => {
  // A decision speaks of what was there when it was made.
  const current = pages.filter(({ file }) => !file.startsWith('docs/decisions/'));
  const named = current.flatMap((page) =>
    nodesOf(page.tree, 'inlineCode')
      .filter(({ value }) => folders.test(value))
      .map((node) => ({ place: placeOf(page, node), file: node.value })),
  );
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ file }) => !existsSync(path.join(root, file)));
  expect(missing.map(({ place, file }) => `${place} ${file}`)).toEqual([]);
  // A folder is written as one where the page says so.
  const wrong = named.filter(
    ({ file }) => file.endsWith('/') && !statSync(path.join(root, file)).isDirectory(),
  );
  expect(wrong).toEqual([]);
});

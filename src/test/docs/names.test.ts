import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsSchema } from '../../env';
import { nodesOf, placeOf, readPages, root, type Page } from './pages';

const example = readFileSync(path.join(root, '.env.example'), 'utf8');
const settings = new Set([...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!));

/** Written like a setting and none of the program's. */
const otherNames: [RegExp, string][] = [
  [/^OTEL_(TRACES_SAMPLER|BSP_|RESOURCE_ATTRIBUTES|EXPORTER_OTLP_TIMEOUT)/, 'read by OpenTelemetry itself'],
  [/^NODE_EXTRA_CA_CERTS$/, 'read by Node itself'],
  [/^NAME_FILE$/, 'stands for the name of a secret with _FILE behind it'],
  [/^NARUTALK_/, 'says how the tests are run'],
  [/^API_KEY$/, 'a variable of the shell in which an example is typed'],
];

let pages: Page[];
beforeAll(async () => {
  pages = await readPages();
});

test('every setting that a page names is in .env.example, by its name or as NAME_FILE', () => {
  const named = pages.flatMap((page) =>
    [...nodesOf(page.tree, 'inlineCode'), ...nodesOf(page.tree, 'code')]
      .filter((node) => node.type === 'inlineCode' || ['sh', 'ini'].includes(node.lang ?? ''))
      .flatMap((node) =>
        [...node.value.matchAll(/(?<![\w.])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w*])/g)].map(([name]) => ({
          place: placeOf(page, node),
          name,
        })),
      ),
  );
  expect(named.length).toBeGreaterThan(100);
  const unknown = named.filter(
    ({ name }) =>
      !settings.has(name) &&
      !settings.has(name.replace(/_FILE$/, '')) &&
      !otherNames.some(([pattern]) => pattern.test(name)),
  );
  expect(unknown.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
});

test('every setting of the program is described in docs/configuration.md', () => {
  const page = pages.find(({ file }) => file === 'docs/configuration.md')!;
  const described = new Set(
    nodesOf(page.tree, 'tableRow').flatMap((row) =>
      nodesOf(row.children[0]!, 'inlineCode').map(({ value }) => value),
    ),
  );
  expect([...described].sort()).toEqual([...settings].sort());
  expect(Object.keys(settingsSchema.shape).filter((name) => !described.has(name))).toEqual([]);
});

/** `GET /api/documents/:id` with any name for the part that varies. */
const shapeOf = (call: string) => call.replace(/\?.*$/, '').replace(/:\w+/g, ':');

test('every call that a page names is one of the API', () => {
  const rights = pages.find(({ file }) => file === 'docs/rights.md')!;
  const calls = (page: Page) =>
    nodesOf(page.tree, 'inlineCode')
      .filter(({ value }) => /^(GET|POST|PUT|PATCH|DELETE) \/\S+$/.test(value))
      .map((node) => ({ place: placeOf(page, node), call: node.value }));
  // Made of the routes themselves; another test compares it with them.
  const known = new Set(calls(rights).map(({ call }) => shapeOf(call)));
  expect(known.size).toBeGreaterThan(80);
  const unknown = pages.flatMap(calls).filter(({ call }) => !known.has(shapeOf(call)));
  expect(unknown.map(({ place, call }) => `${place} ${call}`)).toEqual([]);
});

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const web = path.join(__dirname, '..', 'web');

/** Sources of the client by their path in it. */
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|tsx?)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(web, file), 'utf8') }));

const colour = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch)a?\(/i;
const inStyle = ({ file }: { file: string }) => file.startsWith(`style${path.sep}`);

test('colours are written down in the folder of style only', () => {
  expect(sources.filter(inStyle).some(({ text }) => colour.test(text))).toBe(true);
  const elsewhere = sources.filter((source) => !inStyle(source) && colour.test(source.text));
  expect(elsewhere.map(({ file, text }) => [file, colour.exec(text)![0]])).toEqual([]);
});

test('every token that is used exists, in both schemes, and every one that exists is used', () => {
  const tokens = readFileSync(path.join(web, 'style', 'tokens.css'), 'utf8');
  const [light, dark] = tokens.split(':root[').map((part) => new Set(part.match(/--naru-[\w-]+(?=:)/g)));
  const used = new Set(
    sources
      .filter(({ file }) => !file.endsWith('tokens.css') && !file.includes('tokenList'))
      .flatMap(({ text }) => text.match(/--naru-[\w-]+/g) ?? []),
  );
  expect([...used].filter((token) => !light!.has(token))).toEqual([]);
  expect([...light!].filter((token) => !used.has(token))).toEqual([]);
  expect([...dark!].filter((token) => !light!.has(token))).toEqual([]);
});

test('the page of components shows every shared component but the frames of pages', () => {
  const frames = ['entryPage', 'messagePage', 'notFoundPage', 'page', 'routeError'];
  const shared = readdirSync(path.join(web, 'components'))
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replace('.tsx', ''));
  const shown = sources.find(({ file }) => file.endsWith('samples.tsx'))!.text;
  expect(shared.filter((name) => !frames.includes(name) && !shown.includes(`file: '${name}'`))).toEqual([]);
});

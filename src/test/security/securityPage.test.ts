import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contextWords } from '../../accounts/guessablePasswords';
import { requirements } from './requirements';

const root = path.join(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/security.md');

interface Row {
  numbers: string[];
  what: string;
  shown: string;
}
/** Rows of the tables of requirements: a number or a range of one section, what is done, what shows it. */
const rows: Row[] = [
  ...page.matchAll(/^\| (\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))? +\| (.+?) +\| (.*?) *\|$/gm),
].map(([, first, last = first, what, shown]) => ({
  numbers: between(first!, last!),
  what: what!,
  shown: shown!,
}));

function between(first: string, last: string): string[] {
  const section = first.replace(/\.\d+$/, '');
  if (!last.startsWith(`${section}.`)) throw new Error(`${first} to ${last} is not of one section`);
  const [from, to] = [first, last].map((number) => Number(number.split('.').at(-1)));
  return Array.from({ length: to! - from! + 1 }, (_none, at) => `${section}.${from! + at}`);
}

test('every requirement is answered, once and in order', () => {
  const wanted = Object.entries(requirements).flatMap(([section, count]) =>
    Array.from({ length: count }, (_none, at) => `${section}.${at + 1}`),
  );
  expect(wanted).toHaveLength(260);
  expect(rows.flatMap(({ numbers }) => numbers)).toEqual(wanted);
});

test('what is met is shown by something, and every other answer gives a reason', () => {
  for (const { numbers, what, shown } of rows) {
    const reason = /^(not applicable|not met|in part): .{8,}/.test(what);
    const claims = !/^(not applicable|not met)/.test(what);
    expect([numbers[0], reason || !/^(not |in part)/.test(what)]).toEqual([numbers[0], true]);
    expect([numbers[0], !claims || /`[^`]+`/.test(shown)]).toEqual([numbers[0], true]);
  }
});

test('the sums at its beginning are those of the tables', () => {
  const count = (beginning: RegExp) =>
    rows.filter(({ what }) => beginning.test(what)).flatMap(({ numbers }) => numbers).length;
  const [na, no, part] = [count(/^not applicable/), count(/^not met/), count(/^in part/)];
  expect(page).toContain(
    `260 requirements: ${260 - na - no - part} met, ${part} in part, ${no} not met, ${na} not applicable.`,
  );
});

test('every file that it names is there, and every test in it', () => {
  const named = [
    ...page.matchAll(/`((?:src|docs|deploy|scripts|migrations|\.github|\.ci)\/[\w./*-]+)`/g),
  ].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(200);
  for (const file of named) expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
  // `file.test.ts` “title”, “title”
  const tests = [...page.matchAll(/`(src\/[\w./-]+\.test\.ts)`((?:,? “[^”]+”)+)/g)];
  expect(tests.length).toBeGreaterThan(80);
  for (const [, file, titles] of tests)
    for (const [, title] of titles!.matchAll(/“([^”]+)”/g))
      expect([file, title, read(file!).includes(title!)]).toEqual([file, title, true]);
  // A test without its title would say nothing.
  const untitled = [...page.matchAll(/`(src\/[\w./-]+\.test\.ts)`(?! “)/g)].map(([, file]) => file);
  expect(untitled).toEqual([]);
});

test('every command that it gives is one of the repository', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...page.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('the words that no password may be made of are those of the program', () => {
  const [, words] = /Words no password may be made of: (.+?)\./s.exec(page)!;
  expect(words!.split(/,\s+/)).toEqual(contextWords);
});

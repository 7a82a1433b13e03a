import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv, settingsSchema } from '../../env';
import { allCommandBlocks, commandBlocks, commandsOf, worlds } from './commandBlocks';
import { nodesOf, placeOf, readPages, root } from './pages';

const settings = Object.keys(settingsSchema.shape);

/** Languages of blocks that are no commands. */
const otherLanguages = ['ini', 'js', 'json', 'mermaid'];

const read = (...file: string[]) => readFileSync(path.join(root, ...file), 'utf8');

test('every block of code is fenced and says what it is', async () => {
  const pages = await readPages();
  const odd = pages.flatMap((page) =>
    nodesOf(page.tree, 'code')
      .filter(({ lang }) => lang !== 'sh' && !otherLanguages.includes(lang ?? ''))
      .map((node) => `${placeOf(page, node)} ${node.lang ?? 'no language'}`),
  );
  expect(odd).toEqual([]);
});

test('every block of commands says where it is run', async () => {
  const blocks = await allCommandBlocks();
  expect(blocks.length).toBeGreaterThan(15);
  expect(blocks.filter(({ world }) => !worlds.includes(world)).map(({ place }) => place)).toEqual([]);
});

test('what is run in CI is run there, by the script and by the workflow', async () => {
  for (const { place, text } of await commandBlocks('ci')) {
    for (const command of text.split(/ && |\n/)) {
      for (const file of ['.ci/run', '.github/workflows/ci.yml'])
        expect([place, command, file, read(file).includes(command)]).toEqual([place, command, file, true]);
    }
  }
});

test('examples of JSON can be read, and examples of settings are accepted', async () => {
  for (const page of await readPages()) {
    for (const node of nodesOf(page.tree, 'code')) {
      if (node.lang === 'json') JSON.parse(node.value);
      if (node.lang !== 'ini') continue;
      const given = Object.fromEntries(
        node.value.split('\n').map((line) => /^([A-Z_]+)=(.*)$/.exec(line)!.slice(1) as [string, string]),
      );
      expect([placeOf(page, node), Object.keys(given).filter((name) => !settings.includes(name))]).toEqual([
        placeOf(page, node),
        [],
      ]);
      readEnv(given);
    }
  }
});

/** Programs whose command in the middle of a sentence is a command all the same. */
const programs = /^(npm|npx|node|docker|kubectl|helm|curl|nginx|openssl|psql|git|cp|mkdir|du|sha256sum) /;

test('a command in a sentence is a script of package.json, a file that is there, or one that only looks', async () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const known = new Set([...Object.keys(scripts), 'ci']);
  const pages = await readPages();
  const unknown = pages.flatMap((page) =>
    nodesOf(page.tree, 'inlineCode')
      .filter(({ value }) => programs.test(value))
      .filter(({ value }) => {
        const [, script] = /^npm (?:run )?(?:--\S+ )*(\S+)/.exec(value) ?? [];
        const [, file] = /^node (\S+)/.exec(value) ?? [];
        if (file) return !existsSync(path.join(root, file));
        return script ? !known.has(script) : !sentenceCommands.includes(value);
      })
      .map((node) => `${placeOf(page, node)} ${node.value}`),
  );
  expect(unknown).toEqual([]);
});

/** Commands that only look, of tools that are not here, and one that another test runs under its own name. */
const sentenceCommands = [
  'docker compose ps',
  'docker compose logs postgres',
  'kubectl get pods',
  // src/test/attacks and its like are run by `npm test`.
  'npx jest src/test/attacks',
];

test('scripts in blocks of commands exist too', async () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const block of await allCommandBlocks()) {
    for (const command of commandsOf(block)) {
      for (const [, name] of command.matchAll(/\bnpm run (?:--\S+ )*(\S+)/g))
        expect([block.place, name, name! in scripts]).toEqual([block.place, name, true]);
    }
  }
});

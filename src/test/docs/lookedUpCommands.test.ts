import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { readEnv, settingsSchema } from '../../env';
import { commandBlocks, commandsOf } from './commandBlocks';
import { root } from './pages';
import { openShell } from './shellSession';

const read = (...file: string[]) => readFileSync(path.join(root, ...file), 'utf8');
const settings = Object.keys(settingsSchema.shape);

/** A command by its words; what stands in quotes is one. */
function wordsOf(command: string): string[] {
  return (command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []).map((word) => word.replace(/["']/g, ''));
}

describe('docker: no engine runs in tests; the workflow brings up docker-compose.yml itself', () => {
  const composeText = read('docker-compose.yml');
  const { services } = parse(composeText, { merge: true }) as { services: Record<string, unknown> };
  /** Of `docker compose`: its commands that pages use, with their options, and how many words such an option takes. */
  const options: Record<string, Record<string, 0 | 1>> = {
    up: { '--detach': 0, '--build': 0, '--wait': 0 },
    run: { '--rm': 0, '--volume': 1 },
    logs: { '--no-log-prefix': 0 },
    ps: {},
    stop: {},
    pull: {},
    down: { '--volumes': 0 },
  };

  test('each command is one of docker compose, with services and files that there are', async () => {
    const blocks = await commandBlocks('docker');
    const commands = blocks.flatMap((block) =>
      commandsOf(block)
        .filter((command) => command.startsWith('docker '))
        .map((command) => ({ place: block.place, command: command.split(' | ')[0]! })),
    );
    expect(commands.length).toBeGreaterThan(3);
    for (const { place, command } of commands) {
      const [, compose, name, ...rest] = wordsOf(command);
      expect([place, compose, name! in options]).toEqual([place, 'compose', true]);
      const known = options[name!]!;
      const left = [...rest];
      while (left[0]?.startsWith('--')) {
        const option = left.shift()!;
        expect([place, option in known]).toEqual([place, true]);
        if (known[option] === 1) left.shift();
      }
      // One service and what is run in it, or a list of services.
      const [named, inside] = name === 'run' ? [left.slice(0, 1), left.slice(1)] : [left, []];
      expect([place, named.filter((service) => !(service in services))]).toEqual([place, []]);
      if (inside.length > 0) {
        const [, script] = /^node dist\/(cli\/\w+)\.js/.exec(inside.join(' ')) ?? [];
        expect([place, existsSync(path.join(root, 'src', `${script}.ts`))]).toEqual([place, true]);
      }
    }
  });

  test('what prepares it, typed in a folder with the file, sets every secret that is asked for', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-docs-'));
    await cp(path.join(root, '.env.example'), path.join(folder, '.env.example'));
    const shell = openShell(folder, { PATH: process.env.PATH });
    for (const { text } of await commandBlocks('docker')) {
      if (!text.includes('docker ')) await shell.run(text);
    }
    await shell.close();
    const env = await readFile(path.join(folder, '.env'), 'utf8');
    const given = Object.fromEntries(
      [...env.matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name!, value!]),
    );
    const asked = [...composeText.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name!);
    expect(Object.keys(given)).toEqual(expect.arrayContaining([...asked, 'SETUP_TOKEN', 'AUDIT_KEY']));
    expect(new Set(Object.values(given)).size).toBe(Object.keys(given).length);
    expect(readEnv({ ...given, NODE_ENV: 'production' })).toMatchObject({ authSecret: given.AUTH_SECRET });
    await rm(folder, { recursive: true });
  });
});

describe('kubernetes: no cluster runs in tests; the chart itself is rendered by helm in CI', () => {
  const chart = 'deploy/helm/narutalk';
  const values = parse(read(chart, 'values.yaml')) as Record<string, unknown>;
  const has = (key: string) =>
    key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], values) !==
    undefined;

  test('each helm command is of this chart, with values that it has', async () => {
    const commands = (await commandBlocks('kubernetes')).flatMap(commandsOf);
    const helm = commands.filter((command) => command.startsWith('helm ')).map(wordsOf);
    expect(helm.length).toBeGreaterThan(1);
    for (const [, name, release, folder, ...rest] of helm) {
      expect([name, release, folder]).toEqual([
        expect.stringMatching(/^(install|upgrade)$/),
        'narutalk',
        chart,
      ]);
      const left = rest.filter((word) => word !== '--reuse-values');
      while (left.length > 0) {
        const [option, value] = left.splice(0, 2);
        expect(option).toBe('--set');
        expect([value, has(value!.split('=')[0]!)]).toEqual([value, true]);
      }
    }
  });

  test('the Secret that is made has every setting the chart needs, and no other name', async () => {
    const commands = (await commandBlocks('kubernetes')).flatMap(commandsOf);
    const [secret, ...others] = commands.filter((command) => command.startsWith('kubectl ')).map(wordsOf);
    expect(others).toEqual([]);
    expect(secret!.slice(0, 5)).toEqual(['kubectl', 'create', 'secret', 'generic', 'narutalk-secrets']);
    const names = secret!.slice(5).map((word) => /^--from-literal=([A-Z_]+)=/.exec(word)?.[1]);
    expect(names.filter((name) => !name || !settings.includes(name))).toEqual([]);
    const needed = Object.entries(values.secretKeys as Record<string, boolean>).filter(
      ([, isRead]) => isRead,
    );
    expect(names.sort()).toEqual(needed.map(([name]) => name).sort());
  });
});

describe('release: nothing is signed but by the workflow of a release, which no test can be', () => {
  test('what is checked of a release was made by a workflow that there is, with the same tool', async () => {
    for (const { place, text } of await commandBlocks('release')) {
      const [, workflow] = /(\.github\/workflows\/[\w.-]+\.yml)/.exec(text) ?? [];
      const [program] = text.split(' ');
      expect([place, program, read(workflow!).includes(program!)]).toEqual([place, program, true]);
    }
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, '.github', 'workflows');
const texts = readdirSync(folder).map(
  (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
);

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; run?: string }[] }>;
}
const workflow = (name: string) => parse(texts.find(([file]) => file === name)![1]) as Workflow;

test('every action is pinned to a commit, with its version beside it', () => {
  const used = texts.flatMap(([, text]) => [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action!));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

test('no workflow may do more than read, but for the job that publishes', () => {
  for (const [name] of texts) expect(workflow(name).permissions).toEqual({ contents: 'read' });
  const jobs = texts.flatMap(([name]) => Object.entries(workflow(name).jobs));
  const more = jobs.filter(([, { permissions }]) => permissions !== undefined);
  expect(more.map(([job]) => job)).toEqual(['image']);
  expect(more[0]![1].permissions).toEqual({ contents: 'read', packages: 'write', 'id-token': 'write' });
});

test('the image is signed by its digest, described and checked again', () => {
  const commands = workflow('image.yml')
    .jobs.image!.steps.map(({ run = '' }) => run)
    .join('\n');
  for (const command of ['cosign sign --yes', 'cosign attest --yes --type cyclonedx', 'cosign verify'])
    expect(commands).toContain(`${command} `);
  expect(texts.find(([name]) => name === 'image.yml')![1]).toMatch(
    /SIGNED: \S+ env\.IMAGE \S+@\S+ steps\.build\.outputs\.digest /,
  );
});

test('the list of packages names every one that runs in production, and none that does not', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  });
  const { bomFormat, components, dependencies } = JSON.parse(text) as {
    bomFormat: string;
    components: { name: string; version: string; licenses?: unknown[] }[];
    dependencies: { dependsOn: string[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; dev?: true; devOptional?: true }>;
  };
  const names = Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`);
  expect(names.length).toBeGreaterThan(300);
  const listed = components.map(({ name, version }) => `${name}@${version}`);
  expect([...new Set(listed)].sort()).toEqual([...new Set(names)].sort());
  expect(components.filter(({ licenses }) => licenses === undefined).length).toBeLessThan(20);
  expect(dependencies.some(({ dependsOn }) => dependsOn.length > 0)).toBe(true);
});

import { existsSync } from 'node:fs';
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from './pages';

/** What a fresh copy has not: what was installed, stored or set here. */
const notCopied = new Set(['node_modules', 'data', 'coverage', '.git', '.env']);

/**
 * A copy of the repository as after `npm ci`: its packages are those of this tree, and what is built already is there too, so that
 * only what is stale is built again. @returns its folder.
 */
export async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-docs-'));
  await cp(root, folder, {
    recursive: true,
    filter: (source) => !notCopied.has(path.relative(root, source)),
  });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/**
 * The commands of a page without `npm ci`, which would install anew what this very test runs with: it is the first step of `.ci/run`
 * and of each job of the workflow (`commands.test.ts` looks).
 */
export function withoutInstall(commands: string): string {
  return commands.replace(/\bnpm ci( && |\n|$)/, '');
}

/** Whether there is a program of this name. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
}

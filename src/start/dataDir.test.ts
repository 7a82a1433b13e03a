import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { keptAuthSecret } from './dataDir';
import { StartError } from './startError';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-data-'));
  file = path.join(folder, 'auth-secret');
});
afterEach(() => rm(folder, { recursive: true }));

test('processes that start at once on one folder have one secret, which nobody else can read', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => keptAuthSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(43);
  expect(await keptAuthSecret(folder)).toBe(await readFile(file, 'utf8'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['auth-secret']);
});

test.each(['', '\n', 'short'])(
  'a file that holds no secret (%j) signs nothing: anybody could',
  async (text) => {
    await writeFile(file, text);
    await expect(keptAuthSecret(folder)).rejects.toThrow(StartError);
  },
);

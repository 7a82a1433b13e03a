import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * One SHA-256 (hex) of the names and contents of files and of all that is in folders, given by their paths under `root`,
 * without what is under one of `except`.
 */
export async function hashFiles(root, paths, except = []) {
  const hash = createHash('sha256');
  for (const name of (await Promise.all(paths.map((each) => filesUnder(root, each)))).flat().sort()) {
    if (except.some((folder) => name.startsWith(`${folder}/`))) continue;
    hash
      .update(`${name}\0`)
      .update(await readFile(path.join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesUnder(root, name) {
  if ((await stat(path.join(root, name))).isFile()) return [name];
  const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

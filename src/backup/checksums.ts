import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError, partsOf } from './manifest';

/** Writes what each file of a backup holds, as `sha256sum --check checksums.sha256` reads it. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const name of await filesOf(folder))
    lines.push(`${await sha256Of(path.join(folder, name))}  ${name}\n`);
  await writeFile(partsOf(folder).checksums, lines.join(''), { mode: 0o600 });
}

/** @throws BackupError naming the first file that is missing or not as it was written, or that was not there. */
export async function checkChecksums(folder: string): Promise<void> {
  const text = await readFile(partsOf(folder).checksums, 'utf8');
  const expected = new Map(
    text.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])),
  );
  const present = new Set(await filesOf(folder));
  for (const name of new Set([...expected.keys(), ...present])) {
    const sum = present.has(name) ? await sha256Of(path.join(folder, name)) : undefined;
    if (sum !== expected.get(name))
      throw new BackupError(`${name} in ${folder} is not as it was written: this backup cannot be trusted.`);
  }
}

/** Every file but those that are written after it, relative to the folder, in order. */
async function filesOf(folder: string): Promise<string[]> {
  const { manifest, checksums } = partsOf(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== manifest && file !== checksums)
    .map((file) => path.relative(folder, file))
    .sort();
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

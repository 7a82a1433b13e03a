import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../errors';
import { assertKey, isKey } from './keys';
import type { ObjectStore } from './objectStore';
import { SourceOf } from './sourceOf';
import { asFileStoreUnavailable, errorCode } from './storeErrors';

/**
 * Originals in a folder, as `ab/abcdef...`, so that no folder grows large. A file is copied beside them first and renamed
 * into place: a reader never meets half of one.
 */
export function createFolderStore(folder: string): ObjectStore {
  const unfinished = path.join(folder, 'unfinished');

  function pathOf(key: string): string {
    assertKey(key);
    return path.join(folder, key.slice(0, 2), key);
  }

  return {
    engine: 'folder',
    async prepare() {
      await asFileStoreUnavailable(() => mkdir(unfinished, { recursive: true }));
    },
    async putFile(key, filePath) {
      const target = pathOf(key);
      const copy = path.join(unfinished, randomUUID());
      await asFileStoreUnavailable(() => putWhole(filePath, copy, target));
    },
    async putStream(key, content, { signal }) {
      const target = pathOf(key);
      const part = path.join(unfinished, randomUUID());
      const source = new SourceOf(content);
      await source.asItsOwn(() =>
        asFileStoreUnavailable(async () => {
          try {
            await pipeline(source.chunks(signal), createWriteStream(part));
            await putInPlace(part, target);
          } finally {
            await rm(part, { force: true });
          }
        }),
      );
    },
    async get(key) {
      const source = pathOf(key);
      return asFileStoreUnavailable(async () => {
        const file = await nullIfMissing(open(source));
        if (!file) throw new AppError('not_found');
        return file.createReadStream();
      });
    },
    async exists(key) {
      const target = pathOf(key);
      return asFileStoreUnavailable(async () => (await nullIfMissing(stat(target))) !== null);
    },
    async remove(key) {
      const target = pathOf(key);
      await asFileStoreUnavailable(() => rm(target, { force: true }));
    },
    async *list() {
      const entries = await asFileStoreUnavailable(() =>
        readdir(folder, { recursive: true, withFileTypes: true }),
      );
      for (const entry of entries) {
        if (!entry.isFile() || !isKey(entry.name)) continue;
        const found = await asFileStoreUnavailable(() => nullIfMissing(stat(pathOf(entry.name))));
        if (found) yield { key: entry.name, storedAt: found.mtime };
      }
    },
    removeUnfinished: (before) => asFileStoreUnavailable(() => removeOlder(unfinished, before)),
    async ping() {
      await asFileStoreUnavailable(() => access(unfinished, constants.R_OK | constants.W_OK));
    },
    async close() {},
  };
}

async function putWhole(filePath: string, copy: string, target: string): Promise<void> {
  try {
    await copyFile(filePath, copy, constants.COPYFILE_FICLONE);
    await putInPlace(copy, target);
  } finally {
    await rm(copy, { force: true });
  }
}

async function putInPlace(copy: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  await rename(copy, target);
}

async function removeOlder(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await nullIfMissing(stat(file));
    if (!found || found.mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function nullIfMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

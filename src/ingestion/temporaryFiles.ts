import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Where uploads stand until the file store has them. */
export const uploadsFolder = path.join(os.tmpdir(), 'narutalk-uploads');

const workPrefix = 'narutalk-parse-';

/** Does work with an empty folder of its own, which is gone afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), workPrefix));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what killed processes have left on this machine before the moment given. @returns how much there was. */
export async function removeTemporaryFiles(before: Date): Promise<number> {
  const work = (await readdir(os.tmpdir())).filter((name) => name.startsWith(workPrefix));
  const uploads = await readdir(uploadsFolder).catch(() => []); // none has come yet
  const all = [
    ...work.map((name) => path.join(os.tmpdir(), name)),
    ...uploads.map((name) => path.join(uploadsFolder, name)),
  ];
  let removed = 0;
  for (const file of all) {
    const found = await stat(file).catch(() => null); // its owner was faster
    if (!found || found.mtime >= before) continue;
    await rm(file, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

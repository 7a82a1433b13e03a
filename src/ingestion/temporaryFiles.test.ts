import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { removeTemporaryFiles, uploadsFolder, withTemporaryFolder } from './temporaryFiles';

const longAgo = new Date(Date.now() - 3 * 60 * 60_000);
const anHourAgo = new Date(Date.now() - 60 * 60_000);
const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

test('a folder is gone after its work, also when that fails', async () => {
  let used = '';
  const work = withTemporaryFolder(async (folder) => {
    used = folder;
    expect(await readdir(folder)).toEqual([]);
    await writeFile(path.join(folder, 'original'), 'x');
    throw new Error('unreadable');
  });
  await expect(work).rejects.toThrow('unreadable');
  expect(await exists(used)).toBe(false);
});

test('what killed processes left is removed, what is in use and what is not ours stays', async () => {
  await mkdir(uploadsFolder, { recursive: true });
  const left = await mkdtemp(path.join(os.tmpdir(), 'narutalk-parse-'));
  const upload = path.join(uploadsFolder, 'left-by-a-test');
  const foreign = await mkdtemp(path.join(os.tmpdir(), 'somebody-else-'));
  await writeFile(upload, 'half');
  for (const file of [left, upload, foreign]) await utimes(file, longAgo, longAgo);

  await withTemporaryFolder(async (inUse) => {
    expect(await removeTemporaryFiles(anHourAgo)).toBeGreaterThanOrEqual(2);
    expect(await Promise.all([left, upload, foreign, inUse].map(exists))).toEqual([false, false, true, true]);
  });
  await rm(foreign, { recursive: true });
});

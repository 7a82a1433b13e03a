import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuditHeadStore } from './auditHeadStore';

/** Heads as files of a folder, each whole or not at all. */
export function createFolderHeads(folder: string): AuditHeadStore {
  return {
    async put(name, text) {
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, name);
      await writeFile(`${file}.new`, text);
      await rename(`${file}.new`, file);
    },
    async read() {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(
        names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
      );
    },
  };
}

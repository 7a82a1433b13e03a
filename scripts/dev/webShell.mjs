import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files of the built client that some of its modules load, with all that they import at once: scripts and styles, by the
 * manifest of the build in `folder`.
 */
export async function filesOf(folder, modules) {
  const manifest = JSON.parse(await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8'));
  const found = new Set();
  const seen = new Set();
  const follow = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build knows no ${key}.`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    for (const imported of chunk.imports ?? []) follow(imported);
  };
  modules.forEach(follow);
  return [...found];
}

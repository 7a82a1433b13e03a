import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { syntheticPdf } from './syntheticPdf.mjs';
import { sampleSentences } from './syntheticChunks.mjs';

const samples = fileURLToPath(new URL('../../samples/documents/', import.meta.url));

/** Runs `work` with a folder that is gone afterwards. */
export async function withFolder(work) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every `step`-th sample document, of all formats. @returns paths. */
export async function sampleFiles(folder, step = 1) {
  const names = (await readdir(samples)).filter((name) => name !== 'manifest.json').sort();
  const chosen = names.filter((_name, at) => at % step === 0);
  await Promise.all(chosen.map((name) => copyFile(path.join(samples, name), path.join(folder, name))));
  return chosen.map((name) => path.join(folder, name));
}

/** PDFs of Korean text. @returns paths. */
export async function pdfFiles(folder, { count, pages }) {
  const sentences = await sampleSentences();
  const files = [];
  for (let at = 0; at < count; at += 1) {
    const file = path.join(folder, `report-${pages}-${at + 1}.pdf`);
    // Each begins elsewhere in the text, so that no passage is known from the one before.
    const turned = [...sentences.slice(at * 7), ...sentences.slice(0, at * 7)];
    await writeFile(file, syntheticPdf({ pages, sentences: turned, mark: `보고서 ${at + 1}` }));
    files.push(file);
  }
  return files;
}

import { stat } from 'node:fs/promises';
import { startChild } from './benchChild.mjs';
import { startConstantEmbeddings } from './constantEmbeddings.mjs';
import { pdfFiles, sampleFiles, withFolder } from './ingestionFiles.mjs';
import { median, rounded } from './statistics.mjs';
import { createSyntheticText } from './syntheticChunks.mjs';
import { uploadFiles, waitUntilIndexed } from './uploads.mjs';

/**
 * Megabytes a second from the upload until the last document is indexed, on the engines the settings choose, against the
 * same parsers called bare in one process. Embeddings are a constant.
 */
export async function measureIngestion({ rounds, sampleStep, pdfs }) {
  const text = await createSyntheticText();
  const embeddings = await startConstantEmbeddings(text.questionVector);
  const bare = await startChild('bareParser.mjs');
  const figures = await withFolder(async (folder) => {
    const sets = {
      'sample documents': await sampleFiles(folder, sampleStep),
      [`PDFs of ${pdfs.pages} pages`]: await pdfFiles(folder, pdfs),
    };
    const figures = {};
    for (const [name, files] of Object.entries(sets)) {
      const megabytes = await sizeOf(files);
      const whole = [];
      const alone = [];
      await bare.ask({ parse: files }); // warm-up
      for (let round = 0; round < rounds; round += 1) {
        alone.push(megabytes / (await bare.ask({ parse: files })).seconds);
        whole.push(megabytes / (await secondsOfIngestion(files, embeddings.settings)));
      }
      const ratios = whole.map((value, round) => value / alone[round]);
      figures[`ingestion of ${files.length} ${name} / their parsers bare, MB/s`] = rounded(median(ratios));
      figures[`ingestion of ${files.length} ${name} and their parsers bare, MB/s`] =
        `${rounded(median(whole), 3)} and ${rounded(median(alone), 3)}`;
    }
    return figures;
  });
  await bare.end();
  embeddings.close();
  return figures;
}

/** On a server of its own, since content that is there already is not taken again. */
async function secondsOfIngestion(files, embeddings) {
  const options = JSON.stringify({ settings: { embeddings } });
  const server = await startChild('ingestionServer.mjs', { args: [options] });
  const started = performance.now();
  await waitUntilIndexed(server.ready, await uploadFiles(server.ready, files));
  const seconds = (performance.now() - started) / 1000;
  await server.end();
  return seconds;
}

async function sizeOf(files) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

import { startChild } from './benchChild.mjs';
import { startConstantEmbeddings } from './constantEmbeddings.mjs';
import { pdfFiles, withFolder } from './ingestionFiles.mjs';
import { median, rounded } from './statistics.mjs';
import { createSyntheticText } from './syntheticChunks.mjs';
import { uploadFiles, waitUntilIndexed } from './uploads.mjs';

const documents = 10;

/**
 * How long the chat server's event loop is held up while ten documents come in: with a worker beside it on real servers,
 * and as one process on the embedded engines.
 */
export async function measureEventLoopDelay({ rounds, pages }) {
  const text = await createSyntheticText();
  const embeddings = await startConstantEmbeddings(text.questionVector);
  const figures = await withFolder(async (folder) => {
    const files = await pdfFiles(folder, { count: documents, pages });
    const name = `event loop while ${documents} PDFs of ${pages} pages come in`;
    const setUps = {
      'one process, embedded': () => oneProcess(files, embeddings.settings),
      ...(process.env.DATABASE_URL
        ? { 'server beside a worker': () => beside(files, embeddings.settings) }
        : {}),
    };
    const figures = {};
    for (const [setUp, measure] of Object.entries(setUps)) {
      const delays = [];
      for (let round = 0; round < rounds; round += 1) delays.push(await measure());
      figures[`${name}, ${setUp}: delay p99, ms`] = rounded(median(delays.map(({ p99 }) => p99)), 1);
      figures[`the same, ${setUp}: longest, ms`] = rounded(median(delays.map(({ longest }) => longest)), 1);
    }
    return figures;
  });
  embeddings.close();
  return figures;
}

async function oneProcess(files, embeddings) {
  // Without the variables of the real servers.
  const { PATH, HOME } = process.env;
  const server = await startServer({ settings: { embeddings } }, { PATH, HOME });
  const delay = await delayDuring(server, files);
  await server.end();
  return delay;
}

async function beside(files, embeddings) {
  const server = await startServer({ settings: { embeddings, processRole: 'server' } });
  const worker = await startServer({ workerOf: { ...server.ready.env, processRole: 'worker' } });
  const delay = await delayDuring(server, files);
  await worker.end();
  await server.end();
  return delay;
}

function startServer(options, env = process.env) {
  return startChild('ingestionServer.mjs', { args: [JSON.stringify(options)], env });
}

async function delayDuring(server, files) {
  await server.ask({ watchDelay: true });
  await waitUntilIndexed(server.ready, await uploadFiles(server.ready, files));
  return server.ask({ delay: true });
}

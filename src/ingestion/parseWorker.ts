import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { AppError } from '../errors';
import { workerFile } from '../workerFile';
import type { WatchData } from './memoryWatch';
import { parseContent } from './parsers/parseContent';
import type { Block } from './parsedDocument';
import type { ParseMessage, ParseRequest } from './parseMessages';

/** Blocks in one message: large enough to cost little, small enough not to hold both processes up. */
const blocksPerMessage = 1000;

const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

process.once('message', (request: ParseRequest) => void answer(request));
process.once('disconnect', () => process.exit());
process.on('uncaughtException', (error) => void reportFailure(error));

async function answer(request: ParseRequest): Promise<void> {
  try {
    await startWatch(request);
    await send({ type: 'started' });
    const content = await readFile(request.filePath);
    await send({ type: 'done', ...(await parseContent(content, request.fileName, sendBlocks)) });
  } catch (error) {
    await reportFailure(error);
  }
}

/** Only another thread can watch a process whose own thread is busy unpacking. */
async function startWatch({ residentMegabytes, silentCpuMilliseconds }: ParseRequest): Promise<void> {
  const workerData: WatchData = { residentMegabytes, silentCpuMilliseconds, progress };
  const watch = new Worker(workerFile('ingestion/memoryWatch'), { workerData });
  watch.unref();
  await new Promise((resolve, reject) => watch.once('online', resolve).once('error', reject));
}

async function sendBlocks(blocks: Block[]): Promise<void> {
  Atomics.add(progress, 0, 1);
  for (let from = 0; from < blocks.length; from += blocksPerMessage) {
    await send({ type: 'blocks', blocks: blocks.slice(from, from + blocksPerMessage) });
  }
}

/** A parser's own complaint keeps its code; any other error says that the content is not what its format promises. */
async function reportFailure(error: unknown): Promise<void> {
  const code = error instanceof AppError ? error.code : 'file_unreadable';
  await send({ type: 'failed', code, detail: inspect(error) });
}

/** Waits until the parent has taken the message, so that a large document does not pile up in the channel. */
function send(message: ParseMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

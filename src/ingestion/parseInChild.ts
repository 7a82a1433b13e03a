import { fork, type ChildProcess } from 'node:child_process';
import { AppError } from '../errors';
import { workerFile } from '../workerFile';
import type { ParsedDocument } from './parsedDocument';
import type { ParseMessage, ParseRequest } from './parseMessages';

/** What a parsing child may use before it is ended. */
export interface ParseLimits {
  milliseconds: number;
  /** JavaScript objects, kept by V8. */
  heapMegabytes: number;
  /** The whole process: buffers of unpacked content are outside of V8's heap. */
  residentMegabytes: number;
  /** CPU time of the whole process without a page or the whole of another format. */
  silentCpuMilliseconds: number;
}

interface ParseOptions {
  fileName: string;
  signal?: AbortSignal;
  limits: ParseLimits;
}

/** Characters of the child's last words that are kept for the log. */
const keptErrorOutput = 2000;

/** `parseFile` with the limits given: one child for one file, gone in every case when the promise settles. */
export async function parseInChild(filePath: string, options: ParseOptions): Promise<ParsedDocument> {
  options.signal?.throwIfAborted();
  const child = startChild(options);
  try {
    return await answerOf(child, { filePath, fileName: options.fileName, ...options.limits });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}

/** The child gets no environment: what parses foreign content has no use for passwords. */
function startChild({ limits, signal }: ParseOptions): ChildProcess {
  return fork(workerFile('ingestion/parseWorker'), {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: limits.milliseconds,
    signal,
    killSignal: 'SIGKILL',
  });
}

function answerOf(child: ChildProcess, request: ParseRequest): Promise<ParsedDocument> {
  const blocks: ParsedDocument['blocks'] = [];
  let hasStarted = false;
  let errorOutput = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-keptErrorOutput);
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message: ParseMessage) => {
      if (message.type === 'started') hasStarted = true;
      if (message.type === 'blocks') for (const block of message.blocks) blocks.push(block);
      if (message.type === 'done') resolve({ ...withoutType(message), blocks });
      if (message.type === 'failed') reject(new AppError(message.code, { cause: new Error(message.detail) }));
    });
    child.on('error', reject);
    // `close`, not `exit`: by then everything the child said has arrived.
    child.on('close', (code, signal) => {
      const cause = new Error(`The parser ended (${signal ?? `code ${code}`}): ${errorOutput}`);
      // A child that leaves by itself before it has begun is a fault of the installation, not of the file.
      const isFileAtFault = hasStarted || signal !== null;
      reject(isFileAtFault ? new AppError('file_too_complex', { cause }) : cause);
    });
    child.send(request, (error) => error && reject(error));
  });
}

function withoutType({ mediaType, pages, pagesWithoutText }: Extract<ParseMessage, { type: 'done' }>) {
  return { mediaType, pages, pagesWithoutText };
}

import type { ChildProcess } from 'node:child_process';
import { AppError } from '../errors';
import type { ParsedDocument } from './parsedDocument';
import type { ParseMessage, ParseRequest } from './parseMessages';
import { startParsingChild } from './parsingChild';
import type { SpareChild } from './spareChild';

/** What a parsing child may use before it is ended. */
export interface ParseLimits {
  /** From the request on: a spare may have waited before it. */
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
  /** Whose child is taken where it has one, made with the same heap. */
  spare?: SpareChild;
}

/** A child that was gone before it looked at the file. */
class NeverBegan extends Error {}

/** Characters of the child's last words that are kept for the log. */
const keptErrorOutput = 2000;

/** `parseFile` with the limits given: one child for one file, gone in every case when the promise settles. */
export async function parseInChild(filePath: string, options: ParseOptions): Promise<ParsedDocument> {
  options.signal?.throwIfAborted();
  try {
    return await parseInSpareOrFresh(filePath, options);
  } finally {
    options.spare?.prepare();
  }
}

async function parseInSpareOrFresh(filePath: string, options: ParseOptions): Promise<ParsedDocument> {
  const spare = options.spare?.take();
  if (spare) {
    try {
      return await parseIn(spare, filePath, options);
    } catch (error) {
      if (!(error instanceof NeverBegan)) throw error;
    }
  }
  return parseIn(startParsingChild(options.limits.heapMegabytes), filePath, options);
}

async function parseIn(
  child: ChildProcess,
  filePath: string,
  { fileName, signal, limits }: ParseOptions,
): Promise<ParsedDocument> {
  const outOfTime = new AbortController();
  const timer = setTimeout(() => outOfTime.abort(), limits.milliseconds);
  const end = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', end);
  outOfTime.signal.addEventListener('abort', end);
  try {
    return await answerOf(child, { filePath, fileName, ...limits }, outOfTime.signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    end();
  }
}

function answerOf(
  child: ChildProcess,
  request: ParseRequest,
  outOfTime: AbortSignal,
): Promise<ParsedDocument> {
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
    child.on('error', (cause) => reject(new NeverBegan('No parser could be started', { cause })));
    // `close`, not `exit`: by then everything the child said has arrived.
    child.on('close', (code, signal) => {
      const words = `The parser ended (${signal ?? `code ${code}`}): ${errorOutput}`;
      // A child that is gone before it has begun is a fault of the machine or the installation, not of the file.
      const isFileAtFault = hasStarted || outOfTime.aborted;
      reject(
        isFileAtFault ? new AppError('file_too_complex', { cause: new Error(words) }) : new NeverBegan(words),
      );
    });
    child.send(request, (cause) => cause && reject(new NeverBegan('The parser takes no request', { cause })));
  });
}

function withoutType({ mediaType, pages, pagesWithoutText }: Extract<ParseMessage, { type: 'done' }>) {
  return { mediaType, pages, pagesWithoutText };
}

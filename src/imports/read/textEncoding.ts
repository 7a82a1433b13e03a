import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { FileRefused } from '../importProblem';

export type TextEncoding = 'utf8' | 'cp949' | 'utf-16le' | 'utf-16be';

/** Rows that a refusal names. */
const rowsNamed = 20;

/**
 * The encoding of a text file: UTF-8 where all of it is valid, else CP949.
 * @throws FileRefused `mixed_encodings`, naming rows of the encoding that fewer rows have.
 */
export async function textEncoding(path: string, start: Buffer): Promise<TextEncoding> {
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  if (await isUtf8(path)) return 'utf8';
  const { utf8, legacy } = await linesByEncoding(path);
  if (utf8.count === 0) return 'cp949';
  const fewer = utf8.count < legacy.count ? utf8 : legacy;
  throw new FileRefused(fewer.rows.map((row) => ({ row, column: null, code: 'mixed_encodings' })));
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of createReadStream(path)) decoder.decode(bytes as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

interface Lines {
  count: number;
  rows: number[];
}

/**
 * Lines that can only be UTF-8, and those that cannot be. Some pairs of CP949 are valid UTF-8 by accident, but never
 * three bytes that make a Hangul syllable.
 */
async function linesByEncoding(path: string): Promise<{ utf8: Lines; legacy: Lines }> {
  const found = { utf8: { count: 0, rows: [] }, legacy: { count: 0, rows: [] } } as Record<
    'utf8' | 'legacy',
    Lines
  >;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let row = 0;
  for await (const line of linesOf(path)) {
    row += 1;
    if (isAscii(line)) continue;
    const kind = kindOf(line, decoder);
    if (!kind) continue;
    found[kind].count += 1;
    if (found[kind].rows.length < rowsNamed) found[kind].rows.push(row);
  }
  return found;
}

function kindOf(line: Buffer, decoder: InstanceType<typeof TextDecoder>): 'utf8' | 'legacy' | null {
  try {
    return /[\u0800-\uffff]/.test(decoder.decode(line)) ? 'utf8' : null;
  } catch {
    return 'legacy'; // the decoder's way to say that the bytes are no UTF-8
  }
}

function isAscii(line: Buffer): boolean {
  return line.every((byte) => byte < 0x80);
}

/** A file of binary rubbish may have no line break at all: longer lines are looked at in pieces. */
const longestLine = 1024 * 1024;

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of createReadStream(path)) {
    rest = Buffer.concat([rest, bytes as Buffer]);
    let from = 0;
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a, from)) {
      yield rest.subarray(from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
    if (rest.length <= longestLine) continue;
    yield rest;
    rest = Buffer.alloc(0);
  }
  if (rest.length > 0) yield rest;
}

/** Text of some bytes in an encoding; the last character may be cut. */
export function decodeSample(bytes: Buffer, encoding: TextEncoding): string {
  return iconv.decode(bytes, encoding);
}

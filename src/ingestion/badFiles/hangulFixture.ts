import { deflateRawSync } from 'node:zlib';
import { unreadableOrRead, type Outcome } from './badFileFixture';
import { compoundFile } from './compoundFileFixture';

/** A damaged document may be empty, or no longer be known as one. */
export const anyText: readonly Outcome[] = [
  ...unreadableOrRead,
  'file_empty',
  'file_unsupported',
  'file_without_text',
  'file_too_complex',
];

/** The flags of the stream `FileHeader` (HWP 5.0 specification, 3.2.1). */
export const flags = { compressed: 1, password: 2, distribution: 4, script: 8, rightsManagement: 16 };

function hwpHeader(flag: number, version = 0x05000300): Buffer {
  const header = Buffer.alloc(256);
  header.write('HWP Document File');
  header.writeUInt32LE(version, 32);
  header.writeUInt32LE(flag, 36);
  return header;
}

/** A Hangul document of the streams given, with a beginning that says what is needed of it. */
export function hwpOf(streams: Record<string, Buffer>, flag = flags.compressed, version?: number): Buffer {
  return compoundFile({ FileHeader: hwpHeader(flag, version), ...streams });
}

/** A record's head: its tag, its level and its size, or the mark that the size follows (3.1). */
export function record(tag: number, level: number, size: number, content = Buffer.alloc(0)): Buffer {
  const extended = size >= 0xfff;
  const head = Buffer.alloc(extended ? 8 : 4);
  head.writeUInt32LE((tag | (level << 10) | ((extended ? 0xfff : size) << 20)) >>> 0);
  if (extended) head.writeUInt32LE(size >>> 0, 4);
  return Buffer.concat([head, content]);
}

/** What a document needs beside its text. */
export const docInfo = deflateRawSync(record(16, 0, 26, Buffer.from('0100'.padEnd(52, '0'), 'hex')));

import { constants, crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive as it stands in the file, true or not. */
export interface ZipEntry {
  name: string | Buffer;
  /** As it is stored: already compressed. */
  data: Buffer;
  method?: number;
  /** Bytes unpacked, as declared. */
  size?: number;
  crc?: number;
  flags?: number;
  extra?: Buffer;
  /** Upper half: the mode of a Unix file. */
  attributes?: number;
  /** What the entry's own header says where the directory says something else. */
  local?: Partial<Pick<ZipEntry, 'name' | 'size' | 'method'>>;
  /** The directory points to the data of the entry before, and no data are written. */
  isOverlapping?: boolean;
}

/** What the end of the archive says where it is not true. */
export interface ZipEnd {
  entryCount?: number;
  directoryOffset?: number;
  directorySize?: number;
  disk?: number;
  comment?: Buffer;
}

const deflateMethod = 8;

/** An archive byte by byte (APPNOTE.TXT 4.3), since no library writes a wrong one. */
export function zipOf(entries: ZipEntry[], end: ZipEnd = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let lastOffset = 0;
  for (const entry of entries) {
    if (!entry.isOverlapping) {
      lastOffset = offset;
      const local = Buffer.concat([header(0x04034b50, { ...entry, ...entry.local }), entry.data]);
      parts.push(local);
      offset += local.length;
    }
    directory.push(directoryHeader(entry, lastOffset));
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const comment = end.comment ?? Buffer.alloc(0);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(Math.min(end.entryCount ?? entries.length, 0xffff), 8);
  last.writeUInt16LE(Math.min(end.entryCount ?? entries.length, 0xffff), 10);
  last.writeUInt32LE(end.directorySize ?? directorySize, 12);
  last.writeUInt32LE(end.directoryOffset ?? offset, 16);
  last.writeUInt16LE(comment.length, 20);
  return Buffer.concat([
    ...parts,
    ...directory,
    ...zip64End(entries.length, directorySize, offset),
    last,
    comment,
  ]);
}

/** An entry of a well-made archive. */
export function deflated(name: string, content: string | Buffer): ZipEntry {
  const bytes = Buffer.from(content as Buffer);
  return { name, data: deflateRawSync(bytes), method: deflateMethod, size: bytes.length, crc: crc32(bytes) };
}

/** Bytes that are deflated together: some thousand to one, as far as deflate goes. */
const flushedLength = 1024 * 1024;

const pieces = new Map<number, Buffer>();

/** So many megabytes of one byte, deflated; quickly, since one megabyte of it is like any other. */
export function deflatedZeros(megabytes: number, byte = 0): Buffer {
  const piece =
    pieces.get(byte) ??
    deflateRawSync(Buffer.alloc(flushedLength, byte), { finishFlush: constants.Z_FULL_FLUSH });
  pieces.set(byte, piece);
  return Buffer.concat([...Array<Buffer>(megabytes).fill(piece), deflateRawSync(Buffer.alloc(0))]);
}

/** An entry that declares what it holds, or anything else. */
export function bombEntry(name: string, megabytes: number, declared = megabytes * flushedLength): ZipEntry {
  return { name, data: deflatedZeros(megabytes), method: deflateMethod, size: declared };
}

function header(signature: number, entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name as Buffer);
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(signature, 0);
  writeCommon(fixed, 4, entry, name);
  return Buffer.concat([fixed, name, entry.extra ?? Buffer.alloc(0)]);
}

function directoryHeader(entry: ZipEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name as Buffer);
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(0x0314, 4); // made on Unix, so that attributes count
  writeCommon(fixed, 6, entry, name);
  fixed.writeUInt32LE(entry.attributes ?? 0, 38);
  fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name, entry.extra ?? Buffer.alloc(0)]);
}

/** From `version needed` to `extra field length`, which both headers have. */
function writeCommon(target: Buffer, at: number, entry: ZipEntry, name: Buffer): void {
  target.writeUInt16LE(45, at);
  target.writeUInt16LE(entry.flags ?? 0x800, at + 2);
  target.writeUInt16LE(entry.method ?? 0, at + 4);
  target.writeUInt32LE(entry.crc ?? 0, at + 10);
  target.writeUInt32LE(entry.data.length, at + 14);
  target.writeUInt32LE(entry.size ?? entry.data.length, at + 18);
  target.writeUInt16LE(name.length, at + 22);
  target.writeUInt16LE(entry.extra?.length ?? 0, at + 24);
}

/** More entries than two bytes can count stand in a record of their own, with its locator. */
function zip64End(entryCount: number, directorySize: number, directoryOffset: number): Buffer[] {
  if (entryCount < 0xffff) return [];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entryCount), 24);
  record.writeBigUInt64LE(BigInt(entryCount), 32);
  record.writeBigUInt64LE(BigInt(directorySize), 40);
  record.writeBigUInt64LE(BigInt(directoryOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryOffset + directorySize), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}

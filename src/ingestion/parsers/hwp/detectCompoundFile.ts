import { AppError } from '../../../errors';
import { mediaTypes } from '../mediaTypes';

const compoundFileMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The stream in which Office keeps a document with a password (MS-OFFCRYPTO 2.3.4.4), as its directory names it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * How the stream `FileHeader` of every HWP 5 document begins (HWP 5.0 specification, 3.2.1): 32 bytes of signature, 4 of
 * version, 4 of flags. The stream is so short that its first 64 bytes lie together anywhere in the file.
 */
const hwpSignature = Buffer.from('HWP Document File\0', 'latin1');
const flagsOffset = 36;

/** With a password, for distribution (its author allows reading in Hangul alone), or with rights management. */
const protectedFlags = 0b10110;

/** Whether the content is a compound file (MS-CFB), in which old Office and Hangul keep their documents. */
export function isCompoundFile(content: Buffer): boolean {
  return content.subarray(0, compoundFileMark.length).equals(compoundFileMark);
}

/**
 * Finds the Hangul documents among compound files.
 * @throws AppError `file_encrypted`; `file_unsupported` (such as Office files of before 2007).
 */
export function detectCompoundFile(content: Buffer): typeof mediaTypes.hwp {
  if (content.includes(encryptedPackage)) throw new AppError('file_encrypted');
  const header = content.indexOf(hwpSignature);
  if (header === -1 || header + flagsOffset + 4 > content.length) throw new AppError('file_unsupported');
  if (content.readUInt32LE(header + flagsOffset) & protectedFlags) throw new AppError('file_encrypted');
  return mediaTypes.hwp;
}

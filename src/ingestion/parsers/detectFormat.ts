import { AppError } from '../../errors';
import { decodeText } from './decodeText';
import { detectTextFormat, type DetectedText } from './detectTextFormat';
import { mediaTypes } from './mediaTypes';

/** What a file turned out to be; text comes decoded, since decoding is how it was recognised. */
export type DetectedFormat =
  { mediaType: typeof mediaTypes.pdf | typeof mediaTypes.docx | typeof mediaTypes.xlsx } | DetectedText;

/** Text that is a format of its own, which would be read as its source code. */
const otherTextFormat = /^\s*(?:<\?xml|<!doctype|<html|<svg|\{\\rtf|%!PS)/i;

/**
 * Tells the format by the content alone: a renamed file is what it is. Text is looked for before the magic numbers of
 * binary formats, because two letters of text can be one ("BMI 기준" would be a bitmap).
 * @throws AppError `file_unsupported`, `file_encrypted` (an Office file with a password), `file_unreadable` (a zip cut
 *   short).
 */
export async function detectFormat(content: Buffer, fileName: string): Promise<DetectedFormat> {
  if (isPdf(content)) return { mediaType: mediaTypes.pdf };
  const text = decodeText(content);
  if (text === null) return { mediaType: await detectOfficeFormat(content) };
  if (otherTextFormat.test(text)) throw new AppError('file_unsupported');
  return detectTextFormat(text, fileName);
}

/** The header may stand behind other bytes, but within the first 1024 (ISO 32000-1, implementation note 13). */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 1024).includes('%PDF-');
}

async function detectOfficeFormat(content: Buffer): Promise<typeof mediaTypes.docx | typeof mediaTypes.xlsx> {
  if (isZip(content) && !hasZipDirectory(content)) throw new AppError('file_unreadable');
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(content);
  if (type?.mime === mediaTypes.docx || type?.mime === mediaTypes.xlsx) return type.mime;
  if (type?.mime === 'application/x-cfb' && content.includes(encryptedPackage))
    throw new AppError('file_encrypted');
  throw new AppError('file_unsupported');
}

/** The stream in which Office keeps a document with a password (MS-OFFCRYPTO 2.3.4.4), as its directory names it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}

/** The directory of a zip is at its end, and its last record begins at most 65,557 bytes before (a comment's length). */
function hasZipDirectory(content: Buffer): boolean {
  return content.subarray(-65_557).includes('PK\x05\x06');
}

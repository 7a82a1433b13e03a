import { AppError } from '../../errors';
import { detectArchive, type DetectedArchive } from './archive/detectArchive';
import { decodeText } from './decodeText';
import { detectTextFormat, type DetectedText } from './detectTextFormat';
import { isHtml } from './html/isHtml';
import { detectCompoundFile, isCompoundFile } from './hwp/detectCompoundFile';
import { mediaTypes } from './mediaTypes';

/** What a file turned out to be; archives come open and text decoded, since that is how they were recognised. */
export type DetectedFormat =
  | { mediaType: typeof mediaTypes.pdf }
  | { mediaType: typeof mediaTypes.hwp }
  | DetectedArchive
  | { mediaType: typeof mediaTypes.html; text: string }
  | DetectedText;

/** Text that is a format of its own, which would be read as its source code. */
const otherTextFormat = /^\s*(?:<\?xml|<!doctype|<svg|\{\\rtf|%!PS)/i;

/**
 * Tells the format by the content alone: a renamed file is what it is.
 * @throws AppError `file_unsupported`, `file_encrypted` (an Office or Hangul file with a password), `file_with_macros`,
 *   `file_too_complex` (an archive beyond the limits); another error for a damaged archive.
 */
export async function detectFormat(content: Buffer, fileName: string): Promise<DetectedFormat> {
  if (isPdf(content)) return { mediaType: mediaTypes.pdf };
  if (isZip(content)) return detectArchive(content);
  if (isCompoundFile(content)) return { mediaType: detectCompoundFile(content) };
  const text = decodeText(content);
  if (text === null) throw new AppError('file_unsupported');
  if (isHtml(text, fileName)) return { mediaType: mediaTypes.html, text };
  if (otherTextFormat.test(text)) throw new AppError('file_unsupported');
  return detectTextFormat(text, fileName);
}

/** The header may stand behind other bytes, but within the first 1024 (ISO 32000-1, implementation note 13). */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 1024).includes('%PDF-');
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}

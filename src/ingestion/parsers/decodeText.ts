import chardet from 'chardet';
import iconv from 'iconv-lite';
import { declaredEncoding } from './declaredEncoding';

/** Bytes looked at before a large file is decoded whole: binary formats show themselves earlier. */
const sampleLength = 65_536;

/**
 * Share of control bytes (page breaks, leftovers of terminals) that text may carry. What is valid UTF-8 is hardly by
 * accident; nearly anything is valid in a legacy encoding.
 */
const toleratedControls = { utf8: 0.2, legacy: 0.01 };

/** Share of Hangul among the letters beyond ASCII above which a text that decodes as CP949 is Korean. */
const koreanShare = 0.5;

/** Share of Korean, English, digits and usual marks that a text without a byte order mark must have to be UTF-16. */
const usualShare = 0.9;
const koreanOrEnglish = /[\p{Script=Hangul}\x20-\x7e\s]/gu;

/** Characters that text in UTF-16 does not have: control (but white space), unassigned, private. */
const unwritten = /(?!\s)[\p{Cc}\p{Cn}\p{Co}\p{Surrogate}]/gu;

/** chardet's confidence (0 to 100) below which its guess at another legacy encoding is no better than chance. */
const sufficientConfidence = 30;

/**
 * The text of a file, in NFC, or null when the content is no text in any encoding. Strict checks first, since they
 * cannot be wrong: byte order mark, UTF-8, CP949 that turns out Korean; what a page says of itself and statistics
 * (chardet) only for the rest.
 */
export function decodeText(content: Buffer): string | null {
  const text = decodeByMark(content) ?? decodeWithoutMark(content);
  return text?.normalize('NFC') ?? null;
}

function decodeByMark(content: Buffer): string | null {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark !== 'fffe' && mark !== 'feff') return null;
  const encoding = mark === 'fffe' ? 'utf-16le' : 'utf-16be';
  const isText =
    shareOf(unwritten, iconv.decode(content.subarray(0, sampleLength), encoding)) <= toleratedControls.legacy;
  return isText ? iconv.decode(content, encoding) : null;
}

function decodeWithoutMark(content: Buffer): string | null {
  const wide = decodeWideCharacters(content);
  if (wide !== null) return wide;
  const controls = controlShare(content.subarray(0, sampleLength));
  const utf8 = controls <= toleratedControls.utf8 ? decodeUtf8(content) : null;
  return utf8 ?? (controls <= toleratedControls.legacy ? decodeLegacy(content) : null);
}

/** UTF-16 without a mark is believed only when it gives Korean or English with spaces or line breaks. */
function decodeWideCharacters(content: Buffer): string | null {
  if (content.length % 2 !== 0) return null;
  const sample = content.subarray(0, sampleLength);
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = iconv.decode(sample, encoding);
    if (/[ \n]/.test(text) && shareOf(koreanOrEnglish, text) > usualShare)
      return iconv.decode(content, encoding);
  }
  return null;
}

function controlShare(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) count += 1;
  return count / bytes.length;
}

function decodeUtf8(content: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** A legacy text has no null bytes and no byte its encoding does not know. */
function decodeLegacy(content: Buffer): string | null {
  if (content.includes(0)) return null;
  const korean = iconv.decode(content, 'cp949');
  const lettersBeyondAscii = korean.slice(0, sampleLength).replace(/\p{ASCII}/gu, '');
  if (!korean.includes('\uFFFD') && shareOf(/\p{Script=Hangul}/gu, lettersBeyondAscii) >= koreanShare)
    return korean;
  const declared = declaredEncoding(content);
  if (declared && iconv.encodingExists(declared)) {
    const text = iconv.decode(content, declared);
    if (!text.includes('\uFFFD')) return text;
  }
  for (const { name, confidence } of chardet.analyse(content.subarray(0, sampleLength))) {
    if (confidence < sufficientConfidence) return null;
    if (!iconv.encodingExists(name)) continue;
    const text = iconv.decode(content, name);
    if (!text.includes('\uFFFD')) return text;
  }
  return null;
}

function shareOf(characters: RegExp, text: string): number {
  return text === '' ? 0 : (text.match(characters)?.length ?? 0) / text.length;
}

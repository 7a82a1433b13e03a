/** Control, format and unpaired surrogate characters, but line feed and tab: nobody sees them, and stores refuse some. */
const invisible = /[\p{Cc}\p{Surrogate}\p{Co}\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;

/**
 * Text as it is kept everywhere: Unicode NFC (file names and PDFs from macOS come decomposed), no invisible
 * characters, one space where there was white space. Line breaks stay, since code and addresses live by them.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(invisible, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The same, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n/g, ' ');
}

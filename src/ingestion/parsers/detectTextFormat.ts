import path from 'node:path';
import { findDelimiter } from './delimiter';
import { mediaTypes } from './mediaTypes';

export type DetectedText =
  | { mediaType: typeof mediaTypes.csv; text: string; delimiter: string }
  | { mediaType: typeof mediaTypes.markdown | typeof mediaTypes.text; text: string };

/** Characters looked at: a format that is not visible by then is not there. */
const sampleLength = 65_536;

/** Tells CSV, Markdown and plain text apart by their content; where that fits two, by the name's ending. */
export function detectTextFormat(text: string, fileName: string): DetectedText {
  const sample = text.slice(0, sampleLength);
  const extension = path.extname(fileName).toLowerCase();
  const table = findDelimiter(sample, text.length > sampleLength);
  const isMarkdown = markdownEvidence(sample) >= (isMarkdownName(extension) ? 1 : 2);
  const isCsv = table !== null && (table.isCertain || isTableName(extension));
  if (isCsv && !(isMarkdown && !isTableName(extension))) {
    return { mediaType: mediaTypes.csv, text, delimiter: table.delimiter };
  }
  return { mediaType: isMarkdown ? mediaTypes.markdown : mediaTypes.text, text };
}

function isTableName(extension: string): boolean {
  return extension === '.csv' || extension === '.tsv';
}

function isMarkdownName(extension: string): boolean {
  return extension === '.md' || extension === '.markdown';
}

/**
 * What plain text hardly ever has counts two, what it may have too counts one. No pattern has two ways to take the same
 * characters, or reaches over lines or without end: a sample can be made of what only almost fits.
 */
function markdownEvidence(sample: string): number {
  const signs: [weight: number, pattern: RegExp][] = [
    [2, /^\|?[^\S\n]*:?-{3,}:?[^\S\n]*\|(?:[^\S\n]*:?-{3,}:?[^\S\n]*\|)*(?:[^\S\n]*:?-{3,}:?)?[^\S\n]*$/m],
    [2, /^#{1,6} \S/m],
    [2, /^(?:```|~~~)/m],
    [2, /\[[^\]\n]{1,500}\]\([^)\s]{1,500}\)/],
    [1, /\*\*[^*\n]+\*\*/],
    [1, /^[^\S\n]*[-*+] \S/m],
    [1, /^> \S/m],
    [1, /^\S.*\n(?:={3,}|-{3,})\s*$/m],
  ];
  return signs.reduce((sum, [weight, pattern]) => sum + (pattern.test(sample) ? weight : 0), 0);
}

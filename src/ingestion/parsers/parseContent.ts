import { AppError } from '../../errors';
import type { Block, ParsedContent, ParsedDocument } from '../parsedDocument';
import { cleanText } from './cleanText';
import { detectFormat, type DetectedFormat } from './detectFormat';
import { parseCsv } from './parseCsv';
import { parseDocx } from './parseDocx';
import { parseMarkdown } from './parseMarkdown';
import { parseText } from './parseText';
import { parseXlsx } from './parseXlsx';
import { parsePdf } from './pdf/parsePdf';

/** Characters of text beyond which a document is no reference but a data set: some 2,000 printed pages of tables. */
const maximumTextLength = 20_000_000;

/** Nobody writes a heading this long (characters): it is a paragraph in a heading's style. */
const maximumHeadingLength = 200;

/** Detects what the content is and parses it; the caller limits time and memory. */
export async function parseContent(content: Buffer, fileName: string): Promise<ParsedDocument> {
  if (content.length === 0) throw new AppError('file_empty');
  const format = await detectFormat(content, fileName);
  const parsed = await parseAs(format, content);
  const blocks = parsed.blocks.map(cleanBlock).filter((block) => block.text !== '');
  if (blocks.length === 0) throw new AppError('file_empty');
  if (lengthOf(blocks) > maximumTextLength) throw new AppError('file_too_complex');
  return { ...parsed, mediaType: format.mediaType, blocks };
}

/** Each parser loads its library when it runs: a process reads one file, and all of them cost it 0.3 s. */
function parseAs(format: DetectedFormat, content: Buffer): Promise<ParsedContent> | ParsedContent {
  switch (format.mediaType) {
    case 'application/pdf':
      return parsePdf(content);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return parseDocx(content);
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return parseXlsx(content);
    case 'text/csv':
      return parseCsv(format.text, format.delimiter);
    case 'text/markdown':
      return parseMarkdown(format.text);
    case 'text/plain':
      return parseText(format.text);
  }
}

function cleanBlock(block: Block): Block {
  const text = cleanText(block.text);
  if (block.kind === 'heading' && text.length > maximumHeadingLength) {
    return { kind: 'paragraph', text, page: block.page };
  }
  return { ...block, text };
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((length, block) => length + block.text.length + 1, 0);
}

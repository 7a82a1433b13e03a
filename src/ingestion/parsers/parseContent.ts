import { AppError } from '../../errors';
import type { Block, EmitBlocks, ParsedContent, ParsedDocument, ParsedSummary } from '../parsedDocument';
import { checkMergedCells } from './checkMergedCells';
import { cleanText } from './cleanText';
import { detectFormat, type DetectedFormat } from './detectFormat';
import { parseHtml } from './html/parseHtml';
import { parseHwp } from './hwp/parseHwp';
import { mediaTypes } from './mediaTypes';
import { parseCsv } from './parseCsv';
import { parseDocx } from './parseDocx';
import { parseMarkdown } from './parseMarkdown';
import { parseText } from './parseText';
import { parseXlsx } from './parseXlsx';
import { parsePdf } from './pdf/parsePdf';
import { parsePptx } from './pptx/parsePptx';

/** Characters of text beyond which a document is no reference but a data set: some 2,000 printed pages of tables. */
const maximumTextLength = 20_000_000;

/** Nobody writes a heading this long (characters): it is a paragraph in a heading's style. */
const maximumHeadingLength = 200;

/**
 * Detects what the content is and parses it; the caller limits time and memory. Blocks are handed over as they come, the
 * next ones only after `emit` has taken them.
 */
export async function parseContent(
  content: Buffer,
  fileName: string,
  emit: EmitBlocks,
): Promise<Omit<ParsedDocument, 'blocks'>> {
  if (content.length === 0) throw new AppError('file_empty');
  const format = await detectFormat(content, fileName);
  if (isTooLong(format)) throw new AppError('file_too_complex');
  let length = 0;
  const summary = await parseAs(format, content, async (blocks) => {
    const clean = blocks.map(cleanBlock).filter((block) => block.text !== '');
    length += lengthOf(clean);
    if (length > maximumTextLength) throw new AppError('file_too_complex');
    await emit(clean);
  });
  if (length === 0) throw new AppError('file_empty');
  return { ...summary, mediaType: format.mediaType };
}

/** Plain formats have hardly a character that is not read: they need not be taken apart to be found too long. */
function isTooLong(format: DetectedFormat): boolean {
  return 'text' in format && format.mediaType !== mediaTypes.html && format.text.length > maximumTextLength;
}

async function parseAs(format: DetectedFormat, content: Buffer, emit: EmitBlocks): Promise<ParsedSummary> {
  if (format.mediaType === 'application/pdf') return parsePdf(content, emit);
  const { blocks, ...summary } = await parseWhole(format, content);
  await emit(blocks);
  return summary;
}

/** Each parser loads its library when it runs: a process reads one file, and all of them cost it 0.3 s. */
function parseWhole(
  format: Exclude<DetectedFormat, { mediaType: 'application/pdf' }>,
  content: Buffer,
): Promise<ParsedContent> | ParsedContent {
  switch (format.mediaType) {
    case mediaTypes.docx:
      return parseDocx(content);
    case mediaTypes.xlsx:
      return checkMergedCells(format.archive).then(() => parseXlsx(content));
    case mediaTypes.pptx:
      return parsePptx(format.archive);
    case mediaTypes.hwp:
    case mediaTypes.hwpx:
      return parseHwp(content);
    case mediaTypes.html:
      return parseHtml(format.text);
    case mediaTypes.csv:
      return parseCsv(format.text, format.delimiter);
    case mediaTypes.markdown:
      return parseMarkdown(format.text);
    case mediaTypes.text:
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

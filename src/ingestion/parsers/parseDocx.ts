import { AppError } from '../../errors';
import type { ParsedContent } from '../parsedDocument';
import { readHtmlBlocks, type HtmlReading } from './html/htmlBlocks';
import { parseHtml } from './html/htmlTree';

/** The document's title stands above its headings, whose styles mammoth knows itself (h1 to h6). */
const styleMap = ["p[style-name='Title'] => h1.title:fresh"];
const titleLevel = 1;

const reading: HtmlReading = {
  headingLevel: ({ name, attributes }) =>
    attributes['class'] === 'title' ? titleLevel : titleLevel + Number(name[1]),
  // mammoth begins a list anew where Word goes on counting: no number is better than a wrong one.
  numbersItems: false,
};

/**
 * DOCX: mammoth gives plain HTML by the document's styles; its elements become blocks. Word documents have no pages
 * until they are printed.
 */
export async function parseDocx(content: Buffer): Promise<ParsedContent> {
  const { default: mammoth } = await import('mammoth');
  // Pictures are not read; without this each would stand in the HTML as text of its size.
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value: html } = await mammoth.convertToHtml({ buffer: content }, { styleMap, convertImage });
  const page = await parseHtml(html.normalize('NFC'));
  const blocks = readHtmlBlocks(page, reading).filter((block) => block.text !== '');
  if (blocks.length === 0) throw new AppError(html.includes('<img') ? 'file_without_text' : 'file_empty');
  return { pages: null, pagesWithoutText: [], blocks };
}

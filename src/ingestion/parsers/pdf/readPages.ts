import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AppError } from '../../../errors';
import type { Page, TextPiece } from './page';
import { readRules } from './readRules';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type TextItem = Extract<TextContent['items'][number], { str: string }>;

/** A PDF whose pages are read one by one. */
export interface PdfPages {
  count: number;
  /** The text and the drawn lines of a page (from 1), by pdf.js. */
  read(number: number): Promise<Page>;
}

/** Pages read until what pdf.js keeps for the next ones (fonts, pictures, objects) is let go: fonts cost some time. */
const pagesBetweenCleanups = 100;

/** Pages beyond which a document is no reference: a few bytes can stand for a hundred thousand, each of which takes time. */
const mostPages = 10_000;

/** @throws AppError `file_encrypted` when a password is needed; `file_too_complex` when there are too many pages. */
export async function openPages(content: Buffer): Promise<PdfPages> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await open(pdfjs, content);
  if (document.numPages > mostPages) throw new AppError('file_too_complex');
  let pagesRead = 0;
  return {
    count: document.numPages,
    async read(number) {
      const page = await document.getPage(number);
      const read = await readPage(pdfjs, page);
      page.cleanup();
      pagesRead += 1;
      if (pagesRead % pagesBetweenCleanups === 0) await document.cleanup();
      return read;
    },
  };
}

/**
 * Korean fonts that are not embedded give silently empty text without the CMaps. Pictures are left out (one pixel at
 * most): only text is wanted, and decoding a scan costs seconds a page.
 */
async function open(pdfjs: PdfJs, content: Buffer): Promise<PDFDocumentProxy> {
  const packageFolder = path.dirname(require.resolve('pdfjs-dist/package.json'));
  try {
    return await pdfjs.getDocument({
      data: new Uint8Array(content),
      cMapUrl: path.join(packageFolder, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: path.join(packageFolder, 'standard_fonts/'),
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      maxImageSize: 1,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new AppError('file_encrypted', { cause: error });
    }
    throw error;
  }
}

async function readPage(pdfjs: PdfJs, page: PDFPageProxy): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  // The operators first: they load the fonts, whose names say what is bold.
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const pieces = items
    .filter((item) => 'str' in item)
    .flatMap((item) => {
      const place = pdfjs.Util.transform(transform, item.transform as number[]) as number[];
      return readPiece(item, place, isBold(page, item.fontName));
    });
  return {
    number: page.pageNumber,
    width,
    height,
    pieces,
    rules: readRules(pdfjs.OPS, operators, transform),
  };
}

/**
 * Slanted and upright text is a watermark or a label of a drawing, not part of what is read. Control and private
 * characters are glyphs whose meaning the file does not tell: Chromium's spaces, for example.
 */
function readPiece(item: TextItem, [a, b, , , x, y]: number[], bold: boolean): TextPiece[] {
  const size = Math.hypot(a!, b!);
  const text = privateBullet.test(item.str)
    ? '•'
    : item.str.replace(/[\p{Cc}\p{Co}]/gu, ' ').normalize('NFC');
  if (text.trim() === '' || size === 0 || Math.abs(b!) > Math.abs(a!) * 0.1) return [];
  return [{ text, x0: x!, x1: x! + item.width, y: y!, size, bold }];
}

/** Symbol fonts have their bullets in the private use area. */
const privateBullet = /^\s*\p{Co}\s*$/u;

function isBold(page: PDFPageProxy, fontName: string): boolean {
  if (!page.commonObjs.has(fontName)) return false;
  const { name } = page.commonObjs.get(fontName) as { name?: string };
  return /bold|black|heavy|[_-]b$/i.test(name ?? '');
}

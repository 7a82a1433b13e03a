import type { HwpDocument } from '@rhwp/core' with { 'resolution-mode': 'import' };
import { AppError } from '../../../errors';
import type { Block, ParsedContent } from '../../parsedDocument';
import { cleanLine } from '../cleanText';
import { readParagraph } from '../readParagraph';
import { readHwpControls, type HwpPlace } from './hwpControls';
import { isHeadingLike } from '../recogniseHeading';
import { openHwp } from './openHwp';

/** The document's title stands above its outline. */
const titleLevel = 1;

/** Letters of a title, in hundredths of a point: Hangul begins with 1,000. */
const smallestTitle = 1400;

/** What rhwp says of a paragraph, of which we need this. */
interface ParagraphProperties {
  headType: 'None' | 'Outline' | 'Number' | 'Bullet';
  /** From 0. */
  paraLevel: number;
}

interface CharacterProperties {
  bold: boolean;
  /** In hundredths of a point. */
  fontSize: number;
}

/**
 * HWP and HWPX: paragraphs in order, outline levels as headings, tables, text boxes and footnotes behind the paragraph
 * they hang on; headers and footers are left out. Numbers that Hangul counts itself are not in the text.
 */
export async function parseHwp(content: Buffer): Promise<ParsedContent> {
  const document = await openHwp(content);
  const blocks: Block[] = [];
  for (let section = 0; section < document.getSectionCount(); section += 1) {
    for (let paragraph = 0; paragraph < document.getParagraphCount(section); paragraph += 1) {
      const place = { section, paragraph, page: pageOf(document, section, paragraph) };
      blocks.push(
        ...readText(document, place, blocks.length === 0),
        ...(await readHwpControls(document, place)),
      );
    }
  }
  if (blocks.length === 0 && document.pageCount() > 0 && hasPictures(document)) {
    throw new AppError('file_without_text');
  }
  return { pages: document.pageCount(), pagesWithoutText: [], blocks };
}

function readText(document: HwpDocument, { section, paragraph, page }: HwpPlace, isFirst: boolean): Block[] {
  const length = document.getParagraphLength(section, paragraph);
  const text = cleanLine(document.getTextRange(section, paragraph, 0, length));
  if (text === '') return [];
  const { headType, paraLevel } = JSON.parse(
    document.getParaPropertiesAt(section, paragraph),
  ) as ParagraphProperties;
  if (headType === 'Outline') return [{ kind: 'heading', level: titleLevel + 1 + paraLevel, text, page }];
  if (headType !== 'None') return [{ kind: 'listItem', text, page }];
  const [first, last] = [0, length - 1].map(
    (offset) => JSON.parse(document.getCharPropertiesAt(section, paragraph, offset)) as CharacterProperties,
  ) as [CharacterProperties, CharacterProperties];
  const isTitle = isFirst && first.fontSize >= smallestTitle && isHeadingLike(text);
  if (isTitle) return [{ kind: 'heading', level: titleLevel, text, page }];
  return readParagraph(text, { bold: first.bold && last.bold, page });
}

function pageOf(document: HwpDocument, section: number, paragraph: number): number {
  return (JSON.parse(document.getPageOfPosition(section, paragraph)) as { page: number }).page + 1;
}

function hasPictures(document: HwpDocument): boolean {
  return (JSON.parse(document.getObjects()) as unknown[]).length > 0;
}

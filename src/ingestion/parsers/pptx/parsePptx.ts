import { AppError } from '../../../errors';
import type { Block, ParsedContent } from '../../parsedDocument';
import type { Archive } from '../archive/openArchive';
import { allXml, parseXml } from '../xmlTree';
import { readRelationships } from './relationships';
import { readSlide, type Slide } from './slideBlocks';

/** The title of a title slide stands above those of the other slides. */
const levels = { presentation: 1, slide: 2 };

/** Notes are what the speaker says, not what the audience was shown: a citation must tell. */
const notesHeading = '발표자 노트';

/**
 * PPTX: each slide is a page with its title as heading, its text, tables and SmartArt in the order of the file, then the
 * speaker's notes. Hidden slides are left out, as hidden sheets are, but count as pages, as PowerPoint counts them. The
 * words of charts and pictures are not read.
 */
export async function parsePptx(archive: Archive): Promise<ParsedContent> {
  const slides = await slideParts(archive);
  const blocks: Block[] = [];
  const pagesWithoutText: number[] = [];
  for (const [index, part] of slides.entries()) {
    const slide = await readSlide(archive, part, index + 1);
    if (!slide) continue;
    const own = slideBlocks(slide, index + 1, blocks.length === 0);
    if (own.length === 0) pagesWithoutText.push(index + 1);
    for (const block of own) blocks.push(block);
  }
  if (blocks.length === 0) throw new AppError(slides.length > 0 ? 'file_without_text' : 'file_empty');
  return { pages: slides.length, pagesWithoutText, blocks };
}

/** The slides' parts in the order in which they are shown. */
async function slideParts(archive: Archive): Promise<string[]> {
  const [main] = (await readRelationships(archive, '')).filter(({ kind }) => kind === 'officeDocument');
  const presentation = main && (await archive.read(main.part));
  if (!presentation) throw new Error('The file has no presentation');
  const parts = new Map((await readRelationships(archive, main.part)).map(({ id, part }) => [id, part]));
  return allXml(parseXml(presentation), 'sldId').map(({ attributes }) => {
    const part = parts.get(attributes['r:id'] ?? '');
    if (!part) throw new Error(`The presentation has no slide ${attributes['r:id']}`);
    return part;
  });
}

/** A slide without a title is named by its number, or it would be read as part of the slide before. */
function slideBlocks({ title, isTitleSlide, blocks, notes }: Slide, page: number, isFirst: boolean): Block[] {
  if (title === '' && blocks.length === 0 && notes.length === 0) return [];
  const level = isFirst && isTitleSlide ? levels.presentation : levels.slide;
  const headed: Block[] = [{ kind: 'heading', level, text: title || `슬라이드 ${page}`, page }, ...blocks];
  if (notes.length === 0) return headed;
  return [...headed, { kind: 'heading', level: level + 1, text: notesHeading, page }, ...notes];
}

import type { Block } from '../../parsedDocument';
import type { Archive } from '../archive/openArchive';
import { elementsOf, findXml, parseXml, type XmlElement } from '../xmlTree';
import { readRelationships, type Relationship } from './relationships';
import { paragraphTexts, placeholderOf, readShapeText } from './shapeText';
import { readSlideTable } from './slideTable';

/** A slide as it is read; levels of headings are given by the presentation. */
export interface Slide {
  title: string;
  /** Whether it is a title slide, whose title is the presentation's. */
  isTitleSlide: boolean;
  blocks: Block[];
  notes: Block[];
}

/** What the layout puts on every slide. */
const layoutPlaceholders = ['dt', 'ftr', 'hdr', 'sldNum', 'sldImg'];
const titlePlaceholders = ['title', 'ctrTitle'];

/** Reads a slide, its shapes in the order of the file; null when it is hidden. */
export async function readSlide(archive: Archive, part: string, page: number): Promise<Slide | null> {
  const slide = await readPart(archive, part);
  if (['0', 'false'].includes(findXml(slide, 'sld')?.attributes['show'] ?? '')) return null;
  const relationships = await readRelationships(archive, part);
  const shapes = shapesOf(slide);
  const titles = shapes.filter((shape) => titlePlaceholders.includes(placeholderOf(shape)));
  const others = shapes.filter((shape) => !titles.includes(shape));
  const blocks: Block[] = [];
  for (const shape of others) blocks.push(...(await readShape(archive, shape, relationships, page)));
  return {
    title: titles.flatMap(paragraphTexts).join(' ').trim(),
    isTitleSlide: titles.some((shape) => placeholderOf(shape) === 'ctrTitle'),
    blocks,
    notes: await readNotes(archive, relationships, page),
  };
}

async function readPart(archive: Archive, part: string): Promise<XmlElement> {
  const content = await archive.read(part);
  if (!content) throw new Error(`The file has no part ${part}`);
  return parseXml(content);
}

/** The shapes of a slide, those of groups among them; of alternatives for older programs the first one. */
function shapesOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    switch (child.name) {
      case 'sp':
      case 'graphicFrame':
        return isVisible(child) ? [child] : [];
      case 'AlternateContent':
        return shapesOf({ ...child, children: elementsOf(child).slice(0, 1) });
      case 'pic':
        return [];
      default:
        return shapesOf(child);
    }
  });
}

function isVisible(shape: XmlElement): boolean {
  const isHidden = findXml(shape, 'cNvPr')?.attributes['hidden'] === '1';
  return !isHidden && !layoutPlaceholders.includes(placeholderOf(shape));
}

async function readShape(
  archive: Archive,
  shape: XmlElement,
  relationships: Relationship[],
  page: number,
): Promise<Block[]> {
  if (shape.name === 'sp') return readShapeText(shape, page);
  const table = findXml(shape, 'tbl');
  if (table) return readSlideTable(table, page);
  const diagram = findXml(shape, 'relIds')?.attributes['r:dm'];
  const data = relationships.find(({ id }) => id === diagram);
  return data ? readDiagram(await readPart(archive, data.part), page) : [];
}

/** SmartArt keeps its words in a part of their own, in the order of its outline. */
function readDiagram(data: XmlElement, page: number): Block[] {
  return paragraphTexts(data).flatMap((text): Block[] =>
    text === '' ? [] : [{ kind: 'listItem', text, page }],
  );
}

async function readNotes(archive: Archive, relationships: Relationship[], page: number): Promise<Block[]> {
  const notes = relationships.find(({ kind }) => kind === 'notesSlide');
  if (!notes) return [];
  const shapes = shapesOf(await readPart(archive, notes.part));
  return shapes
    .filter((shape) => placeholderOf(shape) === 'body')
    .flatMap(paragraphTexts)
    .flatMap((text): Block[] => (text === '' ? [] : [{ kind: 'paragraph', text, page }]));
}

import { splitIntoUnits, type TextUnit } from './chunkUnits';
import { joinBlocks } from './documentText';
import type { Block, Chunk, ParsedDocument } from './parsedDocument';

/** Characters a chunk should have: three to five Korean sentences, one thing said and what it refers to. */
export const targetChunkLength = 350;

/**
 * Characters no chunk exceeds: 600 of Korean text are at most about 390 tokens (.65 each, measured), which leaves room
 * for the headings within the 512 an e5 embedding model reads.
 */
export const maximumChunkLength = 600;

/**
 * Characters of the larger passage that is read where one of its chunks is found: a section, or as much of it as a reader
 * takes in at a glance and eight of them take a tenth of a large model's window.
 */
export const maximumParentLength = 1800;

/**
 * Divides a parsed document into the passages that are embedded, searched and cited. A chunk holds whole sentences,
 * table rows and list items of one section of one page; a question stays with the first sentence of its answer. Chunks
 * do not overlap, and every character but the white space between sentences is in exactly one, so that no passage is
 * found twice. What alone exceeds the maximum is divided between its sentences, and a longer sentence between words.
 * The same document always gives the same chunks.
 */
export function chunkDocument(parsed: ParsedDocument): { text: string; chunks: Chunk[] } {
  const { text, offsets } = joinBlocks(parsed.blocks);
  const chunks: Chunk[] = [];
  for (const { heading, page, units } of divideIntoSections(parsed.blocks, offsets)) {
    let parent = chunks.length;
    for (const { start, end } of packUnits(keepTogether(units))) {
      const ordinal = chunks.length;
      if (ordinal > parent && end - chunks[parent]!.charStart > maximumParentLength) parent = ordinal;
      const passage = { heading, page, text: text.slice(start, end), charStart: start, charEnd: end };
      chunks.push({ ordinal, parent, ...passage });
    }
  }
  return { text, chunks };
}

/** What may share a chunk: the blocks under one heading on one page, with the headings right above them. */
interface Section {
  heading: string;
  page: number | null;
  units: TextUnit[];
  hasBody: boolean;
}

function divideIntoSections(blocks: Block[], offsets: number[]): Section[] {
  const sections: Section[] = [];
  const path: { level: number; text: string }[] = [];
  let section: Section | undefined;
  for (const [index, block] of blocks.entries()) {
    const isHeading = block.kind === 'heading';
    if (!section || (section.hasBody && (isHeading || block.page !== section.page))) {
      section = { heading: '', page: block.page, units: [], hasBody: false };
      sections.push(section);
    }
    if (isHeading) {
      while (path.length > 0 && path.at(-1)!.level >= block.level) path.pop();
      path.push(block);
    }
    section.heading = path.map((heading) => heading.text).join(' > ');
    // A heading at the foot of a page belongs to the text behind it, so the text's page counts.
    section.page = block.page;
    section.hasBody ||= !isHeading;
    const units = splitIntoUnits(block, offsets[index]!, maximumChunkLength);
    for (const unit of units) section.units.push(unit);
  }
  return sections;
}

/** Puts what leads on and what it leads to in one unit, as far as a chunk has room for both. */
function keepTogether(units: TextUnit[]): TextUnit[] {
  const kept: TextUnit[] = [];
  for (const unit of units) {
    const last = kept.at(-1);
    if (last?.leadsOn && unit.end - last.start <= maximumChunkLength) {
      last.end = unit.end;
      last.leadsOn = unit.leadsOn;
    } else kept.push({ ...unit });
  }
  return kept;
}

/** Fills chunks up to the target, and beyond it where what is there is less than half of it. */
function packUnits(units: TextUnit[]): TextUnit[] {
  const packed: TextUnit[] = [];
  for (const unit of units) {
    const last = packed.at(-1);
    if (last && mayGrow(last, unit)) last.end = unit.end;
    else packed.push({ ...unit });
  }
  return withoutShortEnd(packed);
}

function mayGrow(chunk: TextUnit, unit: TextUnit): boolean {
  const length = unit.end - chunk.start;
  const isStillShort = chunk.end - chunk.start < targetChunkLength / 2;
  return length <= targetChunkLength || (isStillShort && length <= maximumChunkLength);
}

/** A section's last words say little alone: they go with the chunk before them where it has room. */
function withoutShortEnd(packed: TextUnit[]): TextUnit[] {
  const last = packed.at(-1);
  const previous = packed.at(-2);
  if (!last || !previous || last.end - last.start >= targetChunkLength / 2) return packed;
  if (last.end - previous.start > maximumChunkLength) return packed;
  return [...packed.slice(0, -2), { ...last, start: previous.start }];
}

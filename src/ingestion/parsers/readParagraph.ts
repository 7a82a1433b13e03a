import type { Block } from '../parsedDocument';
import { readListItem } from './listItem';
import { recogniseHeading } from './recogniseHeading';

/** Headings that only look like one (bold, "제1조") stand below those that the author styled, a title and six levels. */
export const unstyledLevel = 8;

/** A paragraph in bold that is longer (characters) is emphasis, not a heading. */
const longestBoldHeading = 60;

/** A paragraph that its author gave no style: a heading or a list item by how it is written, or plain text. */
export function readParagraph(text: string, { bold, page }: { bold: boolean; page: number | null }): Block[] {
  if (text === '') return [];
  const recognised = recogniseHeading(text);
  if (recognised) {
    const { heading, level, rest } = recognised;
    const blocks: Block[] = [{ kind: 'heading', level: unstyledLevel + level, text: heading, page }];
    return rest === '' ? blocks : [...blocks, { kind: 'paragraph', text: rest, page }];
  }
  if (bold && text.length <= longestBoldHeading && !/[.?!:]$/.test(text)) {
    return [{ kind: 'heading', level: unstyledLevel, text, page }];
  }
  const item = readListItem(text);
  return [item === null ? { kind: 'paragraph', text, page } : { kind: 'listItem', text: item, page }];
}

import type { Block } from './parsedDocument';

/** A document's text and where in it each block begins. */
export interface DocumentText {
  text: string;
  /** One offset a block, in characters (UTF-16 units). */
  offsets: number[];
}

/** Joins the blocks to the document's text, one line after the other; chunks and citations count characters in it. */
export function joinBlocks(blocks: Block[]): DocumentText {
  const offsets: number[] = [];
  let length = 0;
  for (const block of blocks) {
    offsets.push(length);
    length += block.text.length + 1;
  }
  return { text: blocks.map((block) => block.text).join('\n'), offsets };
}

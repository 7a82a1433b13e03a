import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Where a link or a footnote is defined: that concerns the whole text. */
const definition = /^[ \t>*+\d.)-]*\[[^\]\n]+\]:/m;

/**
 * Markdown cut into its outermost blocks, which mean the same each alone as together. Of a text that grows at its end only
 * the last block can still become something else: what `before` has of it is taken over, and not read again.
 * @param before The blocks of the text as it was.
 */
export function markdownBlocks(text: string, before: readonly string[] = []): readonly string[] {
  if (definition.test(text)) return [text];
  const finished = before.slice(0, -1);
  const kept = text.startsWith(finished.join('')) ? finished : [];
  return [...kept, ...cut(text.slice(kept.join('').length))];
}

/** Each block with the empty lines behind it. */
function cut(text: string): string[] {
  const { children } = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const starts = children.slice(1).map(({ position }) => startOfLine(text, position!.start.offset!));
  return [0, ...starts].map((start, index) => text.slice(start, starts[index])).filter(Boolean);
}

/** A block may be indented: what stands before it in its line is its own. */
function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

import type { Citation } from '../../../shared/chat';
import type { ChunkDto } from '../../../shared/documents';

/** A passage cut at its quote. */
export interface MarkedPassage {
  before: string;
  quote: string;
  after: string;
}

/**
 * Where a citation's quote stands in its chunk: at the citation's own place, else where it first occurs.
 * Undefined when the chunk does not have it (the document was read anew since).
 */
export function locateQuote(
  chunk: Pick<ChunkDto, 'text' | 'charStart'>,
  { quote, charStart }: Pick<Citation, 'quote' | 'charStart'>,
): MarkedPassage | undefined {
  const ownPlace = charStart - chunk.charStart;
  const start = chunk.text.startsWith(quote, ownPlace) ? ownPlace : chunk.text.indexOf(quote);
  if (start < 0) return undefined;
  const end = start + quote.length;
  return { before: chunk.text.slice(0, start), quote, after: chunk.text.slice(end) };
}

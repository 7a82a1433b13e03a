import type { ChunkRepository, ChunkText } from '../repositories/chunks';
import type { Passage } from '../shared/search';

/** The larger passage that one found stands in, as it is read: a section, or a part of a long one. */
export interface Surroundings {
  text: string;
  /** Where it begins in the document's extracted text. */
  charStart: number;
  /** The chunks it is made of, in order. */
  parts: Pick<ChunkText, 'id' | 'page' | 'charStart' | 'charEnd'>[];
}

/** A passage with what stands around it; passages found in the same surroundings are one, the best of them. */
export interface ReadablePassage extends Passage {
  around: Surroundings;
}

export type ReadAround = (passages: Passage[]) => Promise<ReadablePassage[]>;

/** Small pieces are searched because they are exact, large ones read because they explain: this gives the large ones. */
export function createReadAround(chunks: Pick<ChunkRepository, 'ofParents'>): ReadAround {
  return async (passages) => {
    const best = passages.filter(
      ({ parentId }, at) => passages.findIndex((other) => other.parentId === parentId) === at,
    );
    const parts = await chunks.ofParents(best.map(({ parentId }) => parentId));
    return best.map((passage) => ({
      ...passage,
      around: surroundings(parts.get(passage.parentId) ?? [], passage),
    }));
  };
}

/** Between chunks stands white space only, of which the length is known and the kind is not. */
function surroundings(parts: ChunkText[], passage: Passage): Surroundings {
  // Read again or removed since the index answered: what was found stands alone.
  if (!parts.some(({ id, text }) => id === passage.chunkId && text === passage.text)) {
    const { chunkId: id, page, charStart, charEnd, text } = passage;
    return { text, charStart, parts: [{ id, page, charStart, charEnd }] };
  }
  const text = parts.reduce(
    (joined, part, at) => joined + (at === 0 ? '' : gap(part.charStart - parts[at - 1]!.charEnd)) + part.text,
    '',
  );
  return { text, charStart: parts[0]!.charStart, parts };
}

function gap(length: number): string {
  return '\n'.repeat(Math.max(0, length));
}

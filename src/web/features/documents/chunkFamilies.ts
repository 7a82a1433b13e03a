import type { ChunkDto } from '../../../shared/documents';

/** Chunks that are read together: found one by one, given to the answer as the larger passage they are of. */
export interface ChunkFamily {
  parentId: string;
  chunks: ChunkDto[];
  /** Character range of the whole passage in the document's text, end exclusive. */
  charStart: number;
  charEnd: number;
}

/** The chunks of a document, in its order, by the larger passage they belong to. */
export function chunkFamilies(chunks: ChunkDto[]): ChunkFamily[] {
  const families = new Map<string, ChunkDto[]>();
  for (const chunk of chunks) families.set(chunk.parentId, [...(families.get(chunk.parentId) ?? []), chunk]);
  return [...families].map(([parentId, members]) => ({
    parentId,
    chunks: members,
    charStart: Math.min(...members.map(({ charStart }) => charStart)),
    charEnd: Math.max(...members.map(({ charEnd }) => charEnd)),
  }));
}

import { errorText } from '../../errors';
import type { ChunkRecord } from '../../repositories/chunks';
import type { DocumentRecord } from '../../repositories/documents';
import type { ChunkDto, DocumentDto } from '../../shared/documents';
import type { Language } from '../../shared/problem';

/** A document as the API shows it, with why it failed in the reader's language. */
export function toDocumentDto(document: DocumentRecord, chunks: number, language: Language): DocumentDto {
  const { reasonCode, createdAt, updatedAt, uploadedBy, approvedAt: _approvedAt, ...shown } = document;
  return {
    ...shown,
    ...(reasonCode ? { reason: errorText(reasonCode, language) } : {}),
    chunks,
    uploadedBy,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** A chunk as the API shows it. */
export function toChunkDto({ id, ordinal, heading, text, page, charStart, charEnd }: ChunkRecord): ChunkDto {
  return { chunkId: id, ordinal, heading, text, page, charStart, charEnd };
}

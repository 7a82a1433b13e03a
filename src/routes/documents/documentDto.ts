import { errorText } from '../../errors';
import type { StoredChunk } from '../../repositories/chunks';
import type { DocumentRecord } from '../../repositories/documents';
import type { ChunkDto, DocumentDto } from '../../shared/documents';
import type { Language } from '../../shared/problem';

/** A document as the API shows it, with why it failed or waits in the reader's language. */
export function toDocumentDto(document: DocumentRecord, chunks: number, language: Language): DocumentDto {
  const { id, title, docType, fileName, mediaType, size, sha256, audience, productCodes } = document;
  const { validFrom, validTo, status, progress, pages, pagesWithoutText, uploadedBy } = document;
  const { seriesId, version, attempts, approvedBy, reasonCode } = document;
  return {
    id,
    title,
    docType,
    fileName,
    mediaType,
    size,
    sha256,
    audience,
    productCodes,
    validFrom,
    validTo,
    status,
    progress,
    ...(reasonCode ? { reason: errorText(reasonCode, language) } : {}),
    ...waitingFor(document, language),
    attempts,
    pages,
    pagesWithoutText,
    chunks,
    seriesId,
    version,
    supersededAt: document.supersededAt?.toISOString() ?? null,
    approvedAt: document.approvedAt?.toISOString() ?? null,
    approvedBy,
    uploadedBy,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
  };
}

function waitingFor(
  { status, lastError, nextTryAt }: DocumentRecord,
  language: Language,
): Pick<DocumentDto, 'waitingFor'> {
  if (status !== 'queued' || !lastError || !nextTryAt) return {};
  const message = errorText(lastError, language);
  return { waitingFor: { code: lastError, message, nextTryAt: nextTryAt.toISOString() } };
}

/** A chunk as the API shows it. */
export function toChunkDto(chunk: StoredChunk): ChunkDto {
  const { id, ordinal, parentId, heading, text, page, charStart, charEnd } = chunk;
  return { chunkId: id, ordinal, parentId, heading, text, page, charStart, charEnd };
}

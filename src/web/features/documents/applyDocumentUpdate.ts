import type { DocumentDto, DocumentUpdate } from '../../../shared/documents';

/** A list of documents after one of them has come further or is gone. */
export function applyDocumentUpdate(documents: DocumentDto[], update: DocumentUpdate): DocumentDto[] {
  const { documentId, status, progress, reason } = update;
  if (status === 'deleted') return documents.filter(({ id }) => id !== documentId);
  return documents.map((document) =>
    document.id === documentId ? { ...document, status, progress, reason } : document,
  );
}

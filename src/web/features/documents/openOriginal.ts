import type { DocumentDto } from '../../../shared/documents';
import { readOriginal } from './documentsApi';

/** Long enough for a new tab to have read the file. */
const releaseAfterMs = 60_000;

/**
 * Opens a document's original: PDF and plain text in a new tab, a PDF at its page; everything else is saved as a
 * file. The type is ours and never the file's own, so that nothing in it can run as a page of this site.
 * @throws ApiError
 */
export async function openOriginal(document: DocumentDto, page: number | null): Promise<void> {
  const type = typeShownInTab(document.mediaType);
  // Opened before the file is read: later, the browser would take it for a pop-up.
  const tab = type ? window.open('about:blank', '_blank') : null;
  try {
    const original = await readOriginal(document.id);
    const url = URL.createObjectURL(new Blob([original], { type: type ?? 'application/octet-stream' }));
    setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
    if (tab) tab.location.replace(page === null ? url : `${url}#page=${page}`);
    else saveAs(url, document.fileName);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

function typeShownInTab(mediaType: string): string | undefined {
  if (mediaType.startsWith('application/pdf')) return 'application/pdf';
  return mediaType.startsWith('text/') ? 'text/plain;charset=utf-8' : undefined;
}

function saveAs(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

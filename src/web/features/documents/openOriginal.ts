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
  const type = typeShownInTab(document);
  // Opened before the file is read: later, the browser would take it for a pop-up.
  const tab = type ? window.open('about:blank', '_blank') : null;
  try {
    const original = await readOriginal(document.id);
    const url = URL.createObjectURL(new Blob([original], { type: type ?? 'application/octet-stream' }));
    setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
    if (tab) tab.location.replace(page !== null && opensAtPage(document) ? `${url}#page=${page}` : url);
    else saveAs(url, document.fileName);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

/** Whether a browser shows the original itself, and can be sent to a page of it. */
export function opensAtPage({ mediaType }: Pick<DocumentDto, 'mediaType'>): boolean {
  return mediaType.startsWith('application/pdf');
}

function typeShownInTab(document: DocumentDto): string | undefined {
  if (opensAtPage(document)) return 'application/pdf';
  // A page shown as its source helps nobody, and shown as a page it would run here: it is saved.
  if (document.mediaType.startsWith('text/html')) return undefined;
  return document.mediaType.startsWith('text/') ? 'text/plain;charset=utf-8' : undefined;
}

function saveAs(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

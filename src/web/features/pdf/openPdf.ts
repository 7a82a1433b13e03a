import { getDocument, GlobalWorkerOptions, VerbosityLevel, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

// The build for older browsers: a phone is not always of this year.
GlobalWorkerOptions.workerSrc = workerUrl;

/** Where the build puts what pdf.js asks for by name (`scripts/dev/pdfFiles.mjs`); whole addresses, for its worker reads them. */
const files = new URL(`/assets/pdfjs-${version}/`, window.location.href).href;

/** Pixels of a picture in a file, and bytes of a drawn page, beyond which they are left out or drawn coarser. */
const largestPicture = 50_000_000;
const largestCanvasBytes = 256 * 1024 * 1024;

/**
 * Reads a PDF for drawing. The file is not trusted: pdf.js parses it in a worker of this origin, makes no code of it, and the part of
 * it that would run a file's own scripts is not loaded.
 */
export function openPdf(content: ArrayBuffer): PDFDocumentLoadingTask {
  return getDocument({
    // The worker takes what it is given: a copy, so that the file can be opened again.
    data: new Uint8Array(content.slice(0)),
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${files}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${files}standard_fonts/`,
    wasmUrl: `${files}wasm/`,
    iccUrl: `${files}iccs/`,
    maxImageSize: largestPicture,
    canvasMaxAreaInBytes: largestCanvasBytes,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** Whether the file can only be read with a password. */
export function needsPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

import type { PDFPageProxy } from 'pdfjs-dist';
import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ItemRange } from './findQuote';
import { markRanges } from './markRanges';
import { pageText } from './pageText';
import { type WebLink, webLinks } from './webLinks';

/** Beyond this, a screen's finer pixels are not worth their memory. */
const finestPixelRatio = 2;

export interface PageElements {
  canvas: HTMLCanvasElement;
  textLayer: HTMLElement;
}

export interface DrawnPage {
  marks: HTMLElement[];
  links: WebLink[];
}

/**
 * Draws a page and lays its text over it, with the ranges marked.
 * @param scale CSS pixels for a point of the page.
 * @returns undefined where it was given up before it was done.
 */
export async function drawPage(
  page: PDFPageProxy,
  { canvas, textLayer }: PageElements,
  { scale, ranges, signal }: { scale: number; ranges: readonly ItemRange[]; signal: AbortSignal },
): Promise<DrawnPage | undefined> {
  const viewport = page.getViewport({ scale });
  const pixelRatio = Math.min(window.devicePixelRatio || 1, finestPixelRatio);
  // Drawn aside and shown whole: a page that is zoomed does not go blank in between.
  const drawn = document.createElement('canvas');
  drawn.width = Math.floor(viewport.width * pixelRatio);
  drawn.height = Math.floor(viewport.height * pixelRatio);
  const rendering = page.render({ canvas: drawn, viewport, transform: [pixelRatio, 0, 0, pixelRatio, 0, 0] });
  const giveUp = () => rendering.cancel();
  signal.addEventListener('abort', giveUp);
  try {
    await rendering.promise;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
  const content = await pageText(page);
  const annotations = await page.getAnnotations();
  if (signal.aborted) return undefined;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')!.drawImage(drawn, 0, 0);
  textLayer.replaceChildren();
  const layer = new TextLayer({ textContentSource: content, container: textLayer, viewport });
  await layer.render();
  return {
    marks: signal.aborted ? [] : markRanges(layer.textDivs, ranges),
    links: webLinks(annotations as Parameters<typeof webLinks>[0], viewport),
  };
}

import type { PageViewport } from 'pdfjs-dist';

/** A link on a drawn page, in CSS pixels from its top left. */
export interface WebLink {
  url: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What pdf.js tells of a thing on a page beside its text, as far as a link is one. */
interface Annotation {
  subtype?: string;
  url?: string;
  rect: number[];
}

/** The links of a page to the web; those to anything else (mail, files, programs, scripts) stay text. */
export function webLinks(
  annotations: readonly Annotation[],
  viewport: Pick<PageViewport, 'convertToViewportPoint'>,
): WebLink[] {
  return annotations.flatMap(({ subtype, url, rect }) => {
    if (subtype !== 'Link' || !url || !/^https?:\/\//i.test(url)) return [];
    const [x0, y0] = viewport.convertToViewportPoint(rect[0]!, rect[1]!) as [number, number];
    const [x1, y1] = viewport.convertToViewportPoint(rect[2]!, rect[3]!) as [number, number];
    const size = { width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
    return [{ url, left: Math.min(x0, x1), top: Math.min(y0, y1), ...size }];
  });
}

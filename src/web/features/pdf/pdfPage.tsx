import { Alert, VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPage } from './drawPage';
import type { QuoteInPdf } from './locateInPdf';
import classes from './pdf.module.css';
import type { WebLink } from './webLinks';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  /** 1: as wide as there is room. */
  zoom: number;
  marks: QuoteInPdf['marks'];
}

interface Drawn {
  number: number;
  scale: number;
  width: number;
  height: number;
  links: WebLink[];
  /** The first of the quoted words, where they are on this page. */
  mark?: HTMLElement;
}

/** One page, drawn, with its text over it: it can be selected, read out, and its quoted words are marked. */
export function PdfPage({ pdf, number, zoom, marks }: PdfPageProps) {
  const { t } = useTranslation('documents');
  const { ref: sizeRef, width: room } = useElementSize<HTMLDivElement>();
  const scrollRef = useRef<HTMLDivElement>(null);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const textRef = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (room === 0) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const scale = (room / page.getViewport({ scale: 1 }).width) * zoom;
      const { width, height } = page.getViewport({ scale });
      const elements = { canvas: canvasRef.current!, textLayer: textRef.current! };
      const result = await drawPage(page, elements, { scale, ranges: marks.get(number) ?? [], signal });
      if (!result || signal.aborted) return;
      setFailed(false);
      setDrawn({ number, scale, width, height, links: result.links, mark: result.marks[0] });
    };
    draw().catch(() => signal.aborted || setFailed(true));
    return () => leaving.abort();
  }, [pdf, number, zoom, marks, room]);
  // Once the page has its size.
  useLayoutEffect(() => {
    if (drawn && scrollRef.current) scrollTo(scrollRef.current, drawn.mark);
  }, [drawn]);
  return (
    <div
      ref={useMergedRef(sizeRef, scrollRef)}
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('pdf.page', { page: number })}
      aria-busy={drawn?.number !== number}
    >
      {failed && <Alert color="yellow">{t('pdf.unreadable')}</Alert>}
      <div
        className={classes.page}
        style={
          {
            '--total-scale-factor': drawn?.scale ?? 1,
            width: drawn?.width,
            height: drawn?.height,
          } as CSSProperties
        }
        data-testid="pdf-page"
        data-page={drawn?.number}
        hidden={failed}
      >
        <canvas ref={canvasRef} className={classes.canvas} aria-hidden />
        <div ref={textRef} className={classes.text} data-testid="pdf-text" />
        {drawn?.links.map(({ url, ...place }, index) => (
          <a
            key={index}
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={classes.link}
            style={place}
            title={url}
          >
            <VisuallyHidden>{t('pdf.link', { url })}</VisuallyHidden>
          </a>
        ))}
      </div>
    </div>
  );
}

/** Brings a mark into the middle of what shows the page, and the page's beginning where there is none; nothing around it moves. */
function scrollTo(scroll: HTMLElement, mark?: HTMLElement): void {
  if (!mark) return scroll.scrollTo({ top: 0, left: 0 });
  const [outer, inner] = [scroll.getBoundingClientRect(), mark.getBoundingClientRect()];
  scroll.scrollBy({
    top: inner.top - outer.top - (outer.height - inner.height) / 2,
    left: inner.left - outer.left - (outer.width - inner.width) / 2,
  });
}

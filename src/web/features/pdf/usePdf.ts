import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import type { WantedQuote } from './findQuote';
import { locateInPdf, type QuoteInPdf } from './locateInPdf';
import { openPdf } from './openPdf';

export interface OpenedPdf {
  pdf: PDFDocumentProxy;
  quote: QuoteInPdf;
}

interface PdfToOpen {
  content: ArrayBuffer;
  /** The page the quote was read on, from 1. */
  page: number;
  wanted: WantedQuote;
}

/** A PDF that is read while it is on the screen, and let go with all that was made of it. */
export function usePdf({ content, page, wanted }: PdfToOpen): { opened?: OpenedPdf; error?: unknown } {
  const [state, setState] = useState<{ opened?: OpenedPdf; error?: unknown }>({});
  const { quote, before } = wanted;
  useEffect(() => {
    let left = false;
    const task = openPdf(content);
    const open = async () => {
      const pdf = await task.promise;
      return { pdf, quote: await locateInPdf(pdf, page, { quote, before }) };
    };
    open().then(
      (opened) => left || setState({ opened }),
      (error: unknown) => left || setState({ error }),
    );
    return () => {
      left = true;
      void task.destroy();
    };
  }, [content, page, quote, before]);
  return state;
}

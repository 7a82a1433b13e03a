import { Alert, Stack } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFallback } from '../../components/pageFallback';
import type { WantedQuote } from './findQuote';
import { needsPassword } from './openPdf';
import { PdfPage } from './pdfPage';
import { PdfToolbar } from './pdfToolbar';
import { type OpenedPdf, usePdf } from './usePdf';
import { zoomed } from './zoom';

interface PdfViewProps {
  content: ArrayBuffer;
  /** The page the quote was read on, from 1. */
  page: number;
  wanted: WantedQuote;
}

/** A PDF's own pages, opened where a quote stands, with its words marked. */
export function PdfView(props: PdfViewProps) {
  const { t } = useTranslation('documents');
  const { opened, error } = usePdf(props);
  if (error !== undefined) {
    return (
      <Alert color="yellow" data-testid="pdf-unreadable">
        {t(needsPassword(error) ? 'pdf.locked' : 'pdf.unreadable')}
      </Alert>
    );
  }
  return opened ? <Pages {...opened} /> : <PageFallback />;
}

function Pages({ pdf, quote }: OpenedPdf) {
  const { t } = useTranslation('documents');
  const [page, setPage] = useState(quote.page);
  const [zoom, setZoom] = useState(1);
  const turnTo = (to: number) => setPage(Math.min(Math.max(1, to), pdf.numPages));
  const isFound = quote.marks.size > 0;

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'PageDown') turnTo(page + 1);
    else if (event.key === 'PageUp') turnTo(page - 1);
    else if (event.key === 'Home') turnTo(1);
    else if (event.key === 'End') turnTo(pdf.numPages);
    else if (event.key === '+' || event.key === '=') setZoom(zoomed(zoom, 'in'));
    else if (event.key === '-') setZoom(zoomed(zoom, 'out'));
    else if (event.key === '0') setZoom(1);
    else return;
    event.preventDefault();
  }
  return (
    <Stack gap="xs" onKeyDown={onKey} data-testid="pdf-view">
      <PdfToolbar
        page={page}
        pages={pdf.numPages}
        zoom={zoom}
        quotePage={isFound ? quote.page : undefined}
        onPage={turnTo}
        onZoom={setZoom}
      />
      {!isFound && <Alert color="yellow">{t('pdf.notFound')}</Alert>}
      <PdfPage pdf={pdf} number={page} zoom={zoom} marks={quote.marks} />
    </Stack>
  );
}

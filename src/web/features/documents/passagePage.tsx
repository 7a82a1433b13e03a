import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import type { ChunkDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { onceRead } from '../../lib/onceRead';
import { readOriginal } from './documentsApi';
import { locateQuote } from './locateQuote';

/** What draws PDFs is large: it comes with the first page that is opened. */
const PdfView = lazy(async () => ({ default: (await import('../pdf/pdfView')).PdfView }));

interface PassagePageProps {
  citation: Citation;
  page: number;
  chunk?: ChunkDto;
}

/** The page of the original PDF that a citation stands on, with its words marked. */
export function PassagePage({ citation, page, chunk }: PassagePageProps) {
  const { t } = useTranslation('documents');
  const { documentId, quote } = citation;
  const original = useQuery({
    queryKey: ['original', documentId],
    queryFn: async () => (await readOriginal(documentId)).arrayBuffer(),
    ...onceRead,
  });
  const marked = chunk && locateQuote(chunk, citation);
  if (original.isPending) return <PageFallback />;
  if (original.error) return <ErrorNotice error={original.error} onRetry={() => void original.refetch()} />;
  return (
    <>
      {!marked && <Alert color="yellow">{t('passage.movedPage')}</Alert>}
      <Suspense fallback={<PageFallback />}>
        <PdfView content={original.data} page={page} wanted={{ quote, before: marked?.before ?? '' }} />
      </Suspense>
    </>
  );
}

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { readTrace } from './auditApi';
import { SpanList } from './spanList';
import { spanTree } from './spanTree';

/** Every step of a turn as a tree. */
export function TraceView({ turnId }: { turnId: string }) {
  const { t } = useTranslation('audit');
  const trace = useQuery({ queryKey: ['trace', turnId], queryFn: () => readTrace(turnId) });
  if (trace.isPending) return <PageFallback />;
  if (trace.error) return <ErrorNotice error={trace.error} onRetry={() => void trace.refetch()} />;
  if (trace.data.length === 0) return <Text c="dimmed">{t('trace.empty')}</Text>;
  return <SpanList nodes={spanTree(trace.data)} />;
}

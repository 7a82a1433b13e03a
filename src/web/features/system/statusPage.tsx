import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { adviceOf } from './advice';
import { AdviceList } from './adviceList';
import { PartList } from './partList';
import { QueueTable } from './queueTable';
import { StatusFacts } from './statusFacts';
import { readReadiness, readSystemStatus, systemKey } from './systemApi';
import { SystemTabs } from './systemTabs';

/** Milliseconds between two looks at the parts, and at all the rest: each of those is a line in the audit. */
const partsLookMs = 5_000;
const statusLookMs = 20_000;

/** How every part of the installation does, what is wrong and what to do. */
export function StatusPage() {
  const { t } = useTranslation('system');
  const parts = useQuery({
    queryKey: [...systemKey, 'parts'],
    queryFn: readReadiness,
    refetchInterval: partsLookMs,
  });
  const status = useQuery({
    queryKey: [...systemKey, 'status'],
    queryFn: readSystemStatus,
    refetchInterval: statusLookMs,
  });
  const readiness = parts.data ?? status.data?.readiness;
  return (
    <Page title={t('status.title')} description={t('status.description')}>
      <SystemTabs />
      <Stack gap="lg">
        {parts.error && <ErrorNotice error={parts.error} onRetry={() => void parts.refetch()} />}
        {status.error && !parts.error && (
          <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
        )}
        {readiness && (
          <AdviceList
            advice={adviceOf(readiness, status.data, status.dataUpdatedAt)}
            isWhole={status.data !== undefined && !status.error && !parts.error}
          />
        )}
        {readiness ? <PartList parts={readiness.parts} /> : !parts.error && <PageFallback />}
        {status.data && <StatusFacts status={status.data} />}
        {status.data && <QueueTable queues={status.data.queues} />}
      </Stack>
    </Page>
  );
}

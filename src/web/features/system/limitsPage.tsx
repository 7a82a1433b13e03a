import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { limitKeys, type LimitGroup } from '../../../shared/limits';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { LimitTable } from './limitTable';
import { readLimits, systemKey } from './systemApi';
import { SystemTabs } from './systemTabs';
import { UsageOfAll } from './usageOfAll';

/** The limits in force with the settings that set them, and what everybody has used of them today. */
export function LimitsPage() {
  const { t } = useTranslation('system');
  const limits = useQuery({ queryKey: [...systemKey, 'limits'], queryFn: readLimits });
  return (
    <Page title={t('limits.title')} description={t('limits.description')}>
      <SystemTabs />
      <Stack gap="lg">
        <UsageOfAll />
        {limits.isPending && <PageFallback />}
        {limits.error && <ErrorNotice error={limits.error} onRetry={() => void limits.refetch()} />}
        {limits.data &&
          (Object.keys(limitKeys) as LimitGroup[]).map((group) => (
            <LimitTable key={group} group={group} limits={limits.data.items} />
          ))}
      </Stack>
    </Page>
  );
}

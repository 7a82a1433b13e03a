import { Group, Paper, Stack, TextInput } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { DocumentSections } from '../documents/documentSections';
import { ContentGapList } from './contentGapList';
import { recentDays } from './recentDays';
import { readContentGaps } from './retrievalApi';

/** Days looked back at when the page is opened. */
const usualDays = 30;

/** What people asked and no document answers. */
export function ContentGapsPage() {
  const { t } = useTranslation('retrieval');
  const [period, setPeriod] = useState(() => recentDays(usualDays, new Date()));
  const gaps = useQuery({
    queryKey: ['contentGaps', period],
    queryFn: () => readContentGaps(period),
    placeholderData: (previous) => previous,
  });
  return (
    <Page title={t('gaps.title')} description={t('gaps.description')}>
      <DocumentSections />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <Group align="flex-end">
            <TextInput
              type="date"
              label={t('gaps.from')}
              value={period.from}
              onChange={({ currentTarget: { value } }) => setPeriod((given) => ({ ...given, from: value }))}
            />
            <TextInput
              type="date"
              label={t('gaps.to')}
              value={period.to}
              onChange={({ currentTarget: { value } }) => setPeriod((given) => ({ ...given, to: value }))}
            />
          </Group>
          {gaps.isPending && <PageFallback />}
          {gaps.error && <ErrorNotice error={gaps.error} onRetry={() => void gaps.refetch()} />}
          {gaps.data?.items.length === 0 && (
            <EmptyNotice
              icon={<IconMessageQuestion aria-hidden />}
              title={t('gaps.empty')}
              description={t('gaps.emptyHelp')}
            />
          )}
          {gaps.data && gaps.data.items.length > 0 && <ContentGapList gaps={gaps.data} />}
        </Stack>
      </Paper>
    </Page>
  );
}

import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { promptNames } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { SystemTabs } from '../system/systemTabs';
import { PromptView } from './promptView';
import { promptsQuery } from './promptsApi';

/** What the chat model is told: versions of each prompt, what differs between them, and which is in force. */
export function PromptsPage() {
  const { t } = useTranslation('prompts');
  const [search, setSearch] = useSearchParams();
  const prompts = useQuery(promptsQuery);
  const name = promptNames.find((each) => each === search.get('name')) ?? promptNames[0];
  const prompt = prompts.data?.find((each) => each.name === name);
  return (
    <Page title={t('title')} description={t('description')}>
      <SystemTabs />
      <Stack>
        <SegmentedControl
          value={name}
          onChange={(chosen) => setSearch({ name: chosen })}
          data={promptNames.map((value) => ({ value, label: t(`name.${value}`) }))}
          aria-label={t('choose')}
        />
        <Text size="sm">{t(`about.${name}`)}</Text>
        {prompts.isPending && <PageFallback />}
        {prompts.error && <ErrorNotice error={prompts.error} onRetry={() => void prompts.refetch()} />}
        {prompt && <PromptView key={name} prompt={prompt} />}
      </Stack>
    </Page>
  );
}

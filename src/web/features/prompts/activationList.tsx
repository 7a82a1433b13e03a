import { List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptActivationDto, PromptName } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { promptPath, promptsKey } from './promptsApi';
import { useVersionLabel } from './useVersionLabel';

/** Who put which version in force when. */
export function ActivationList({ name }: { name: PromptName }) {
  const { t } = useTranslation('prompts');
  const language = useLanguage();
  const label = useVersionLabel();
  const activations = usePages<PromptActivationDto>(
    [...promptsKey, 'activations', name],
    `${promptPath(name)}/activations`,
  );
  return (
    <section aria-labelledby="prompt-history">
      <Title order={2} size="h4" mb="sm" id="prompt-history">
        {t('history.title')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }} data-testid="prompt-history">
        {activations.error && (
          <ErrorNotice error={activations.error} onRetry={() => void activations.refetch()} />
        )}
        {activations.isSuccess && activations.items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('history.none')}
          </Text>
        )}
        <List size="sm">
          {activations.items.map(({ id, version, by, at }) => (
            <List.Item key={id}>
              {t('history.line', { version: label(version), by, time: formatTime(at, language) })}
            </List.Item>
          ))}
        </List>
        <LoadMore pages={activations} />
      </Paper>
    </section>
  );
}

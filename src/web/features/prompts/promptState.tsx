import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconPencilPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PromptDto, PromptVersionKey } from '../../../shared/prompts';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { TroubleInWords } from './troubleInWords';
import { useVersionLabel } from './useVersionLabel';

interface PromptStateProps {
  prompt: PromptDto;
  onGoBack: () => void;
  onWrite: (from: PromptVersionKey) => void;
}

/** Which version questions are asked with, and why it is not the chosen one where it is not. */
export function PromptState({ prompt, onGoBack, onWrite }: PromptStateProps) {
  const { t } = useTranslation('prompts');
  const language = useLanguage();
  const label = useVersionLabel();
  const { chosen, inForce, trouble, release } = prompt;
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4" data-testid="prompt-in-force" data-version={inForce}>
          {t('inForce', { version: label(inForce) })}
        </Title>
        {chosen.at && (
          <Text size="sm" c="dimmed">
            {t('chosenBy', {
              version: label(chosen.version),
              by: chosen.by,
              time: formatTime(chosen.at, language),
            })}
          </Text>
        )}
        {trouble && (
          <Alert color="red" icon={<IconAlertCircle aria-hidden />} w="100%" title={t('fallback.title')}>
            <Text size="sm">{t('fallback.text', { version: label(chosen.version) })}</Text>
            <TroubleInWords trouble={trouble} />
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {t('releaseVersion', { version: release.version })}
        </Text>
        <Group>
          <Button
            leftSection={<IconPencilPlus size={16} aria-hidden />}
            onClick={() => onWrite(inForce)}
            data-testid="write-prompt"
          >
            {t('write')}
          </Button>
          {chosen.version !== 'release' && (
            <Button variant="default" onClick={onGoBack} data-testid="back-to-release">
              {t('goBack')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

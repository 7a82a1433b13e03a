import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptDto, PromptVersionKey } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { activatePrompt } from './promptsApi';
import { usePromptChange } from './usePromptChange';
import { useVersionLabel } from './useVersionLabel';
import { VersionDiff } from './versionDiff';

interface ActivateDialogProps {
  prompt: PromptDto;
  version: PromptVersionKey;
  onClose: () => void;
}

/** Shows what changes for the next question before it does. */
export function ActivateDialog({ prompt, version, onClose }: ActivateDialogProps) {
  const { t } = useTranslation(['prompts', 'common']);
  const label = useVersionLabel();
  const activation = usePromptChange(() => activatePrompt(prompt.name, version), onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('activate.title', { version: label(version) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('activate.text', { version: label(prompt.inForce) })}</Text>
        <VersionDiff name={prompt.name} before={prompt.inForce} after={version} />
        {activation.error && <ErrorNotice error={activation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button
            loading={activation.isPending}
            onClick={() => activation.mutate(undefined)}
            data-testid="confirm-activate"
          >
            {t('activate.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

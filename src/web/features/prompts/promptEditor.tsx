import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PromptDto, PromptVersionDto, PromptVersionKey } from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { PromptForm } from './promptForm';
import { promptTextQuery } from './promptsApi';
import { useVersionLabel } from './useVersionLabel';

interface PromptEditorProps {
  prompt: PromptDto;
  /** Version whose text it begins with. */
  from: PromptVersionKey;
  onSaved: (version: PromptVersionDto) => void;
  onClose: () => void;
}

/** Writes a new version out of an older one. A click beside it does not lose what was written. */
export function PromptEditor({ prompt, from, onSaved, onClose }: PromptEditorProps) {
  const { t } = useTranslation(['prompts', 'common']);
  const label = useVersionLabel();
  const text = useQuery(promptTextQuery(prompt.name, from));
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="xl"
      title={t('editor.title', { version: label(from) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {text.isPending && <PageFallback />}
      {text.error && <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />}
      {text.data && <PromptForm prompt={prompt} text={text.data.body} onSaved={onSaved} onClose={onClose} />}
    </Modal>
  );
}

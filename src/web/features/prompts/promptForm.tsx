import { Alert, Button, Code, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  maximumPromptLength,
  promptTrouble,
  tidyPrompt,
  type PromptDto,
  type PromptVersionDto,
} from '../../../shared/prompts';
import { ErrorNotice } from '../../components/errorNotice';
import { formatCount } from '../../lib/format';
import { PromptDiff } from './promptDiff';
import { savePrompt } from './promptsApi';
import { TroubleInWords } from './troubleInWords';
import { usePromptChange } from './usePromptChange';

interface PromptFormProps {
  prompt: PromptDto;
  text: string;
  onSaved: (version: PromptVersionDto) => void;
  onClose: () => void;
}

/** The text with its placeholders checked while it is written, and why it is changed. */
export function PromptForm({ prompt, text, onSaved, onClose }: PromptFormProps) {
  const { t } = useTranslation(['prompts', 'common']);
  const [body, setBody] = useState(text);
  const [reason, setReason] = useState('');
  const [showsDiff, setShowsDiff] = useState(false);
  const saving = usePromptChange(() => savePrompt(prompt.name, { body, reason }), onSaved);
  const trouble = promptTrouble(prompt.name, body);
  const isChanged = tidyPrompt(body) !== tidyPrompt(text);
  const isTooLong = tidyPrompt(body).length > maximumPromptLength;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined);
      }}
    >
      <Stack>
        <Text size="sm">
          {t('editor.placeholders')}{' '}
          {prompt.placeholders.map((key) => (
            <span key={key}>
              <Code>{`{{${key}}}`}</Code>{' '}
            </span>
          ))}
        </Text>
        <Textarea
          label={t('editor.body')}
          description={t('editor.length', {
            length: formatCount(body.length),
            maximum: formatCount(maximumPromptLength),
          })}
          error={isTooLong && t('editor.tooLong')}
          autosize
          minRows={12}
          maxRows={22}
          spellCheck={false}
          styles={{
            input: { fontFamily: 'var(--mantine-font-family-monospace), var(--mantine-font-family)' },
          }}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          data-autofocus
          data-testid="prompt-body"
        />
        {trouble && (
          <Alert color="red" role="status" data-testid="prompt-trouble">
            <TroubleInWords trouble={trouble} />
          </Alert>
        )}
        <Switch
          label={t('editor.showDiff')}
          checked={showsDiff}
          onChange={(event) => setShowsDiff(event.currentTarget.checked)}
        />
        {showsDiff && <PromptDiff before={tidyPrompt(text)} after={tidyPrompt(body)} />}
        <TextInput
          label={t('editor.reason')}
          description={t('editor.reasonHelp')}
          withAsterisk
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="prompt-reason"
        />
        {saving.error && <ErrorNotice error={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={saving.isPending}
            disabled={trouble !== null || isTooLong || !isChanged || reason.trim() === ''}
            data-testid="save-prompt"
          >
            {t('editor.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumQuestionLength } from '../../../shared/chatInput';
import { formatCount } from '../../lib/format';
import { isSendKey } from './isSendKey';
import classes from './turnView.module.css';

interface QuestionFormProps {
  question: string;
  onSend: (text: string) => void;
  onCancel: () => void;
}

/** An own question, changed in its place. Enter sends it as a branch, Esc leaves it as it was. */
export function QuestionForm({ question, onSend, onCancel }: QuestionFormProps) {
  const { t } = useTranslation('chat');
  const [draft, setDraft] = useState(question);
  const text = draft.trim();
  const tooLong = text.length > maximumQuestionLength;
  const canSend = text !== '' && !tooLong;

  function send() {
    if (canSend) onSend(text);
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    send();
  }
  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  }
  return (
    <form className={classes.edit} onSubmit={submit}>
      <Textarea
        classNames={{ input: classes.editInput! }}
        aria-label={t('edit.label')}
        autosize
        minRows={1}
        maxRows={8}
        // Opened by the reader, to write in.
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(draft.length, draft.length)}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKey}
        error={tooLong && t('composer.tooLong', { maximum: formatCount(maximumQuestionLength) })}
        data-testid="edit-input"
      />
      <Group gap="xs" justify="flex-end" mt="xs">
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('edit.cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={!canSend} data-testid="edit-send">
          {t('edit.send')}
        </Button>
      </Group>
    </form>
  );
}

import { ActionIcon, Text, Textarea } from '@mantine/core';
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumQuestionLength } from '../../../shared/chat';
import { formatCount } from '../../lib/format';
import classes from './composer.module.css';
import { useDraft } from './useDraft';

/** A phone would open its on-screen keyboard over the page. */
const hasKeyboard = window.matchMedia('(hover: hover)').matches;

interface ComposerProps {
  /** Under which name the unsent text is kept. */
  draftKey: string;
  sending: boolean;
  /** @returns whether the question was taken; the text stays until it was. */
  onSend: (text: string) => Promise<boolean>;
  /** Given while an answer is being written. */
  onStop?: () => Promise<unknown>;
}

/** Where a question is written. Enter sends, Shift+Enter makes a line. */
export function Composer({ draftKey, sending, onSend, onStop }: ComposerProps) {
  const { t } = useTranslation('chat');
  const [draft, setDraft] = useDraft(draftKey);
  const text = draft.trim();
  const tooLong = text.length > maximumQuestionLength;
  const canSend = text !== '' && !tooLong && !sending && !onStop;

  async function send() {
    if (canSend && (await onSend(text))) setDraft('');
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void send();
  }
  function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While Korean is being composed, Enter ends the syllable and must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  return (
    <form className={classes.composer} onSubmit={submit}>
      <Textarea
        classNames={{ input: classes.input! }}
        variant="unstyled"
        aria-label={t('composer.label')}
        placeholder={t('composer.placeholder')}
        autosize
        minRows={1}
        maxRows={8}
        autoFocus={hasKeyboard}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
        error={tooLong && t('composer.tooLong', { maximum: formatCount(maximumQuestionLength) })}
        data-testid="composer"
      />
      <div className={classes.foot}>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('composer.keys')}
        </Text>
        {onStop ? <StopButton onStop={onStop} /> : <SendButton disabled={!canSend} sending={sending} />}
      </div>
    </form>
  );
}

function SendButton({ disabled, sending }: { disabled: boolean; sending: boolean }) {
  const { t } = useTranslation('chat');
  return (
    <ActionIcon
      type="submit"
      size="lg"
      radius="xl"
      disabled={disabled}
      loading={sending}
      aria-label={t('composer.send')}
      data-testid="send"
    >
      <IconArrowUp size={18} aria-hidden />
    </ActionIcon>
  );
}

function StopButton({ onStop }: { onStop: () => Promise<unknown> }) {
  const { t } = useTranslation('chat');
  const [stopping, setStopping] = useState(false);
  async function stop() {
    setStopping(true);
    await onStop();
    setStopping(false);
  }
  return (
    <ActionIcon
      type="button"
      size="lg"
      radius="xl"
      variant="filled"
      color="dark"
      loading={stopping}
      aria-label={t('composer.stop')}
      onClick={() => void stop()}
      data-testid="stop"
    >
      <IconPlayerStopFilled size={16} aria-hidden />
    </ActionIcon>
  );
}

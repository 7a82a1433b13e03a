import { ActionIcon, Text, Textarea } from '@mantine/core';
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumQuestionLength } from '../../../shared/chatInput';
import { formatCount } from '../../lib/format';
import classes from './composer.module.css';
import { composerId } from './focusComposer';
import { hasKeyboard, isSendKey } from './isSendKey';
import type { UnsentQuestion } from './outbox';

interface ComposerProps {
  /** The chat it belongs to now; another one takes the focus here. */
  chat: string;
  draft: string;
  onDraft: (text: string) => void;
  /** The question on its way, or refused: the next one waits until something has become of it. */
  unsent?: UnsentQuestion;
  /** False while the chat is not read yet: one may write already. */
  ready: boolean;
  onSend: (text: string) => void;
  /** The turn whose answer is being written, if any. */
  runningTurnId?: string;
  onStop: (turnId: string) => Promise<unknown>;
}

/** Where a question is written. */
export const Composer = memo(function Composer({
  chat,
  draft,
  onDraft,
  unsent,
  ready,
  onSend,
  runningTurnId,
  onStop,
}: ComposerProps) {
  const { t } = useTranslation('chat');
  const text = draft.trim();
  const tooLong = text.length > maximumQuestionLength;
  const canSend = ready && text !== '' && !tooLong && !unsent && !runningTurnId;
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // A phone would open its on-screen keyboard over the page.
    if (hasKeyboard) input.current?.focus();
  }, [chat]);

  function send() {
    if (!canSend) return;
    onDraft('');
    onSend(text);
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    send();
  }
  function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
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
        ref={input}
        id={composerId}
        value={draft}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
        error={tooLong && t('composer.tooLong', { maximum: formatCount(maximumQuestionLength) })}
        data-testid="composer"
      />
      <div className={classes.foot}>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('composer.keys')}
        </Text>
        {runningTurnId ? (
          <StopButton onStop={() => onStop(runningTurnId)} />
        ) : (
          <SendButton disabled={!canSend} sending={unsent !== undefined && !unsent.refused} />
        )}
      </div>
    </form>
  );
});

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

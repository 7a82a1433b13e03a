import { Button, Chip, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { type KeyboardEvent, type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackDto } from '../../../shared/chat';
import { feedbackReasons } from '../../../shared/chatInput';

/** The most the server takes (`chat:feedback`). */
const maximumCommentLength = 2000;

interface FeedbackFormProps {
  given?: FeedbackDto;
  busy: boolean;
  onSend: (reasons: Pick<FeedbackDto, 'reason' | 'comment'>) => Promise<void>;
  onClose: () => void;
}

/** Why an answer was not good: one of the usual reasons, words of the reader's own, or both. */
export function FeedbackForm({ given, busy, onSend, onClose }: FeedbackFormProps) {
  const { t } = useTranslation('chat');
  const titleId = useId();
  const [reason, setReason] = useState<string | null>(given?.reason ?? null);
  const [comment, setComment] = useState(given?.comment ?? '');
  const words = comment.trim();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void onSend({ reason, comment: words || null });
  }
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
  }
  return (
    <Paper
      component="form"
      ref={showWhole}
      withBorder
      p="md"
      maw={600}
      onSubmit={submit}
      onKeyDown={closeOnEscape}
      aria-labelledby={titleId}
      data-testid="feedback-form"
    >
      <Stack gap="sm">
        <Text size="sm" fw={600} id={titleId}>
          {t('feedback.why')}
        </Text>
        <Group gap={6} role="group" aria-labelledby={titleId}>
          {feedbackReasons.map((offered) => (
            <Chip
              key={offered}
              size="sm"
              checked={reason === offered}
              onChange={(checked) => setReason(checked ? offered : null)}
              data-testid={`reason-${offered}`}
            >
              {t(`feedback.reason.${offered}`)}
            </Chip>
          ))}
        </Group>
        <Textarea
          aria-label={t('feedback.comment')}
          placeholder={t('feedback.comment')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={maximumCommentLength}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          data-testid="feedback-comment"
        />
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('feedback.close')}
          </Button>
          <Button
            size="xs"
            type="submit"
            loading={busy}
            disabled={reason === null && words === ''}
            data-testid="feedback-send"
          >
            {t('feedback.send')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** It opens below its button, often below the edge of the screen. */
function showWhole(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}

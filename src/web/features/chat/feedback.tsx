import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackDto } from '../../../shared/chat';
import type { Turn } from './conversationState';
import { FeedbackWords } from './feedbackWords';
import { giveFeedback } from './giveFeedback';

/** Few answers are found bad: the form comes with the first one. */
const FeedbackForm = lazy(async () => ({ default: (await import('./feedbackForm')).FeedbackForm }));

interface FeedbackProps {
  conversationId: string;
  turn: Turn;
  /** What stands in the same row as the two thumbs. */
  children: ReactNode;
}

/** What the reader thinks of an answer. A thumb pressed again is taken back; one that points down asks why. */
export function Feedback({ conversationId, turn, children }: FeedbackProps) {
  const { t } = useTranslation('chat');
  const { turnId, feedback } = turn;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function give(opinion: FeedbackDto | null) {
    setBusy(true);
    const refused = await giveFeedback(conversationId, turnId, opinion);
    setBusy(false);
    if (refused) notifications.show({ color: 'red', message: refused.message || t('feedback.notDelivered') });
    return !refused;
  }
  async function press(rating: FeedbackDto['rating']) {
    const taken = feedback?.rating === rating;
    setAsking(false);
    const given = await give(taken ? null : { rating, reason: null, comment: null });
    setAsking(given && !taken && rating === 'down');
  }
  async function explain(reasons: Pick<FeedbackDto, 'reason' | 'comment'>) {
    if (await give({ rating: 'down', ...reasons })) setAsking(false);
  }
  return (
    <Stack gap="xs">
      <Group gap={4}>
        <Thumb rating="up" pressed={feedback?.rating === 'up'} busy={busy} onPress={press} />
        <Thumb rating="down" pressed={feedback?.rating === 'down'} busy={busy} onPress={press} />
        {children}
      </Group>
      {asking && (
        <Suspense>
          <FeedbackForm given={feedback} busy={busy} onSend={explain} onClose={() => setAsking(false)} />
        </Suspense>
      )}
      {!asking && feedback?.rating === 'down' && (
        <GivenReasons feedback={feedback} onChange={() => setAsking(true)} />
      )}
    </Stack>
  );
}

interface ThumbProps {
  rating: FeedbackDto['rating'];
  pressed: boolean;
  busy: boolean;
  onPress: (rating: FeedbackDto['rating']) => Promise<void>;
}

const thumbs = {
  up: { plain: IconThumbUp, filled: IconThumbUpFilled },
  down: { plain: IconThumbDown, filled: IconThumbDownFilled },
};

function Thumb({ rating, pressed, busy, onPress }: ThumbProps) {
  const { t } = useTranslation('chat');
  const Icon = thumbs[rating][pressed ? 'filled' : 'plain'];
  return (
    <ActionIcon
      variant="subtle"
      color={pressed ? undefined : 'gray'}
      // Not `disabled`, which takes the focus from whoever pressed it by the keyboard.
      aria-disabled={busy}
      title={t(`feedback.${rating}`)}
      aria-label={t(`feedback.${rating}`)}
      aria-pressed={pressed}
      onClick={() => busy || void onPress(rating)}
      data-testid={`feedback-${rating}`}
    >
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
}

function GivenReasons({ feedback, onChange }: { feedback: FeedbackDto; onChange: () => void }) {
  const { t } = useTranslation('chat');
  const hasWords = Boolean(feedback.reason ?? feedback.comment);
  return (
    <Group gap="xs" data-testid="feedback-given">
      <FeedbackWords feedback={feedback} />
      <Button variant="subtle" size="compact-xs" onClick={onChange}>
        {t(hasWords ? 'feedback.change' : 'feedback.addReason')}
      </Button>
    </Group>
  );
}

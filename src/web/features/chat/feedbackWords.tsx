import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FeedbackDto } from '../../../shared/chat';
import { feedbackReasons } from '../../../shared/chatInput';

/** Why an answer was not good, in words. */
export function FeedbackWords({ feedback: { reason, comment } }: { feedback: FeedbackDto }) {
  const { t } = useTranslation('chat');
  const offered = feedbackReasons.find((known) => known === reason);
  const text = [offered ? t(`feedback.reason.${offered}`) : reason, comment].filter(Boolean).join(' · ');
  return (
    <Text size="sm" c="dimmed">
      {text || t('feedback.noReason')}
    </Text>
  );
}

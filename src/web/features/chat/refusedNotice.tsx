import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChatError } from '../../../shared/chat';

/** Why a question was not taken. Its text is still in the composer, so that sending again is the way on. */
export function RefusedNotice({ refused }: { refused: ChatError }) {
  const { t } = useTranslation('chat');
  return (
    <Alert color="red" variant="light" role="alert" mb="xs" data-testid="send-refused">
      {refused.message || t('notDelivered')}
    </Alert>
  );
}

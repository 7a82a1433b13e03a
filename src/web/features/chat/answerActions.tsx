import { ActionIcon, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Turn } from './conversationState';
import { Feedback } from './feedback';

interface AnswerActionsProps {
  conversationId: string;
  turn: Turn;
  /** Missing while nothing can be asked. */
  onRegenerate?: () => void;
}

/** What can be done with an answer that has ended, and which model gave it. */
export function AnswerActions({ conversationId, turn, onRegenerate }: AnswerActionsProps) {
  const { t } = useTranslation('chat');
  return (
    <Feedback conversationId={conversationId} turn={turn}>
      {onRegenerate && (
        <ActionIcon
          variant="subtle"
          color="gray"
          title={t('regenerate')}
          aria-label={t('regenerate')}
          onClick={onRegenerate}
          data-testid="regenerate"
        >
          <IconRefresh size={17} aria-hidden />
        </ActionIcon>
      )}
      {turn.model && (
        <Group ml="auto">
          <Text size="xs" c="dimmed">
            {t('answeredBy', { model: turn.model })}
          </Text>
        </Group>
      )}
    </Feedback>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Turn } from './conversationState';

interface TurnOutcomeProps {
  turn: Turn;
  /** Asks the same question once more; missing where that makes no sense. */
  onAskAgain?: () => void;
}

/** How a turn ended when it did not end well, and the way on. */
export function TurnOutcome({ turn, onAskAgain }: TurnOutcomeProps) {
  const { t } = useTranslation('chat');
  if (turn.status === 'running' || turn.status === 'completed') return null;
  const text = turn.error?.message || t(`outcome.${turn.status}`);
  return (
    <Alert
      color={turn.status === 'failed' ? 'red' : 'gray'}
      variant="light"
      py="xs"
      data-testid={`turn-${turn.status}`}
    >
      <Group justify="space-between">
        <Text size="sm">{text}</Text>
        {onAskAgain && (
          <Button variant="default" size="xs" onClick={onAskAgain}>
            {t('askAgain')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

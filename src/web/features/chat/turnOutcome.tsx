import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Turn } from './conversationState';

interface TurnOutcomeProps {
  turn: Turn;
  /** Asks the same question once more; missing while nothing can be asked. */
  onAskAgain?: () => void;
}

/** How a turn ended when it did not end well, whether its text is whole, and the way on. */
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
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm">{text}</Text>
          {turn.text !== '' && (
            <Text size="xs" c="dimmed">
              {t('outcome.partial')}
            </Text>
          )}
        </div>
        {onAskAgain && (
          <Button variant="default" size="xs" flex="none" onClick={onAskAgain} data-testid="ask-again">
            {t('askAgain')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

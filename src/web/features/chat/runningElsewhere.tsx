import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseTurn } from './chosenBranch';

interface RunningElsewhereProps {
  conversationId: string;
  turnId: string;
}

/** Why nothing can be asked here: an answer is being written on another branch. */
export function RunningElsewhere({ conversationId, turnId }: RunningElsewhereProps) {
  const { t } = useTranslation('chat');
  return (
    <Group justify="center" gap="xs" pb="xs" role="status" data-testid="running-elsewhere">
      <Text size="sm" c="dimmed">
        {t('branch.runningElsewhere')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => chooseTurn(conversationId, turnId)}>
        {t('branch.goThere')}
      </Button>
    </Group>
  );
}

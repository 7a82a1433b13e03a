import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './conversationView.module.css';

interface FollowUpsProps {
  suggestions: string[];
  /** Missing where nothing can be asked: then they are only shown. */
  onAsk?: (question: string) => void;
}

/** What could be asked next; one click asks it. */
export function FollowUps({ suggestions, onAsk }: FollowUpsProps) {
  const { t } = useTranslation('chat');
  if (suggestions.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('followUps')}>
      {suggestions.map((suggestion) => (
        <Button
          key={suggestion}
          variant="default"
          radius="xl"
          size="compact-md"
          py={4}
          px="sm"
          fw={400}
          classNames={{ root: classes.followUp!, label: classes.exampleLabel! }}
          component={onAsk ? 'button' : 'div'}
          onClick={onAsk && (() => onAsk(suggestion))}
          data-testid="follow-up"
        >
          {suggestion}
        </Button>
      ))}
    </Group>
  );
}

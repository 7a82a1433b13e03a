import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEmployee } from '../../lib/session';
import { ConnectionNotice } from './connectionNotice';
import classes from './conversationView.module.css';
import { askQuestion, useUnsentQuestion } from './questions';
import { UnsentTurn } from './unsentTurn';

/** The start of a conversation: what can be asked, by example, until the first question is on its way. */
export function NewConversation({ onTakeBack }: { onTakeBack: (text: string) => void }) {
  const unsent = useUnsentQuestion();
  const ask = (text: string) => askQuestion({ text, parentTurnId: null });
  return (
    <>
      <ConnectionNotice />
      <div className={classes.scroll}>
        <div className={classes.column}>
          {unsent ? <UnsentTurn question={unsent} onTakeBack={onTakeBack} /> : <Examples onAsk={ask} />}
        </div>
      </div>
    </>
  );
}

function Examples({ onAsk }: { onAsk: (question: string) => void }) {
  const { t } = useTranslation('chat');
  const { name } = useEmployee();
  const examples = t('examples', { returnObjects: true });
  return (
    <Stack gap="lg" pt="12vh">
      <div>
        <Title order={1} size="h2">
          {t('greeting', { name })}
        </Title>
        <Text c="dimmed" mt={4}>
          {t('whatCanBeAsked')}
        </Text>
      </div>
      <div className={classes.examples}>
        {examples.map((example) => (
          <Button
            key={example}
            variant="default"
            classNames={{
              root: classes.example!,
              inner: classes.exampleInner!,
              label: classes.exampleLabel!,
            }}
            onClick={() => onAsk(example)}
          >
            {example}
          </Button>
        ))}
      </div>
    </Stack>
  );
}

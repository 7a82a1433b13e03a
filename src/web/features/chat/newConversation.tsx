import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEmployee } from '../../lib/session';
import { Composer } from './composer';
import classes from './conversationView.module.css';
import { RefusedNotice } from './refusedNotice';
import { useAsk } from './useAsk';

/** The start of a conversation: what can be asked, by example. */
export function NewConversation() {
  const { t } = useTranslation('chat');
  const { name } = useEmployee();
  const navigate = useNavigate();
  const asking = useAsk({ onAccepted: (conversationId) => void navigate(`/c/${conversationId}`) });
  const examples = t('examples', { returnObjects: true });
  return (
    <div className={classes.view}>
      <div className={classes.scroll}>
        <Stack className={classes.column} gap="lg" pt="12vh">
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
                disabled={asking.sending}
                onClick={() => void asking.ask(example)}
              >
                {example}
              </Button>
            ))}
          </div>
        </Stack>
      </div>
      <div className={classes.foot}>
        {asking.refused && <RefusedNotice refused={asking.refused} />}
        <Composer draftKey="new" sending={asking.sending} onSend={asking.ask} />
      </div>
    </div>
  );
}

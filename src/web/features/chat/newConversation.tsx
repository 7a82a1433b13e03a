import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconBuildingHospital, IconChartBar, IconFileText, IconMessageCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEmployee } from '../../lib/session';
import { ConnectionNotice } from './connectionNotice';
import classes from './conversationView.module.css';
import { askQuestion, useUnsentQuestion } from './questions';
import { UnsentTurn } from './unsentTurn';
import { type Suggestion, useSuggestions } from './useSuggestions';

/** Suggestions there usually are. */
const placesHeld = 6;

/** The start of a conversation: what can be asked, until the first question is on its way. */
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
  const { suggestions, isPending } = useSuggestions();
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
        {isPending
          ? // As high as what comes in their place, so that nothing moves.
            Array.from({ length: placesHeld }, (_place, at) => <Skeleton key={at} h={50} radius="md" />)
          : suggestions.map(({ question, about }) => (
              <Button
                key={question}
                variant="default"
                leftSection={<AboutIcon about={about} />}
                classNames={{
                  root: classes.example!,
                  inner: classes.exampleInner!,
                  label: classes.exampleLabel!,
                }}
                onClick={() => onAsk(question)}
                data-testid="suggestion"
                data-about={about}
              >
                {question}
              </Button>
            ))}
      </div>
    </Stack>
  );
}

const icons = { customer: IconBuildingHospital, figures: IconChartBar, document: IconFileText };

function AboutIcon({ about }: { about?: Suggestion['about'] }) {
  const Icon = about ? icons[about] : IconMessageCircle;
  return <Icon size={18} aria-hidden color="var(--naru-link)" />;
}

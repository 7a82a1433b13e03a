import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../lib/format';
import { useConnection } from '../../lib/socket';
import { useLanguage } from '../../lib/useLanguage';
import { useSecondsLeft } from '../../lib/useSecondsLeft';
import type { UnsentQuestion } from './outbox';
import { outbox } from './questions';
import classes from './turnView.module.css';

/** Seconds that are counted down; of a longer wait its end is told. */
const longestCountdown = 120;

interface UnsentTurnProps {
  question: UnsentQuestion;
  /** Gives the text back to where it can be changed. */
  onTakeBack: (text: string) => void;
}

/** A question that the server does not have yet: on its way, or refused and why. */
export function UnsentTurn({ question, onTakeBack }: UnsentTurnProps) {
  return (
    <article className={classes.turn} data-testid="unsent-question">
      <div className={classes.question}>
        <Text className={classes.bubble} mod={{ unsent: true }}>
          {question.text}
        </Text>
        {!question.refused && <OnItsWay />}
      </div>
      {question.refused && <Refused question={question} onTakeBack={onTakeBack} />}
    </article>
  );
}

function OnItsWay() {
  const { t } = useTranslation('chat');
  const connected = useConnection() === 'connected';
  return (
    <Group gap={6} role="status">
      <Loader size={12} color="gray" aria-hidden />
      <Text size="xs" c="dimmed">
        {t(connected ? 'unsent.sending' : 'unsent.waiting')}
      </Text>
    </Group>
  );
}

function Refused({ question, onTakeBack }: UnsentTurnProps) {
  const { t } = useTranslation('chat');
  const { clientMessageId, text, refused } = question;
  const seconds = useSecondsLeft(refused?.retryAt);
  function takeBack() {
    outbox.withdraw(clientMessageId);
    onTakeBack(text);
  }
  return (
    <Alert
      color="red"
      variant="default"
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
      title={t('unsent.refused')}
      data-testid="send-refused"
      data-code={refused?.error.code}
    >
      <Text size="sm">{refused?.error.message}</Text>
      {refused?.retryAt && seconds > 0 && <When instant={refused.retryAt} seconds={seconds} />}
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          disabled={seconds > 0}
          onClick={() => outbox.retry(clientMessageId)}
          data-testid="send-again"
        >
          {t('unsent.again')}
        </Button>
        <Button size="xs" variant="default" onClick={takeBack} data-testid="take-back">
          {t('unsent.takeBack')}
        </Button>
      </Group>
    </Alert>
  );
}

/** When it may be sent again; not read out each second. */
function When({ instant, seconds }: { instant: number; seconds: number }) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  return (
    <Text size="sm" c="dimmed" aria-live="off" data-testid="send-again-when">
      {seconds <= longestCountdown
        ? t('unsent.againIn', { seconds })
        : t('unsent.againAt', { time: formatTime(new Date(instant).toISOString(), language) })}
    </Text>
  );
}

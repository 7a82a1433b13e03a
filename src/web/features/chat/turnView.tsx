import { Loader, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { ResultTableView } from '../figures/resultTableView';
import { AnswerText } from './answerText';
import { CitationList } from './citationList';
import { tableExportPath } from './chatApi';
import type { Turn } from './conversationState';
import { FollowUps } from './followUps';
import { StepList } from './stepList';
import { TurnOutcome } from './turnOutcome';
import classes from './turnView.module.css';

interface TurnViewProps {
  conversationId: string;
  turn: Turn;
  /** The last turn of its conversation: only there one can go on. */
  newest: boolean;
  onOpenCitation: (citation: Citation) => void;
  onAsk: (question: string) => Promise<boolean>;
}

/** A question and its answer: steps, text, tables, evidence, and what can be asked next. */
export const TurnView = memo(function TurnView({
  conversationId,
  turn,
  newest,
  onOpenCitation,
  onAsk,
}: TurnViewProps) {
  const { t } = useTranslation('chat');
  const running = turn.status === 'running';
  return (
    <article className={classes.turn}>
      <UserMessage turn={turn} />
      <Stack className={classes.answer} gap="sm" data-testid="message-assistant" aria-busy={running}>
        <StepList steps={turn.steps} running={running} />
        {running && turn.steps.length === 0 && turn.text === '' && (
          <Loader type="dots" size="sm" aria-label={t('answering')} />
        )}
        <AnswerText text={turn.text} citations={turn.citations} onOpenCitation={onOpenCitation} />
        {turn.tables.map((table, index) => (
          <ResultTableView
            key={index}
            table={table}
            // Only a finished answer is stored with its tables.
            exportPath={
              turn.status === 'completed'
                ? tableExportPath(conversationId, turn.turnId, index + 1)
                : undefined
            }
          />
        ))}
        <CitationList citations={turn.citations} onOpenCitation={onOpenCitation} />
        <TurnOutcome turn={turn} onAskAgain={newest ? () => void onAsk(turn.question) : undefined} />
        {newest && !running && <FollowUps suggestions={turn.followUps} onAsk={onAsk} />}
        {turn.model && (
          <Text size="xs" c="dimmed">
            {t('answeredBy', { model: turn.model })}
          </Text>
        )}
      </Stack>
    </article>
  );
});

function UserMessage({ turn }: { turn: Turn }) {
  const language = useLanguage();
  return (
    <div className={classes.question}>
      <Text className={classes.bubble} data-testid="message-user">
        {turn.question}
      </Text>
      {turn.askedAt && (
        <Text size="xs" c="dimmed" component="time" dateTime={turn.askedAt}>
          {formatTime(turn.askedAt, language)}
        </Text>
      )}
    </div>
  );
}

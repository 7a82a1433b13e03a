import { Group, Loader, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { ResultTableView } from '../figures/resultTableView';
import { AnswerActions } from './answerActions';
import { AnswerText } from './answerText';
import { CitationList } from './citationList';
import { tableExportPath } from './chatApi';
import type { Turn } from './conversationState';
import { FollowUps } from './followUps';
import { StepList } from './stepList';
import { TurnOutcome } from './turnOutcome';
import classes from './turnView.module.css';
import { UserMessage } from './userMessage';

interface TurnViewProps {
  conversationId: string;
  turn: Turn;
  /** Its place among the branches that stand where it stands, from 1. */
  branchPlace: number;
  branchCount: number;
  /** The last turn of the line that is shown: there one goes on. */
  last: boolean;
  /** Whether a question can be asked now: one at a time in a conversation. */
  canAsk: boolean;
  actions: TurnActions;
}

/** What can be done from a turn; the same object over many renders. */
export interface TurnActions {
  ask: (text: string) => void;
  edit: (turn: Turn, text: string) => void;
  regenerate: (turn: Turn) => void;
  /** Shows the branch at a place (from 1) of those beside the turn. */
  showBranch: (turn: Turn, place: number) => void;
  openCitation: (citation: Citation) => void;
}

/** A question and its answer: steps, text, tables, evidence, and what can be asked next. */
export const TurnView = memo(function TurnView({
  conversationId,
  turn,
  branchPlace,
  branchCount,
  last,
  canAsk,
  actions,
}: TurnViewProps) {
  const running = turn.status === 'running';
  const onOpenCitation = actions.openCitation;
  const regenerate = canAsk ? () => actions.regenerate(turn) : undefined;
  return (
    <article className={classes.turn} data-testid="turn" data-turn-id={turn.turnId}>
      <UserMessage
        turn={turn}
        branch={{
          place: branchPlace,
          count: branchCount,
          onShow: (place) => actions.showBranch(turn, place),
        }}
        onEdit={canAsk ? (text) => actions.edit(turn, text) : undefined}
      />
      <Stack
        // Another branch in this place keeps the focus on its switch, and nothing else of the one before.
        key={turn.turnId}
        className={classes.answer}
        gap="sm"
        data-testid="message-assistant"
        aria-busy={running}
      >
        <StepList steps={turn.steps} running={running} />
        {running && turn.steps.length === 0 && turn.text === '' && <Waiting turn={turn} />}
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
        <TurnOutcome turn={turn} onAskAgain={regenerate} />
        {!running && <AnswerActions conversationId={conversationId} turn={turn} onRegenerate={regenerate} />}
        {last && canAsk && <FollowUps suggestions={turn.followUps} onAsk={actions.ask} />}
      </Stack>
    </article>
  );
});

/** Nothing of the answer is there yet: it is being prepared, or it waits for its place. */
function Waiting({ turn: { queuePosition } }: { turn: Turn }) {
  const { t } = useTranslation('chat');
  if (queuePosition === undefined) return <Loader type="dots" size="sm" aria-label={t('answering')} />;
  return (
    <Group gap="xs" role="status" data-testid="queue-position">
      <Loader size={14} aria-hidden />
      <Text size="sm">{t('queued', { place: queuePosition })}</Text>
    </Group>
  );
}

import { Stack } from '@mantine/core';
import { memo } from 'react';
import type { Citation } from '../../../shared/chat';
import { AnswerActions } from './answerActions';
import { AnswerBody } from './answerBody';
import { tableExportPath } from './chatApi';
import type { Turn } from './conversationState';
import { FollowUps } from './followUps';
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
  const regenerate = canAsk ? () => actions.regenerate(turn) : undefined;
  return (
    <article
      className={classes.turn}
      // News is at the end; a turn that is drawn because its reader came to it is none.
      aria-live={last ? undefined : 'off'}
      data-testid="turn"
      data-turn-id={turn.turnId}
    >
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
        <AnswerBody
          turn={turn}
          onOpenCitation={actions.openCitation}
          exportPath={exportPathsOf(conversationId, turn)}
          onAskAgain={regenerate}
        />
        <div className={classes.afterAnswer} data-last={last || undefined}>
          {!running && (
            <AnswerActions conversationId={conversationId} turn={turn} onRegenerate={regenerate} />
          )}
          {last && canAsk && <FollowUps suggestions={turn.followUps} onAsk={actions.ask} />}
        </div>
      </Stack>
    </article>
  );
});

/** Only a finished answer is stored with its tables; of one being written it is not known yet whether it will be. */
function exportPathsOf(conversationId: string, { turnId, status }: Turn) {
  if (status === 'completed') return (place: number) => tableExportPath(conversationId, turnId, place);
  return status === 'running' ? () => null : undefined;
}

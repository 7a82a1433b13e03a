import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconThumbDownFilled, IconThumbUpFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Citation, FeedbackDto } from '../../../shared/chat';
import { AnswerBody } from '../chat/answerBody';
import type { Turn } from '../chat/conversationState';
import { FeedbackWords } from '../chat/feedbackWords';
import { FollowUps } from '../chat/followUps';
import { UserMessage } from '../chat/userMessage';
import classes from './replay.module.css';

interface ReplayTurnProps {
  turn: Turn;
  /** Its place among the branches that stand where it stands, from 1. */
  branchPlace: number;
  branchCount: number;
  /** The turn one came from. */
  opened: boolean;
  onShowBranch: (turn: Turn, place: number) => void;
  onOpenCitation: (turn: Turn, citation: Citation) => void;
}

/** A question and its answer as their owner saw them, to be read only; the same parts as in the chat. */
export const ReplayTurn = memo(function ReplayTurn(props: ReplayTurnProps) {
  const { t } = useTranslation(['replay', 'chat']);
  const { turn, branchPlace, branchCount, opened, onShowBranch, onOpenCitation } = props;
  return (
    <article
      className={classes.turn}
      data-opened={opened || undefined}
      data-testid="replay-turn"
      data-turn-id={turn.turnId}
    >
      <UserMessage
        turn={turn}
        branch={{
          place: branchPlace,
          count: branchCount,
          onShow: (place) => onShowBranch(turn, place),
        }}
      />
      <Stack
        className={classes.answer}
        gap="sm"
        data-testid="message-assistant"
        aria-busy={turn.status === 'running'}
      >
        <AnswerBody turn={turn} onOpenCitation={(citation) => onOpenCitation(turn, citation)} />
        {turn.feedback && <GivenFeedback feedback={turn.feedback} />}
        {turn.status !== 'running' && <FollowUps suggestions={turn.followUps} />}
        {turn.status !== 'running' && (
          <Group gap="sm">
            <Anchor
              component={Link}
              to={`/audit/turns/${turn.turnId}`}
              size="xs"
              c="var(--naru-link)"
              data-testid="open-record"
            >
              {t('openRecord')}
            </Anchor>
            {turn.model && (
              <Text size="xs" c="dimmed">
                {t('chat:answeredBy', { model: turn.model })}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </article>
  );
});

function GivenFeedback({ feedback }: { feedback: FeedbackDto }) {
  const { t } = useTranslation('replay');
  const isUp = feedback.rating === 'up';
  const Icon = isUp ? IconThumbUpFilled : IconThumbDownFilled;
  return (
    <Group gap="xs" data-testid="replay-feedback">
      <Icon size={16} aria-hidden />
      <Text size="sm">{`${t('feedbackGiven')}: ${t(isUp ? 'up' : 'down')}`}</Text>
      {(feedback.reason ?? feedback.comment) && <FeedbackWords feedback={feedback} />}
    </Group>
  );
}

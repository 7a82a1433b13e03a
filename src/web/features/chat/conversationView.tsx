import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconMessageOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { ConnectionNotice } from './connectionNotice';
import classes from './conversationView.module.css';
import { RunningElsewhere } from './runningElsewhere';
import { TurnList } from './turnList';
import { UnsentTurn } from './unsentTurn';
import { useConversation } from './useConversation';
import { useOlderMessages } from './useOlderMessages';
import { useStickToEnd } from './useStickToEnd';
import { useTurnActions } from './useTurnActions';
import { useVisibleLine } from './useVisibleLine';

interface ConversationViewProps {
  conversationId: string;
  onOpenCitation: (citation: Citation) => void;
  /** Gives the text of a question that was refused back to where it can be changed. */
  onTakeBack: (text: string) => void;
}

/** One conversation: the line of turns that is shown. */
export function ConversationView({ conversationId, onOpenCitation, onTakeBack }: ConversationViewProps) {
  const { t } = useTranslation('chat');
  const { state, error, retry } = useConversation(conversationId);
  const { line, unsent, incomplete } = useVisibleLine(conversationId, state);
  const { scroller, scrollRef, scrollerRef, contentRef, atEnd, goToEnd } = useStickToEnd();
  const older = useOlderMessages(conversationId, state, incomplete);
  const actions = useTurnActions(conversationId, onOpenCitation);
  const running = state.turns.findLast(({ status }) => status === 'running');
  const failure = error ?? (incomplete ? older.error : null);
  useEffect(() => {
    if (unsent) goToEnd();
  }, [unsent?.clientMessageId]);

  if (failure) {
    return (
      <div className={classes.scroll}>
        <div className={classes.column}>
          <ErrorNotice error={failure} onRetry={error ? retry : older.retry} />
        </div>
      </div>
    );
  }
  if (state.gone) {
    return (
      <EmptyNotice
        icon={<IconMessageOff aria-hidden />}
        title={t('gone.title')}
        description={t('gone.text')}
      />
    );
  }
  if (!state.opened || incomplete) return <PageFallback />;
  return (
    <>
      <ConnectionNotice behind={!state.live} />
      <div className={classes.scroll} ref={scrollRef} tabIndex={0} role="region" aria-label={t('messages')}>
        <div className={classes.column} ref={contentRef} role="log" aria-live="polite">
          <TurnList
            conversationId={conversationId}
            turns={state.turns}
            line={line}
            canAsk={!running && !unsent}
            actions={actions}
            older={older}
            scroller={scroller}
            scrollerRef={scrollerRef}
          />
          {unsent && <UnsentTurn question={unsent} onTakeBack={onTakeBack} />}
        </div>
      </div>
      <div className={classes.overFoot}>
        {!atEnd && (
          <ActionIcon
            className={classes.toEnd}
            variant="default"
            radius="xl"
            size="lg"
            aria-label={t('toNewest')}
            onClick={goToEnd}
            data-testid="to-newest"
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
        )}
        {running && !line.includes(running) && (
          <RunningElsewhere conversationId={conversationId} turnId={running.turnId} />
        )}
      </div>
    </>
  );
}

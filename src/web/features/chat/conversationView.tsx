import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconMessageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { branchesBeside } from './branches';
import { Composer } from './composer';
import { ConnectionNotice } from './connectionNotice';
import classes from './conversationView.module.css';
import { RunningElsewhere } from './runningElsewhere';
import { stopTurn } from './questions';
import { TurnView } from './turnView';
import { UnsentTurn } from './unsentTurn';
import { useConversation } from './useConversation';
import { useDraft } from './useDraft';
import { useStickToEnd } from './useStickToEnd';
import { useTurnActions } from './useTurnActions';
import { useVisibleLine } from './useVisibleLine';

interface ConversationViewProps {
  conversationId: string;
  onOpenCitation: (citation: Citation) => void;
}

/** One conversation: the line of turns that is shown, and the composer, which goes on from its end. */
export function ConversationView({ conversationId, onOpenCitation }: ConversationViewProps) {
  const { t } = useTranslation('chat');
  const { state, error, retry } = useConversation(conversationId);
  const { line, unsent } = useVisibleLine(conversationId, state);
  const { scrollRef, contentRef, atEnd, goToEnd } = useStickToEnd();
  const actions = useTurnActions(conversationId, { onOpenCitation, onAsked: goToEnd });
  const { draft, setDraft, takeBack } = useDraft(conversationId);
  const running = state.turns.find(({ status }) => status === 'running');
  const canAsk = !running && !unsent;

  if (error) {
    return (
      <div className={classes.scroll}>
        <div className={classes.column}>
          <ErrorNotice error={error} onRetry={retry} />
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
  if (!state.opened) return <PageFallback />;
  return (
    <div className={classes.view}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <ConnectionNotice behind={!state.live} />
      <div className={classes.scroll} ref={scrollRef} tabIndex={0} role="region" aria-label={t('messages')}>
        <div className={classes.column} ref={contentRef} role="log" aria-live="polite">
          {line.map((turn) => {
            const branches = branchesBeside(state.turns, turn);
            return (
              <TurnView
                // Branches in one place are one element, so that the switch between them keeps the focus.
                key={turn.parentTurnId ?? 'first'}
                conversationId={conversationId}
                turn={turn}
                branchPlace={branches.indexOf(turn) + 1}
                branchCount={branches.length}
                last={turn === line.at(-1)}
                canAsk={canAsk}
                actions={actions}
              />
            );
          })}
          {unsent && <UnsentTurn question={unsent} onTakeBack={takeBack} />}
        </div>
      </div>
      <div className={classes.foot}>
        {!atEnd && (
          <ActionIcon
            className={classes.toEnd}
            variant="default"
            radius="xl"
            size="lg"
            aria-label={t('toNewest')}
            onClick={goToEnd}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
        )}
        {running && !line.includes(running) && (
          <RunningElsewhere conversationId={conversationId} turnId={running.turnId} />
        )}
        <Composer
          draft={draft}
          onDraft={setDraft}
          unsent={unsent}
          onSend={actions.ask}
          onStop={running && (() => stopTurn(running.turnId))}
        />
      </div>
    </div>
  );
}

import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { Composer } from './composer';
import classes from './conversationView.module.css';
import { stopTurn } from './questions';
import { RefusedNotice } from './refusedNotice';
import { TurnView } from './turnView';
import { useAsk } from './useAsk';
import { useConversation } from './useConversation';
import { useStickToEnd } from './useStickToEnd';

interface ConversationViewProps {
  conversationId: string;
  onOpenCitation: (citation: Citation) => void;
}

/** One conversation: its turns and the composer. */
export function ConversationView({ conversationId, onOpenCitation }: ConversationViewProps) {
  const { t } = useTranslation('chat');
  const { state, error, retry } = useConversation(conversationId);
  const { scrollRef, contentRef, atEnd, goToEnd } = useStickToEnd();
  const { ask, sending, refused } = useAsk({ conversationId, onAccepted: goToEnd });
  const newest = state.turns.at(-1);
  const runningTurn = newest?.status === 'running' ? newest : undefined;

  if (error) {
    return (
      <div className={classes.scroll}>
        <div className={classes.column}>
          <ErrorNotice error={error} onRetry={retry} />
        </div>
      </div>
    );
  }
  if (!state.opened) return <PageFallback />;
  return (
    <div className={classes.view}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <div className={classes.scroll} ref={scrollRef} tabIndex={0} role="region" aria-label={t('messages')}>
        <div className={classes.column} ref={contentRef} role="log" aria-live="polite">
          {state.turns.map((turn) => (
            <TurnView
              key={turn.turnId}
              conversationId={conversationId}
              turn={turn}
              newest={turn === newest}
              onOpenCitation={onOpenCitation}
              onAsk={ask}
            />
          ))}
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
        {refused && <RefusedNotice refused={refused} />}
        <Composer
          draftKey={conversationId}
          sending={sending}
          onSend={ask}
          onStop={runningTurn && (() => stopTurn(runningTurn.turnId))}
        />
      </div>
    </div>
  );
}

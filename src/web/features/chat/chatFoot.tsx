import { useCallback } from 'react';
import { askNext } from './askNext';
import { Composer } from './composer';
import classes from './conversationView.module.css';
import { useOfConversation } from './conversationStore';
import { askQuestion, stopTurn, useUnsentQuestion } from './questions';
import { newChat } from './useDraft';

interface ChatFootProps {
  /** Missing: the next question opens a chat. */
  conversationId?: string;
  draft: string;
  onDraft: (text: string) => void;
}

/** The composer of a chat. It follows of the chat only what concerns it: streamed text does not draw it anew. */
export function ChatFoot({ conversationId, draft, onDraft }: ChatFootProps) {
  const unsent = useUnsentQuestion(conversationId);
  const id = conversationId ?? newChat;
  const gone = useOfConversation(id, (state) => state.gone);
  const opened = useOfConversation(id, (state) => state.opened);
  const runningTurnId = useOfConversation(
    id,
    ({ turns }) => turns.findLast(({ status }) => status === 'running')?.turnId,
  );
  const send = useCallback(
    (text: string) =>
      conversationId ? askNext(conversationId, text) : askQuestion({ text, parentTurnId: null }),
    [conversationId],
  );
  if (gone) return null;
  return (
    <div className={classes.foot}>
      <Composer
        chat={id}
        draft={draft}
        onDraft={onDraft}
        unsent={unsent}
        ready={conversationId === undefined || opened}
        onSend={send}
        runningTurnId={runningTurnId}
        onStop={stopTurn}
      />
    </div>
  );
}

import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Citation } from '../../../shared/chat';
import { ChatFoot } from './chatFoot';
import { ConversationView } from './conversationView';
import classes from './conversationView.module.css';
import { NewConversation } from './newConversation';
import { onChatOpened } from './questions';
import { moveDraftToOpenedChat, newChat, useDraft } from './useDraft';

interface ChatColumnProps {
  /** Missing: a chat that begins with the next question. */
  conversationId?: string;
  onOpenCitation: (citation: Citation) => void;
}

/**
 * A chat, old or new, over the place where questions are written. That place is one over all chats: it stays, with focus and
 * half-typed syllable, when a chat has been read or the first question has opened one.
 */
export function ChatColumn({ conversationId, onOpenCitation }: ChatColumnProps) {
  const navigate = useNavigate();
  const { draft, setDraft, takeBack } = useDraft(conversationId ?? newChat);
  const isNew = conversationId === undefined;
  useEffect(() => {
    if (!isNew) return;
    return onChatOpened((opened) => {
      moveDraftToOpenedChat(opened);
      void navigate(`/c/${opened}`);
    });
  }, [isNew, navigate]);
  return (
    <div className={classes.view}>
      {isNew ? (
        <NewConversation onTakeBack={takeBack} />
      ) : (
        <ConversationView
          key={conversationId}
          conversationId={conversationId}
          onOpenCitation={onOpenCitation}
          onTakeBack={takeBack}
        />
      )}
      <ChatFoot conversationId={conversationId} draft={draft} onDraft={setDraft} />
    </div>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('chat');
  const navigate = useNavigate();
  const { draft, setDraft, takeBack } = useDraft(conversationId ?? newChat);
  const isNew = conversationId === undefined;
  const openedHere = useRef<string>(undefined);
  useEffect(() => {
    if (!isNew) return;
    return onChatOpened((opened) => {
      openedHere.current = opened;
      void navigate(`/c/${opened}`);
    });
  }, [isNew, navigate]);
  // Not before the chat stands here: until then what is typed goes to the new one.
  useLayoutEffect(() => {
    if (conversationId === undefined || conversationId !== openedHere.current) return;
    openedHere.current = undefined;
    moveDraftToOpenedChat(conversationId);
  }, [conversationId]);
  return (
    <div className={classes.view}>
      {isNew ? (
        <NewConversation onTakeBack={takeBack} />
      ) : (
        <>
          <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
          <ConversationView
            key={conversationId}
            conversationId={conversationId}
            onOpenCitation={onOpenCitation}
            onTakeBack={takeBack}
          />
        </>
      )}
      <ChatFoot conversationId={conversationId} draft={draft} onDraft={setDraft} />
    </div>
  );
}

import { useCallback, useRef, useState } from 'react';
import type { ChatError } from '../../../shared/chat';
import { newMessageId } from './newMessageId';
import { type Question, sendQuestion } from './questions';

interface AskOptions {
  /** Missing: the question opens a new conversation. */
  conversationId?: string;
  onAccepted?: (conversationId: string) => void;
}

/**
 * Asking, with what the reader must know of it. A question that was not delivered keeps its id when the same text is
 * sent again: should the server have it after all, it is not asked twice.
 */
export function useAsk({ conversationId, onAccepted }: AskOptions) {
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<ChatError>();
  const undelivered = useRef<Question>(undefined);

  /** @returns whether the server has stored the question. */
  const ask = useCallback(
    async (text: string): Promise<boolean> => {
      const again = undelivered.current?.text === text ? undelivered.current : undefined;
      const question = again ?? { clientMessageId: newMessageId(), text, conversationId };
      undelivered.current = question;
      setSending(true);
      const result = await sendQuestion(question);
      setSending(false);
      setRefused('refused' in result ? result.refused : undefined);
      if ('refused' in result) return false;
      undelivered.current = undefined;
      onAccepted?.(result.conversationId);
      return true;
    },
    [conversationId, onAccepted],
  );

  return { ask, sending, refused };
}

import type { ChatError } from '../../../shared/chat';
import { callSocket } from '../../lib/callSocket';
import { queryClient } from '../../lib/queryClient';
import { conversationsKey } from './chatApi';
import { dispatch } from './conversationStore';

export interface Question {
  /** The same id again means the same question: it is safe to send it twice. */
  clientMessageId: string;
  text: string;
  /** Missing for the first question of a new conversation. */
  conversationId?: string;
}

/** Why a question was not taken; `not_delivered` when the server did not answer. */
export type Refused = { refused: ChatError };

/** Sends a question; once the server has stored it, it stands in its conversation. */
export async function sendQuestion(question: Question): Promise<{ conversationId: string } | Refused> {
  const ack = await callSocket('chat:send', question);
  if (!ack) return { refused: { code: 'not_delivered', message: '' } };
  if (!ack.ok) return { refused: ack.error };
  const { conversationId, turnId } = ack;
  const askedAt = new Date().toISOString();
  dispatch(conversationId, { type: 'question-accepted', turnId, question: question.text, askedAt });
  void queryClient.invalidateQueries({ queryKey: conversationsKey });
  return { conversationId };
}

/** Asks the server to stop an answer. @returns whether it did. */
export async function stopTurn(turnId: string): Promise<boolean> {
  const ack = await callSocket('chat:stop', { turnId });
  return ack?.ok ?? false;
}

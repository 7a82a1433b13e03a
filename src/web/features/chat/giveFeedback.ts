import type { ChatError, FeedbackDto } from '../../../shared/chat';
import { callSocket } from '../../lib/callSocket';
import { dispatch } from './conversationStore';

/**
 * Tells the server what the reader thinks of an answer; null takes it back.
 * @returns why it was not taken; its message is empty when the server did not answer.
 */
export async function giveFeedback(
  conversationId: string,
  turnId: string,
  opinion: FeedbackDto | null,
): Promise<ChatError | undefined> {
  const ack = await callSocket('chat:feedback', {
    turnId,
    rating: opinion?.rating ?? null,
    reason: opinion?.reason ?? undefined,
    comment: opinion?.comment ?? undefined,
  });
  if (!ack) return { code: 'not_delivered', message: '' };
  if (!ack.ok) return ack.error;
  dispatch(conversationId, { type: 'feedback-given', turnId, feedback: opinion ?? undefined });
  return undefined;
}

import { findRecentConversation, readMessages } from './chatApi';
import { dispatch } from './conversationStore';

/**
 * Reads a conversation's messages into the store. The conversation is read first: what is stored between the two
 * calls is then replayed, and replayed events of turns that have ended add nothing.
 * @throws ApiError `not_found` when it is not there or another person's.
 */
export async function openConversation(conversationId: string): Promise<void> {
  const conversation = await findRecentConversation(conversationId);
  const messages = await readMessages(conversationId);
  dispatch(conversationId, { type: 'history-loaded', messages, lastSeq: conversation?.lastSeq });
}

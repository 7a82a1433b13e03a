import { readConversation, readMessages } from './chatApi';
import { conversationState, dispatch } from './conversationStore';

/**
 * Reads a conversation's newest messages into the store. The conversation is read first: what is stored between the two
 * calls is then replayed, and replayed events of turns that have ended add nothing.
 * @throws ApiError `not_found` when it is not there or another person's.
 */
export async function openConversation(conversationId: string): Promise<void> {
  const { resumeAfterSeq } = await readConversation(conversationId);
  const stretch = await readMessages(conversationId);
  dispatch(conversationId, { type: 'history-loaded', ...stretch, lastSeq: resumeAfterSeq });
}

/** Reads the messages before those in the store, where there are any. @throws ApiError */
export async function readOlder(conversationId: string): Promise<void> {
  const { olderCursor } = conversationState(conversationId);
  if (olderCursor === null) return;
  const stretch = await readMessages(conversationId, olderCursor);
  dispatch(conversationId, { type: 'older-loaded', ...stretch, before: olderCursor });
}

import { useCallback, useSyncExternalStore } from 'react';
import { sessionStore } from '../../lib/session';
import { socket } from '../../lib/socket';
import { createStore } from '../../lib/store';
import { type ConversationAction, conversationReducer } from './conversationReducer';
import { type ConversationState, unknownConversation } from './conversationState';

/** Every conversation seen since sign-in: a turn goes on being told while its reader looks at another one. */
const conversations = createStore<ReadonlyMap<string, ConversationState>>(new Map());

export function dispatch(conversationId: string, action: ConversationAction): void {
  const before = conversationState(conversationId);
  const next = conversationReducer(before, action);
  if (next !== before) conversations.set(new Map(conversations.get()).set(conversationId, next));
}

export function conversationState(conversationId: string): ConversationState {
  return conversations.get().get(conversationId) ?? unknownConversation;
}

export function useConversationState(conversationId: string): ConversationState {
  const read = useCallback(() => conversationState(conversationId), [conversationId]);
  return useSyncExternalStore(conversations.subscribe, read);
}

// From the first use of the chat on, the store follows the connection and the session.
socket.on('chat:event', (event) => dispatch(event.conversationId, { type: 'event-received', event }));
socket.on('disconnect', () => {
  for (const conversationId of conversations.get().keys())
    dispatch(conversationId, { type: 'connection-doubted' });
});
sessionStore.subscribe(() => {
  if (sessionStore.get().status === 'signedOut') conversations.set(new Map());
});

import { useCallback, useSyncExternalStore } from 'react';
import type { ChatEvent } from '../../../shared/chat';
import { sessionStore } from '../../lib/session';
import { socket } from '../../lib/socket';
import { createStore } from '../../lib/store';
import { type ConversationAction, conversationReducer } from './conversationReducer';
import { type ConversationState, unknownConversation } from './conversationState';

/** Every conversation seen since sign-in: a turn goes on being told while its reader looks at another one. */
const conversations = createStore<ReadonlyMap<string, ConversationState>>(new Map());

/** Events that came since the last frame; text is drawn once a frame, however many pieces it comes in. */
let waiting: ChatEvent[] = [];

export function dispatch(conversationId: string, action: ConversationAction): void {
  applyWaiting();
  const before = conversationState(conversationId);
  const next = conversationReducer(before, action);
  if (next !== before) conversations.set(new Map(conversations.get()).set(conversationId, next));
}

function receive(event: ChatEvent): void {
  waiting.push(event);
  // A page that is not shown has no frames.
  if (event.type !== 'text-delta' || document.hidden) applyWaiting();
  else if (waiting.length === 1) requestAnimationFrame(applyWaiting);
}

function applyWaiting(): void {
  if (waiting.length === 0) return;
  const events = waiting;
  waiting = [];
  const states = new Map(conversations.get());
  for (const event of events) {
    const before = states.get(event.conversationId) ?? unknownConversation;
    states.set(event.conversationId, conversationReducer(before, { type: 'event-received', event }));
  }
  conversations.set(states);
}

export function conversationState(conversationId: string): ConversationState {
  return conversations.get().get(conversationId) ?? unknownConversation;
}

export function useConversationState(conversationId: string): ConversationState {
  const read = useCallback(() => conversationState(conversationId), [conversationId]);
  return useSyncExternalStore(conversations.subscribe, read);
}

/** Something that follows from a conversation's state, for a component that is drawn anew only when that changes. */
export function useOfConversation<Value extends string | number | boolean | undefined>(
  conversationId: string,
  of: (state: ConversationState) => Value,
): Value {
  return useSyncExternalStore(conversations.subscribe, () => of(conversationState(conversationId)));
}

// From the first use of the chat on, the store follows the connection and the session.
socket.on('chat:event', receive);
socket.on('disconnect', () => {
  for (const conversationId of conversations.get().keys())
    dispatch(conversationId, { type: 'connection-doubted' });
});
sessionStore.subscribe(() => {
  if (sessionStore.get().status !== 'signedOut') return;
  waiting = [];
  conversations.set(new Map());
});

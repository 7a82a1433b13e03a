import type { SendAck } from '../../../shared/chat';
import { isTurnEnd } from '../../../shared/isTurnEnd';
import { callSocket } from '../../lib/callSocket';
import { sessionStore } from '../../lib/session';
import { socket } from '../../lib/socket';
import { useStore } from '../../lib/store';
import { announceChat, announceChatList } from './chatListNews';
import { chooseTurn } from './chosenBranch';
import { dispatch } from './conversationStore';
import { newMessageId } from './newMessageId';
import { type AcceptedPlace, createOutbox, type UnsentQuestion } from './outbox';

type Opened = (conversationId: string) => void;
const openedListeners = new Set<Opened>();

/** The questions of this tab that the server does not have yet. */
export const outbox = createOutbox({
  storage: sessionStorage,
  isConnected: () => socket.connected,
  send,
  onAccepted: placeInConversation,
  pauseMs: 2_000,
});

/** Asks; where the question stands in its chat is part of it. */
export function askQuestion(question: Omit<UnsentQuestion, 'clientMessageId' | 'refused'>): void {
  outbox.add({ ...question, clientMessageId: newMessageId() });
}

/** The question of a chat that is on its way; without a chat, the one that opens a new chat. */
export function useUnsentQuestion(conversationId?: string): UnsentQuestion | undefined {
  return useStore(outbox.unsent).find((question) => question.conversationId === conversationId);
}

/** Tells which chat a first question has opened. @returns the function that ends it. */
export function onChatOpened(listener: Opened): () => void {
  openedListeners.add(listener);
  return () => openedListeners.delete(listener);
}

/** Asks the server to stop an answer. @returns whether it did. */
export async function stopTurn(turnId: string): Promise<boolean> {
  const ack = await callSocket('chat:stop', { turnId });
  return ack?.ok ?? false;
}

function send(question: UnsentQuestion): Promise<SendAck | undefined> {
  const { clientMessageId, text, conversationId, editsTurnId, regeneratesTurnId, parentTurnId } = question;
  if (regeneratesTurnId) {
    return callSocket('chat:regenerate', { clientMessageId, turnId: regeneratesTurnId });
  }
  const afterTurnId = editsTurnId ? undefined : (parentTurnId ?? undefined);
  return callSocket('chat:send', { clientMessageId, text, conversationId, editsTurnId, afterTurnId });
}

/** Once the server has stored it, a question stands in its chat, and its reader looks at it there. */
function placeInConversation(
  { text, parentTurnId, conversationId: before }: UnsentQuestion,
  { turnId, conversationId }: AcceptedPlace,
): void {
  const askedAt = new Date().toISOString();
  dispatch(conversationId, {
    type: 'question-accepted',
    ...{ turnId, question: text, parentTurnId, askedAt },
    opensChat: before === undefined,
  });
  chooseTurn(conversationId, null);
  announceChat(conversationId);
  if (!before) for (const listener of openedListeners) listener(conversationId);
}

// From the first use of the chat on, the outbox follows the connection and the session.
socket.on('connect', () => outbox.deliverAll());
socket.on('chat:event', (event) => {
  if (event.type === 'turn-started') outbox.accept(event.clientMessageId, event);
  // What the list of chats shows of a turn is that it runs.
  if (isTurnEnd(event)) announceChatList();
});
sessionStore.subscribe(openOutbox);
openOutbox();

function openOutbox(): void {
  const session = sessionStore.get();
  if (session.status === 'signedIn') outbox.open(`narutalk.unsent.${session.employee.id}`);
  else if (session.status === 'signedOut') outbox.open(undefined);
}

import { useCallback, useSyncExternalStore } from 'react';
import { sessionStore, useEmployee } from '../../lib/session';

interface Draft {
  draft: string;
  setDraft: (text: string) => void;
  /** Puts text that was sent in vain before what has been written since. */
  takeBack: (text: string) => void;
}

/** Where the text of a chat that does not exist yet is kept. */
export const newChat = 'new';

const listeners = new Set<() => void>();

/** Unsent text of a chat, kept for this tab: a reload or a new sign-in of the same person does not lose it. */
export function useDraft(chat: string): Draft {
  const storageKey = keyOf(useEmployee().id, chat);
  const read = useCallback(() => sessionStorage.getItem(storageKey) ?? '', [storageKey]);
  const draft = useSyncExternalStore(subscribe, read);
  const setDraft = useCallback((text: string) => keep(storageKey, text), [storageKey]);
  const takeBack = useCallback(
    (text: string) => keep(storageKey, [text, read()].filter(Boolean).join('\n')),
    [storageKey, read],
  );
  return { draft, setDraft, takeBack };
}

/** What was written on after the first question was sent belongs to the chat that the question has opened. */
export function moveDraftToOpenedChat(conversationId: string): void {
  const session = sessionStore.get();
  if (session.status !== 'signedIn') return;
  const before = keyOf(session.employee.id, newChat);
  const text = sessionStorage.getItem(before);
  if (text === null) return;
  keep(keyOf(session.employee.id, conversationId), text);
  keep(before, '');
}

function keyOf(employeeId: number, chat: string): string {
  return `narutalk.draft.${employeeId}.${chat}`;
}

function keep(storageKey: string, text: string): void {
  if (text === '') sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

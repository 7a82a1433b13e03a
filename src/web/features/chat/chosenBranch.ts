import { useCallback, useSyncExternalStore } from 'react';
import { sessionStore } from '../../lib/session';

const listeners = new Set<() => void>();

/** The turn this tab chose to look at, of several in its place; null: the newest. A reload keeps it. */
export function useChosenTurn(conversationId: string): string | null {
  const read = useCallback(() => chosenTurn(conversationId), [conversationId]);
  return useSyncExternalStore(subscribe, read);
}

export function chosenTurn(conversationId: string): string | null {
  return sessionStorage.getItem(storageKey(conversationId));
}

/** @param turnId null goes back to the newest. */
export function chooseTurn(conversationId: string, turnId: string | null): void {
  if (turnId === null) sessionStorage.removeItem(storageKey(conversationId));
  else sessionStorage.setItem(storageKey(conversationId), turnId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storageKey(conversationId: string): string {
  const session = sessionStore.get();
  const employeeId = session.status === 'signedIn' ? session.employee.id : 'nobody';
  return `narutalk.branch.${employeeId}.${conversationId}`;
}

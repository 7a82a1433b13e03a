import { useState } from 'react';
import { useEmployee } from '../../lib/session';

/** Unsent text, kept for this tab: a reload or a new sign-in of the same person does not lose it. */
export function useDraft(draftKey: string): [string, (text: string) => void] {
  const { id } = useEmployee();
  const storageKey = `narutalk.draft.${id}.${draftKey}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(storageKey) ?? '');

  function keepDraft(text: string) {
    setDraft(text);
    if (text === '') sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, text);
  }
  return [draft, keepDraft];
}

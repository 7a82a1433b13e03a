import { useState } from 'react';
import { useEmployee } from '../../lib/session';

interface Draft {
  draft: string;
  setDraft: (text: string) => void;
  /** Puts text that was sent in vain before what has been written since. */
  takeBack: (text: string) => void;
}

/** Unsent text, kept for this tab: a reload or a new sign-in of the same person does not lose it. */
export function useDraft(draftKey: string): Draft {
  const { id } = useEmployee();
  const storageKey = `narutalk.draft.${id}.${draftKey}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(storageKey) ?? '');

  function keepDraft(text: string) {
    setDraft(text);
    if (text === '') sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, text);
  }
  function takeBack(text: string) {
    keepDraft([text, draft].filter(Boolean).join('\n'));
  }
  return { draft, setDraft: keepDraft, takeBack };
}

import type { Actor } from '../policies/actor';
import type { Language } from '../shared/problem';

/** A question that was accepted and is to be answered. */
export interface RunnableTurn {
  turnId: string;
  conversationId: string;
  actor: Actor;
  question: string;
  /** Nothing was said before in the chat. */
  beginsChat?: boolean;
  language: Language;
}

/** Why a turn ends before its answer is whole. */
export class TurnAborted extends Error {
  constructor(readonly kind: 'stopped' | 'interrupted') {
    super(kind);
  }
}

import type { TurnTrace } from '../audit/turnTrace';
import type { Actor } from '../policies/actor';
import type { Mask } from '../privacy/privacy';
import type { TurnEvent } from '../shared/chat';
import type { Language } from '../shared/problem';
import type { Gathered } from './agentContext';
import type { Past } from './past';

/** A question, who asks it, and where what happens is told. */
export interface QuestionToAnswer {
  question: string;
  /** What was said before in the chat. */
  past: Past;
  actor: Actor;
  language: Language;
  signal: AbortSignal;
  emit(event: TurnEvent): void;
  /** Settled when the reader has been sent what was emitted. */
  sendNow(): Promise<void>;
  trace: TurnTrace;
  /** Of what a model is told. */
  mask: Mask;
  /** Filled as the answer comes about: whoever asked has it also where the answer does not come to its end. */
  gathered: Gathered;
}

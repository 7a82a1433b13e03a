import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { OpenSpan, TurnTrace } from '../audit/turnTrace';
import type { Language } from '../shared/problem';
import type { ToolCallRecord } from '../models/chatMessage';
import type { Mask } from '../privacy/privacy';
import type { NumberedPassage } from '../retrieval/citations';
import type { TurnEvent, Usage } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';
import type { ToolContext } from '../tools/toolContext';
import type { ModelHealth } from './modelHealth';

/** One turn as the agent's loop, models and tools see it. */
export interface AgentContext {
  /** In which steps and errors are told. */
  language: Language;
  /** In which the question is answered. */
  answerLanguage: Language;
  /** The configured model with its tools; null where there is none. */
  model: BaseChatModel | null;
  health: ModelHealth;
  /** Milliseconds a model may be silent. */
  silenceMs: number;
  /** The offline planner for this question: the model where none is configured, and when the endpoint fails. */
  planner(): Promise<BaseChatModel>;
  systemPrompt: string;
  /** What the trace says of the prompt. */
  prompt: { name: string; version: string; hash: string };
  signal: AbortSignal;
  trace: TurnTrace;
  /** Of what the model is told of a tool's result. */
  mask: Mask;
  emit(event: TurnEvent): void;
  /** Settled when the reader has been sent what was emitted. */
  sendNow(): Promise<void>;
  /** Sends text of the answer. */
  write(text: string): void;
  /** Whether the reader has been sent text already. */
  hasText(): boolean;
  /**
   * Reads anew who asks: a turn may last minutes, and a right that was taken away meanwhile is not to be read with.
   * @throws AppError `unauthenticated` for a person who is no more let in.
   */
  readmit(): Promise<void>;
  /** What a tool may use, with its queries traced under the span of the call. */
  toolContext(span: OpenSpan): ToolContext;
  /** What the turn has gathered so far. */
  gathered: Gathered;
}

export interface Gathered {
  passages: NumberedPassage[];
  tables: ResultTable[];
  toolCalls: ToolCallRecord[];
  usage: Usage;
}

export function nothingGathered(): Gathered {
  return {
    passages: [],
    tables: [],
    toolCalls: [],
    usage: { model: '', inputTokens: 0, outputTokens: 0 },
  };
}

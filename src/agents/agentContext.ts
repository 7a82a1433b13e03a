import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { z } from 'zod';
import type { OpenSpan, TurnTrace } from '../audit/turnTrace';
import type { Language } from '../shared/problem';
import type { ToolCallRecord } from '../models/chatMessage';
import type { NumberedPassage } from '../retrieval/citations';
import type { ResultTable, TurnEvent, Usage } from '../shared/chat';
import type { ToolContext } from '../tools/toolContext';

/** One turn as the agent's middleware and tools see it; made anew for each, while the agent itself is built once. */
export interface AgentContext {
  language: Language;
  /** The configured model; null where there is none. */
  model: BaseChatModel | null;
  /** The offline planner for this question: the model where none is configured, and when the endpoint fails. */
  planner: BaseChatModel;
  systemPrompt: string;
  /** What the trace says of the prompt. */
  prompt: { name: string; version: string; hash: string };
  trace: TurnTrace;
  emit(event: TurnEvent): void;
  /** Whether the reader has been sent text already. */
  hasText(): boolean;
  /** What a tool may use, with its queries traced under the span of the call. */
  toolContext(span: OpenSpan): ToolContext;
  /** What the turn has gathered so far. */
  gathered: Gathered;
}

/** How the context reaches LangChain's middleware and tools. */
export const turnContextSchema = z.object({ turn: z.custom<AgentContext>() });

export interface Gathered {
  passages: NumberedPassage[];
  tables: ResultTable[];
  toolCalls: ToolCallRecord[];
  usage: Usage;
}

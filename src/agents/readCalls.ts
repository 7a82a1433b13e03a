import { randomUUID } from 'node:crypto';
import { AIMessage, type AIMessageChunk } from '@langchain/core/messages';
import { asStorable } from '../shared/storableText';

/** A tool call as a model wrote it. */
export interface AskedCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
  /** What stood in the place of the arguments where that was no JSON; `args` is empty then. */
  unreadable?: string;
}

/** The calls of an answer, also those whose arguments cannot be read: the model is told of them and may mend them. */
export function readCalls({ tool_calls = [], invalid_tool_calls = [] }: AIMessageChunk): AskedCall[] {
  return [
    ...tool_calls.map(({ id, name, args }) => ({ id: id ?? randomUUID(), name, args })),
    ...invalid_tool_calls.map(({ id, name, args }) => ({
      id: id ?? randomUUID(),
      name: name ?? '',
      args: {},
      unreadable: args ?? '',
    })),
  ].map((call) => asStorable({ ...call, name: asToolName(call.name) }));
}

/** The answer as the model is shown it again: each call in it can be answered, which endpoints insist on. */
export function withCalls(answer: AIMessageChunk, calls: AskedCall[]): AIMessage {
  return new AIMessage({
    content: answer.content,
    additional_kwargs: answer.additional_kwargs,
    response_metadata: answer.response_metadata,
    tool_calls: calls.map(({ id, name, args }) => ({ type: 'tool_call', id, name, args })),
  });
}

/** Endpoints take no other names back. */
function asToolName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64) || 'unnamed';
}

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

interface Parameterised {
  invocationParams(options: object): Record<string, unknown>;
}

/**
 * What a model is asked with beside the messages, for the trace: temperature and whatever else its client sends, and the names of
 * the tools it is offered. Empty for one that has none, such as the offline planner.
 * @param options of the call, such as `tool_choice`
 */
export function modelParameters(model: BaseChatModel, options: object = {}): Record<string, unknown> {
  if (!isParameterised(model)) return {};
  // Whether it streams is told by how it is called, not by its client.
  const { tools, stream: _asConstructed, ...parameters } = model.invocationParams(options);
  const named = Array.isArray(tools) ? { tools: tools.map(nameOf) } : {};
  return { ...known(parameters), ...named };
}

function isParameterised(model: BaseChatModel): model is BaseChatModel & Parameterised {
  return 'invocationParams' in model && typeof model.invocationParams === 'function';
}

/** Without those that are not sent. */
function known(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

function nameOf(tool: unknown): unknown {
  return (tool as { function?: { name?: unknown } }).function?.name;
}

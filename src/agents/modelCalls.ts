import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { createMiddleware, type ModelRequest } from 'langchain';
import { errorName } from '../audit/turnTrace';
import { modelName } from '../llm/modelName';
import type { AgentContext } from './agentContext';
import { stepStarted } from './stepEvents';

/**
 * Each model call of a turn: with the prompt and the model of this turn, traced and shown as a step. When the endpoint
 * fails before it wrote anything, the offline planner takes over: a plainer answer is better than none, and it is named.
 */
export const modelCalls = createMiddleware({
  name: 'ModelCalls',
  wrapModelCall: async (request, handler) => {
    const context = request.runtime.context as AgentContext;
    const ask = (model: BaseChatModel) =>
      callModel(request, context, model, (changed) => handler(changed as typeof request) as Promise<AIMessage>);
    if (!context.model) return ask(context.planner);
    try {
      return await ask(context.model);
    } catch (error) {
      if (request.runtime.signal?.aborted || context.hasText()) throw error;
      return ask(context.planner);
    }
  },
});

async function callModel(
  request: ModelRequest,
  context: AgentContext,
  model: BaseChatModel,
  handler: (request: ModelRequest) => Promise<AIMessage>,
): Promise<AIMessage> {
  const name = modelName(model);
  const span = context.trace.start({
    kind: 'model',
    name,
    input: { prompt: context.prompt, system: context.systemPrompt, messages: request.messages.map(forTrace) },
  });
  const finished = stepStarted(context, { stepId: span.id, kind: 'model', name });
  try {
    const answer = await handler({
      ...request,
      model,
      systemMessage: request.systemMessage.concat(context.systemPrompt),
    });
    const tokens = {
      inputTokens: answer.usage_metadata?.input_tokens ?? 0,
      outputTokens: answer.usage_metadata?.output_tokens ?? 0,
    };
    context.gathered.usage = {
      model: name,
      inputTokens: context.gathered.usage.inputTokens + tokens.inputTokens,
      outputTokens: context.gathered.usage.outputTokens + tokens.outputTokens,
    };
    finished(true, '', span.end({ output: { text: answer.text, toolCalls: answer.tool_calls, ...tokens } }));
    return answer;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    throw error;
  }
}

function forTrace(message: BaseMessage) {
  return { role: message.type, text: message.text };
}

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { errorName } from '../audit/turnTrace';
import { modelName } from '../llm/modelName';
import { plannerTools } from './agentTools';
import { turnContextSchema, type AgentContext } from './agentContext';
import { stepStarted } from './stepEvents';

/**
 * Each model call of a turn: with the prompt and the model of this turn, traced and shown as a step. When the endpoint
 * fails before it wrote anything, the offline planner takes over: a plainer answer is better than none, and it is named.
 */
export const modelCalls = createMiddleware({
  name: 'ModelCalls',
  contextSchema: turnContextSchema,
  wrapModelCall: async (request, handler) => {
    const { turn } = request.runtime.context;
    const systemMessage = request.systemMessage.concat(turn.systemPrompt);
    const ask = (model: BaseChatModel) =>
      traceModelCall(model, request.messages, turn, async () => {
        const tools = model === turn.planner ? plannerTools(request.tools) : request.tools;
        const answer = await handler({ ...request, model, systemMessage, tools });
        return answer; // a command is for middleware that jumps, which there is none of
      });
    if (!turn.model) return ask(turn.planner);
    try {
      return await ask(turn.model);
    } catch (error) {
      if (request.runtime.signal?.aborted || turn.hasText()) throw error;
      return ask(turn.planner);
    }
  },
});

async function traceModelCall(
  model: BaseChatModel,
  messages: BaseMessage[],
  turn: AgentContext,
  call: () => Promise<AIMessage>,
): Promise<AIMessage> {
  const name = modelName(model);
  const input = { prompt: turn.prompt, system: turn.systemPrompt, messages: messages.map(forTrace) };
  const span = turn.trace.start({ kind: 'model', name, input });
  const finished = stepStarted(turn, { stepId: span.id, kind: 'model', name });
  try {
    const answer = await call();
    const inputTokens = answer.usage_metadata?.input_tokens ?? 0;
    const outputTokens = answer.usage_metadata?.output_tokens ?? 0;
    addUsage(turn, { model: name, inputTokens, outputTokens });
    const output = { text: answer.text, toolCalls: answer.tool_calls, inputTokens, outputTokens };
    finished(true, '', span.end({ output }));
    return answer;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    throw error;
  }
}

/** The model named is the one that wrote last. */
function addUsage({ gathered }: AgentContext, used: AgentContext['gathered']['usage']): void {
  gathered.usage = {
    model: used.model,
    inputTokens: gathered.usage.inputTokens + used.inputTokens,
    outputTokens: gathered.usage.outputTokens + used.outputTokens,
  };
}

function forTrace(message: BaseMessage) {
  return { role: message.type, text: message.text };
}

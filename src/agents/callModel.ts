import { setTimeout as wait } from 'node:timers/promises';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, SystemMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { errorName } from '../audit/turnTrace';
import { modelName } from '../llm/modelName';
import { modelParameters } from '../llm/modelParameters';
import type { AgentContext } from './agentContext';
import { joinChunks } from './joinChunks';
import { ModelTrouble } from './modelTrouble';
import { stepStarted } from './stepEvents';
import { watchSilence } from './watchSilence';

/** One try at one model call. */
export interface ModelCall {
  messages: BaseMessage[];
  /** False: the model has to answer with what it has. */
  mayCallTools: boolean;
  /** What the step is called to the reader. */
  stepName: string;
  /** Milliseconds to wait first; the step has begun by then. */
  afterMs: number;
}

/**
 * Asks a model once, with the prompt of the turn, traced and shown as a step; its words are sent on as they come.
 * @throws ModelTrouble when it said nothing, nothing usable or not all of it; what the client throws; the reason of the
 *   turn's signal.
 */
export async function callModel(
  model: BaseChatModel,
  call: ModelCall,
  turn: AgentContext,
): Promise<AIMessageChunk> {
  const name = modelName(model);
  const input = {
    prompt: turn.prompt,
    parameters: modelParameters(model, choiceOfTools(call)),
    system: turn.systemPrompt,
    messages: call.messages.map(forTrace),
  };
  const startedAt = performance.now();
  const span = turn.trace.start({ kind: 'model', name, input });
  const finished = stepStarted(turn, { stepId: span.id, kind: 'model', name: call.stepName });
  try {
    if (call.afterMs > 0) await wait(call.afterMs, undefined, { signal: turn.signal });
    const { answer, firstTextAt } = await readAnswer(model, call, turn);
    const inputTokens = answer.usage_metadata?.input_tokens ?? 0;
    const outputTokens = answer.usage_metadata?.output_tokens ?? 0;
    addUsage(turn, { model: name, inputTokens, outputTokens });
    const output = {
      text: answer.text,
      toolCalls: answer.tool_calls,
      inputTokens,
      outputTokens,
      firstTextMs: firstTextAt === null ? null : Math.round(firstTextAt - startedAt),
    };
    finished(true, '', span.end({ output }));
    return answer;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    throw error;
  }
}

/**
 * By the model's own generator: LangChain's `stream` around it prepares what a tracer of callbacks would want, which nobody
 * here does (measured: 7 against 5 ms of CPU for the two calls of a turn).
 * @returns with the time of its first text (`performance.now`); null where it wrote none.
 */
async function readAnswer(
  model: BaseChatModel,
  { messages, mayCallTools }: ModelCall,
  turn: AgentContext,
): Promise<{ answer: AIMessageChunk; firstTextAt: number | null }> {
  let firstTextAt: number | null = null;
  const silence = watchSilence(turn.signal, turn.silenceMs);
  const joined = joinChunks();
  try {
    const chunks = model._streamResponseChunks([new SystemMessage(turn.systemPrompt), ...messages], {
      signal: silence.signal,
      ...choiceOfTools({ mayCallTools }),
    });
    for await (const chunk of chunks) {
      silence.heard();
      joined.add(chunk);
      if (chunk.text === '') continue;
      firstTextAt ??= performance.now();
      turn.write(chunk.text);
    }
    // A stream that is aborted may end as if it were whole.
    silence.signal.throwIfAborted();
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error;
  } finally {
    silence.end();
  }
  const answer = joined.message();
  if (answer && !joined.isWhole()) throw new ModelTrouble('broken-off');
  const calls = (answer?.tool_calls?.length ?? 0) + (answer?.invalid_tool_calls?.length ?? 0);
  if (!answer || (answer.text.trim() === '' && calls === 0)) throw new ModelTrouble('unusable');
  return { answer, firstTextAt };
}

function choiceOfTools({ mayCallTools }: Pick<ModelCall, 'mayCallTools'>) {
  return mayCallTools ? {} : { tool_choice: 'none' as const };
}

/** The model named is the one that wrote last. */
function addUsage({ gathered }: AgentContext, used: AgentContext['gathered']['usage']): void {
  const { usage } = gathered;
  gathered.usage = {
    ...usage,
    model: used.model,
    inputTokens: usage.inputTokens + used.inputTokens,
    outputTokens: usage.outputTokens + used.outputTokens,
  };
}

function forTrace(message: BaseMessage) {
  const said = { role: message.type, text: message.text };
  if (AIMessage.isInstance(message) && message.tool_calls?.length)
    return { ...said, toolCalls: message.tool_calls.map(({ name, args }) => ({ name, args })) };
  return said;
}

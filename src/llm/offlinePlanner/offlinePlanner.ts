import { randomUUID } from 'node:crypto';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel, type BindToolsInput } from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { Language } from '../../shared/problem';
import { composeAnswer } from './composeAnswer';
import { callsAfter, planCalls, type PlannedCall } from './planCalls';
import { toolResults, type ToolResult } from './toolResults';
import type { Understanding } from './understanding';

/** What answers and traces call the planner. */
export const offlinePlannerName = 'narutalk-offline-planner';

/** It counts no tokens: none were bought. */
const noTokens = { input_tokens: 0, output_tokens: 0, total_tokens: 0 };

type PlannerOptions = BaseChatModel['ParsedCallOptions'];

/**
 * A chat model with no network and no weights: it turns what was understood of the question into tool calls, and their
 * results into sentences. One instance serves one question. It states nothing that is not in a result, and never hides
 * what it is: its name goes with every answer.
 */
export class OfflinePlanner extends BaseChatModel {
  readonly model = offlinePlannerName;
  private readonly understanding: Understanding;
  private toolNames: ReadonlySet<string> | null = null;

  constructor({ understanding }: { understanding?: Understanding } = {}) {
    super({});
    this.understanding = understanding ?? { language: 'ko', intent: 'unclear', remarks: [] };
  }

  /** In which it answers. */
  get language(): Language {
    return this.understanding.language;
  }

  override _llmType(): string {
    return offlinePlannerName;
  }

  /** A planner that calls only these tools. */
  override bindTools(tools: BindToolsInput[]): OfflinePlanner {
    const bound = new OfflinePlanner({ understanding: this.understanding });
    bound.toolNames = new Set(
      tools.flatMap((tool) => ('name' in tool && typeof tool.name === 'string' ? [tool.name] : [])),
    );
    return bound;
  }

  override async _generate(messages: BaseMessage[], options: PlannerOptions): Promise<ChatResult> {
    const chunks: ChatGenerationChunk[] = [];
    for await (const chunk of this._streamResponseChunks(messages, options)) chunks.push(chunk);
    return { generations: [chunks.reduce((whole, chunk) => whole.concat(chunk))] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: PlannerOptions,
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const results = toolResults(messages);
    const calls = this.callsToMake(results);
    const pieces = calls.length > 0 ? [] : inPieces(composeAnswer(this.understanding, results));
    const chunks = [
      ...(calls.length > 0 ? [callsChunk(calls)] : []),
      ...pieces.map(
        (text) => new ChatGenerationChunk({ text, message: new AIMessageChunk({ content: text }) }),
      ),
      closingChunk(),
    ];
    for (const chunk of chunks) {
      await otherWork(); // also lets the signal fire between two pieces
      options.signal?.throwIfAborted();
      yield chunk;
      await run?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
  }

  private callsToMake(results: ToolResult[]): PlannedCall[] {
    const calls =
      results.length === 0 ? planCalls(this.understanding) : callsAfter(this.understanding, results);
    return this.toolNames ? calls.filter(({ name }) => this.toolNames!.has(name)) : calls;
  }
}

function callsChunk(calls: PlannedCall[]): ChatGenerationChunk {
  const toolCalls = calls.map(({ name, args }, index) => ({
    type: 'tool_call_chunk' as const,
    id: `call_${randomUUID()}`,
    index,
    name,
    args: JSON.stringify(args),
  }));
  return new ChatGenerationChunk({
    text: '',
    message: new AIMessageChunk({ content: '', tool_call_chunks: toolCalls }),
  });
}

function closingChunk(): ChatGenerationChunk {
  const message = new AIMessageChunk({
    content: '',
    usage_metadata: noTokens,
    response_metadata: { model_name: offlinePlannerName, model_provider: 'narutalk' },
  });
  return new ChatGenerationChunk({ text: '', message, generationInfo: { finish_reason: 'stop' } });
}

/** Words with the space behind them: what a reader sees appear. */
function inPieces(text: string): string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

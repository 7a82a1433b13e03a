import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { modelName } from '../llm/modelName';
import { asData } from './asData';
import type { ToldTurn } from './past';
import { loadPrompt } from './prompts';

export interface WrittenSummary {
  text: string;
  model: string;
  /** Name, version and hash of the prompt. */
  prompt: string;
  inputTokens: number;
  outputTokens: number;
}

/** Writes anew what is told in short of a chat: the notes so far and the turns behind them. @throws Error when no notes came. */
export type WriteSummary = (
  past: { previous: string | null; turns: ToldTurn[]; words: number },
  signal: AbortSignal,
) => Promise<WrittenSummary>;

/** The chat model as the writer of summaries; null without one. */
export function createWriteSummary(chatModel: BaseChatModel | null): WriteSummary | null {
  if (!chatModel) return null;
  const prompt = loadPrompt('summary');
  return async ({ previous, turns, words }, signal) => {
    const given = [asData('notes', previous ?? ''), asData('turns', turns.map(inWords).join('\n\n'))];
    const answer = await chatModel.invoke(
      [new SystemMessage(prompt.render({ words: String(words) })), new HumanMessage(given.join('\n\n'))],
      { signal },
    );
    const text = answer.text.trim();
    if (text === '') throw new Error('the model wrote no summary');
    return {
      text,
      model: modelName(chatModel),
      prompt: `${prompt.name}/${prompt.version}/${prompt.hash}`,
      inputTokens: answer.usage_metadata?.input_tokens ?? 0,
      outputTokens: answer.usage_metadata?.output_tokens ?? 0,
    };
  };
}

function inWords({ question, calls, answer }: ToldTurn): string {
  return [
    `Question: ${question}`,
    ...calls.map((call) => `Tool: ${call.name} ${JSON.stringify(call.arguments)} -> ${call.result}`),
    `Answer: ${answer}`,
  ].join('\n');
}

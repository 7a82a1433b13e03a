import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { TurnTrace } from '../audit/turnTrace';
import { modelName } from '../llm/modelName';
import { modelParameters } from '../llm/modelParameters';
import { asData } from './asData';
import type { ToldTurn } from './past';
import type { Prompts } from './prompts/prompts';

export interface WrittenSummary {
  text: string;
  model: string;
  /** Name, version and hash of the prompt. */
  prompt: string;
  inputTokens: number;
  outputTokens: number;
}

/**
 * Writes anew what is told in short of a chat: the notes so far and the turns behind them. The trace has the call, also where it failed.
 * @throws Error when no notes came.
 */
export type WriteSummary = (
  past: { previous: string | null; turns: ToldTurn[]; words: number },
  work: { signal: AbortSignal; trace: TurnTrace },
) => Promise<WrittenSummary>;

/** The chat model as the writer of summaries; null without one. */
export function createWriteSummary(
  chatModel: BaseChatModel | null,
  prompts: Pick<Prompts, 'inForce'>,
): WriteSummary | null {
  if (!chatModel) return null;
  const model = modelName(chatModel);
  const parameters = modelParameters(chatModel);
  return async ({ previous, turns, words }, { signal, trace }) => {
    const prompt = await prompts.inForce('summary');
    const { name, version, hash } = prompt;
    const system = prompt.render({ words: String(words) });
    const given = [asData('notes', previous ?? ''), asData('turns', turns.map(inWords).join('\n\n'))];
    const message = new HumanMessage(given.join('\n\n'));
    const messages = [{ role: message.type, text: message.text }];
    const answer = await trace.measure(
      {
        kind: 'model',
        name: model,
        input: { prompt: { name, version, hash }, parameters, system, messages },
      },
      async () => {
        const { text, usage_metadata: usage } = await chatModel.invoke([new SystemMessage(system), message], {
          signal,
        });
        return {
          text: text.trim(),
          inputTokens: usage?.input_tokens ?? 0,
          outputTokens: usage?.output_tokens ?? 0,
        };
      },
      (written) => written,
    );
    if (answer.text === '') throw new Error('the model wrote no summary');
    return { ...answer, model, prompt: `${name}/${version}/${hash}` };
  };
}

function inWords({ question, calls, answer }: ToldTurn): string {
  return [
    `Question: ${question}`,
    ...calls.map((call) => `Tool: ${call.name} ${JSON.stringify(call.arguments)} -> ${call.result}`),
    `Answer: ${answer}`,
  ].join('\n');
}

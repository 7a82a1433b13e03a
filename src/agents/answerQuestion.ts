import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { GraphRecursionError } from '@langchain/langgraph';
import { createAgent } from 'langchain';
import { AppError } from '../errors';
import type { VerifiedQueries } from '../analytics/verified/verifiedQueries';
import type { SearchPassages } from '../retrieval/hybridSearch';
import type { NameDirectory } from '../retrieval/nameDirectory';
import type { ReadAround } from '../retrieval/readAround';
import type { ReadAs } from '../storage/database/database';
import { turnContextSchema, type AgentContext, type Gathered } from './agentContext';
import { OfflinePlanner } from '../llm/offlinePlanner/offlinePlanner';
import { toolsFor } from './agentTools';
import { modelCalls } from './modelCalls';
import { pastMessages } from './pastMessages';
import type { QuestionToAnswer } from './questionToAnswer';
import { readQuestion } from './readQuestion';
import { loadPrompt } from './prompts';
import { StreamText } from './streamText';
import { turnToolContext } from './turnToolContext';

/**
 * Steps of LangGraph in one turn: each model call and each round of tools is one. Eight rounds are more than any question
 * of the product needs.
 */
const maximumSteps = 20;

/** What an answer stands on; its text has been emitted. */
export type Answer = Gathered;

export type AnswerQuestion = (question: QuestionToAnswer) => Promise<Answer>;

/** The agent of the product, built once; each question brings its own person, model, prompt and trace. */
export function createAnswerQuestion(parts: {
  readAs: ReadAs;
  searchPassages: SearchPassages;
  readAround: ReadAround;
  /** The names a question may use. */
  names: () => Promise<NameDirectory>;
  verifiedQueries: Pick<VerifiedQueries, 'usable'>;
  chatModel: BaseChatModel | null;
}): AnswerQuestion {
  const prompt = loadPrompt('assistant');
  const agent = buildAgent(parts.chatModel);

  return async (asked) => {
    const { question, past, actor, language, signal, emit, trace } = asked;
    const now = new Date();
    const gathered: Gathered = {
      passages: [],
      tables: [],
      toolCalls: [],
      usage: { model: '', inputTokens: 0, outputTokens: 0 },
    };
    let hasText = false;
    const writeText = (text: string) => {
      hasText = true;
      emit({ type: 'text-delta', text });
    };
    const { planner, answerLanguage, promptValues } = await readQuestion({ ...asked, now }, parts);
    const context: AgentContext = {
      language,
      model: parts.chatModel,
      planner,
      systemPrompt: prompt.render(promptValues),
      prompt: { name: prompt.name, version: prompt.version, hash: prompt.hash },
      trace,
      emit,
      hasText: () => hasText,
      toolContext: turnToolContext({ actor, language: answerLanguage, now, signal, trace, gathered }, parts),
      gathered,
    };
    try {
      await agent.invoke(
        { messages: pastMessages(past, question) },
        {
          context: { turn: context },
          signal,
          recursionLimit: maximumSteps,
          callbacks: [new StreamText(writeText)],
        },
      );
    } catch (error) {
      throw isOutOfSteps(error) ? new AppError('step_limit_reached', { cause: error }) : error;
    }
    return gathered;
  };
}

/** The model given here is never called as it is: `modelCalls` puts in the one of the turn. */
function buildAgent(chatModel: BaseChatModel | null) {
  return createAgent({
    model: chatModel ?? new OfflinePlanner(),
    tools: toolsFor(chatModel),
    middleware: [modelCalls],
    contextSchema: turnContextSchema,
  });
}

function isOutOfSteps(error: unknown): boolean {
  return error instanceof GraphRecursionError;
}

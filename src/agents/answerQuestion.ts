import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { VerifiedQueries } from '../analytics/verified/verifiedQueries';
import type { SearchPassages } from '../retrieval/hybridSearch';
import type { NameDirectory } from '../retrieval/nameDirectory';
import type { ReadAround } from '../retrieval/readAround';
import type { ReadAs } from '../storage/database/database';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { openReadableText } from '../text/readableText';
import type { Gathered } from './agentContext';
import { runAgent } from './agentLoop';
import { agentTools, modelTools, offering } from './agentTools';
import { maximumAnswerCharacters } from './limits';
import { createModelHealth } from './modelHealth';
import { pastMessages } from './pastMessages';
import type { QuestionToAnswer } from './questionToAnswer';
import { readQuestion } from './readQuestion';
import type { Prompts } from './prompts/prompts';
import { turnToolContext } from './turnToolContext';

/** What an answer stands on; its text has been emitted. */
export type Answer = Gathered;

export type AnswerQuestion = (question: QuestionToAnswer) => Promise<Answer>;

/** The agent of the product, built once; each question brings its own person, prompt and trace. */
export function createAnswerQuestion(parts: {
  readAs: ReadAs;
  searchPassages: SearchPassages;
  readAround: ReadAround;
  /** The names a question may use. */
  names: () => Promise<NameDirectory>;
  verifiedQueries: Pick<VerifiedQueries, 'usable'>;
  prompts: Pick<Prompts, 'inForce'>;
  chatModel: BaseChatModel | null;
  /** Who somebody is now. @throws AppError `unauthenticated` */
  admitAgain: (employeeId: number) => Promise<Actor>;
  /** Milliseconds the chat model may be silent. */
  silenceMs: number;
}): AnswerQuestion {
  const model = parts.chatModel && offering(parts.chatModel, modelTools);
  const health = createModelHealth();

  return async (asked) => {
    const { question, past, actor, language, signal, emit, sendNow, trace, mask, gathered } = asked;
    const now = new Date();
    const [prompt, read] = await Promise.all([
      parts.prompts.inForce('assistant'),
      readQuestion({ ...asked, now }, { ...parts, hasModel: model !== null }),
    ]);
    const { answerLanguage } = read;
    let characters = 0;
    const readable = openReadableText();
    let reader = actor;
    await runAgent(pastMessages(past, question), {
      language,
      answerLanguage,
      model,
      health,
      silenceMs: parts.silenceMs,
      planner: async () => offering(await read.planner(), agentTools),
      systemPrompt: prompt.render(read.promptValues),
      prompt: { name: prompt.name, version: prompt.version, hash: prompt.hash },
      signal,
      trace,
      mask,
      emit,
      sendNow,
      write(piece) {
        const text = readable(piece);
        if (text === '') return;
        characters += text.length;
        if (characters > maximumAnswerCharacters) throw new AppError('step_limit_reached');
        emit({ type: 'text-delta', text });
      },
      hasText: () => characters > 0,
      async readmit() {
        reader = await parts.admitAgain(actor.id);
      },
      toolContext: turnToolContext(
        { reader: () => reader, language: answerLanguage, now, signal, trace, gathered },
        parts,
      ),
      gathered,
    });
    return gathered;
  };
}

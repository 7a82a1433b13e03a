import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ToolMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { AppError } from '../errors';
import type { AgentContext } from './agentContext';
import { callModel } from './callModel';
import { handOverText } from './handOverText';
import { ModelTrouble, troubleOf, type TroubleKind } from './modelTrouble';
import { pauseBefore } from './pauseBefore';

/** Who answers in one turn: the configured model until it fails, the offline planner from then on. */
export interface TurnModel {
  ask(messages: BaseMessage[], options: { mayCallTools: boolean }): Promise<AIMessageChunk>;
  /** Gives the turn to the planner, if it has it not yet. */
  handOver(kind: TroubleKind): Promise<void>;
}

/**
 * The model of a turn. A call that fails before its first word is tried again a few times, then the planner takes over: a
 * plainer answer is better than none. So it does after the first words; the reader is told either way, in the answer.
 */
export function modelOfTurn(turn: AgentContext): TurnModel {
  const { model, health, signal } = turn;
  let planner: BaseChatModel | null = null;

  const handOver = async (kind: TroubleKind): Promise<void> => {
    if (planner) return;
    // Before the planner reads the question: the reader knows at once what is going on.
    turn.write(handOverText(kind, { language: turn.answerLanguage, hasText: turn.hasText() }));
    turn.gathered.usage = { ...turn.gathered.usage, degradedBy: kind };
    planner = await turn.planner();
  };

  /** @returns null when the planner has to go on. */
  const askEndpoint = async (
    endpoint: BaseChatModel,
    call: { messages: BaseMessage[]; mayCallTools: boolean },
  ): Promise<AIMessageChunk | null> => {
    let pauseMs: number | null = 0;
    for (let tries = 1; ; tries += 1) {
      let written = false;
      const listening = {
        ...turn,
        write: (text: string) => {
          written = true;
          turn.write(text);
        },
      };
      try {
        const stepName = tries === 1 ? 'model' : 'model-again';
        const answer = await callModel(endpoint, { ...call, stepName, afterMs: pauseMs }, listening);
        health.succeeded();
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        // A limit of the turn, which the next one to answer would not keep either.
        if (error instanceof AppError) throw error;
        // What has been read cannot be taken back and said anew.
        const trouble = written ? new ModelTrouble('broken-off', { cause: error }) : troubleOf(error);
        pauseMs = pauseBefore(trouble, tries);
        if (pauseMs === null) {
          health.failed(trouble);
          await handOver(trouble.kind);
          return null;
        }
      }
    }
  };

  return {
    handOver,
    async ask(messages, { mayCallTools }) {
      const downBy = health.downBy();
      if (!model) planner ??= await turn.planner();
      else if (downBy) await handOver(downBy);
      const answer = planner ? null : await askEndpoint(model!, { messages, mayCallTools });
      if (answer) return answer;
      return callModel(
        planner!,
        { messages: messages.filter(isAnswered), mayCallTools, stepName: 'planner', afterMs: 0 },
        turn,
      );
    },
  };
}

/** The planner makes its own calls in place of those that could not be made. */
function isAnswered(message: BaseMessage): boolean {
  return !(ToolMessage.isInstance(message) && message.status === 'error');
}

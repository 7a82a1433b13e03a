import type { Past } from '../../agents/past';
import type { WriteSummary } from '../../agents/writeSummary';
import type { TurnTrace } from '../../audit/turnTrace';
import type { ModelPrice } from '../../env/chatLimits';
import type { Logger } from '../../logging/logger';
import type { Repositories } from '../../repositories/repositories';
import type { Telemetry } from '../../telemetry/telemetry';
import type { Database } from '../../storage/database/database';
import { estimateTokens } from '../../text/estimateTokens';
import { questionsBefore } from '../limits';
import type { RunnableTurn } from '../turn';
import { fitPast, type FittedPast } from './fitPast';
import { keepSummary } from './keepSummary';
import { readPast, type ReadPast } from './readPast';
import { toldTurn } from './toldTurn';

/** What a turn was told of the chat before it. */
export interface Recollection {
  past: Past;
  /** Tokens of it, as estimated. */
  tokens: number;
  /** Turns that were told in a line each: a summary is due. */
  inLines: number;
}

/** What is remembered of chats: what a turn is told, and the summaries that keep it short. */
export interface Memory {
  /** Reads what a turn is told, and says it in its trace. Waits for no model. */
  recall(turn: RunnableTurn, trace: TurnTrace): Promise<Recollection>;
  /** After a turn: keeps a summary in the background where what came before gets too long for the next one. */
  keep(turn: RunnableTurn, finished: { recalled: Recollection; answer: string; trace: TurnTrace }): void;
  /** Ends what is being summarised; the next turns of those chats do it. */
  close(): Promise<void>;
}

const nothingSaid: Recollection = {
  past: { record: null, turns: [], questions: [] },
  tokens: 0,
  inLines: 0,
};

/** Tokens of a finished turn beyond its question and answer, until it is read back: calls, tables. */
const tokensOfWork = 300;

export function createMemory(parts: {
  repositories: Repositories;
  database: Pick<Database, 'sequelize'>;
  writeSummary: WriteSummary | null;
  /** Tokens a model is told of the past. */
  budget: number;
  /** What the chat model costs; undefined: not known. */
  modelPrice: ModelPrice | undefined;
  telemetry: Telemetry;
  logger: Logger;
}): Memory {
  const { repositories, budget, logger } = parts;
  const ending = new AbortController();
  const running = new Map<string, Promise<void>>();

  return {
    async recall(turn, trace) {
      if (turn.beginsChat) return nothingSaid;
      const { turnId, actor, language } = turn;
      const startedAt = new Date();
      const started = performance.now();
      const read = await readPast({ turnId, actor, atLeast: questionsBefore }, repositories);
      const told = read.behind.map((each) =>
        toldTurn(each, read.withheld.get(each.turnId) ?? null, language),
      );
      const fitted = fitPast(told, read.summary, budget);
      if (read.turns.length > 0) {
        const ms = performance.now() - started;
        const output = forTrace(read, fitted);
        trace.add({ kind: 'memory', name: 'history', input: { budget }, output, startedAt, ms });
      }
      const questions = read.turns
        .slice(-questionsBefore)
        .map(({ question, askedAt }) => ({ content: question, createdAt: askedAt }));
      const { record, turns, tokens, inLines } = fitted;
      return { past: { record, turns, questions }, tokens, inLines: inLines.length };
    },

    keep(turn, { recalled: { tokens, inLines }, answer, trace }) {
      const next = tokens + estimateTokens(turn.question) + estimateTokens(answer) + tokensOfWork;
      if (inLines === 0 && next <= budget) return;
      // Of one chat, one at a time: what a second one would add, the next turn does.
      if (running.has(turn.conversationId) || ending.signal.aborted) return;
      const work = keepSummary(turn, { ...parts, trace, signal: ending.signal })
        .catch((error: unknown) => {
          if (!ending.signal.aborted) logger.error({ err: error, turnId: turn.turnId }, 'summary of a chat');
        })
        .finally(() => running.delete(turn.conversationId));
      running.set(turn.conversationId, work);
    },

    async close() {
      ending.abort();
      await Promise.all(running.values());
    },
  };
}

function forTrace(
  { summary, withheld, passedOver, hasMore }: ReadPast,
  { record, turns, inLines, isCut, tokens }: FittedPast,
) {
  const { text: _text, ...summaryUsed } = summary ?? {};
  return {
    tokens,
    whole: turns.map(({ turnId }) => turnId),
    ...(isCut ? { cut: true } : {}),
    summary: summary && summaryUsed,
    inLines: inLines.map(({ turnId }) => turnId),
    record,
    withheld: Object.fromEntries(withheld),
    ...(passedOver.length > 0 ? { summariesPassedOver: passedOver } : {}),
    ...(hasMore ? { hasMore } : {}),
  };
}

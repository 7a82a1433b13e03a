import type { ToldTurn } from '../../agents/past';
import type { WriteSummary, WrittenSummary } from '../../agents/writeSummary';
import { errorName, type TurnTrace } from '../../audit/turnTrace';
import type { ModelPrice } from '../../env/chatLimits';
import type { PastTurn } from '../../repositories/chatHistory';
import type { Repositories } from '../../repositories/repositories';
import type { Telemetry } from '../../telemetry/telemetry';
import type { Database } from '../../storage/database/database';
import { cutToTokens, estimateTokens } from '../../text/estimateTokens';
import type { RunnableTurn } from '../turn';
import { turnCost } from '../turnCost';
import { cutTurn, newestWithin, roomForTurns, summaryLimit } from './fitPast';
import { continueSummary, lineOf } from './mechanicalSummary';
import { citedBy, readPast, type ReadPast } from './readPast';
import { mayHaveFigures, toldTurn, tokensOf } from './toldTurn';

/** Milliseconds a model has for a summary. Nobody waits for it; it must not run for ever. */
const summaryTimeoutMs = 60_000;
/** Share of the room for whole turns that stays for them: the next turns fit too, and not each one needs a new summary. */
const shareThatStays = 1 / 2;
/** Tokens of a Korean word with its particles, as estimated. */
const tokensPerWord = 5;

/**
 * Keeps a summary of the older part of what a finished turn stands behind, itself included, so that the next question is told it.
 * Written by the model; put together mechanically where there is none or where it fails, which is kept too. What the model was asked
 * is stored with it, in the audit and in what the person has used.
 * @param trace of the turn, which is finished.
 */
export async function keepSummary(
  turn: RunnableTurn,
  {
    budget,
    writeSummary,
    repositories,
    database,
    modelPrice,
    telemetry,
    trace,
    signal,
  }: {
    budget: number;
    writeSummary: WriteSummary | null;
    repositories: Repositories;
    database: Pick<Database, 'sequelize'>;
    modelPrice: ModelPrice | undefined;
    telemetry: Telemetry;
    trace: TurnTrace;
    signal: AbortSignal;
  },
): Promise<void> {
  const from = { turnId: turn.turnId, actor: turn.actor, including: true, atLeast: 1 };
  const past = await readPast(from, repositories);
  const told = past.behind.map((each) =>
    toldTurn(each, past.withheld.get(each.turnId) ?? null, turn.language),
  );
  const stays = Math.max(1, newestWithin(told.map(tokensOf), roomForTurns(budget) * shareThatStays));
  const older = past.behind.slice(0, -stays);
  const [last] = older.slice(-1);
  if (!last) return;
  const limit = summaryLimit(budget);
  const written = await write(past.summary?.text ?? '', told.slice(0, -stays), {
    budget,
    limit,
    writeSummary,
    trace,
    signal,
  });
  const summary = {
    ...written,
    turnId: last.turnId,
    tokens: estimateTokens(written.text),
    turns: (past.summary?.turns ?? 0) + older.length,
    ...standsOn(older, past),
  };
  const spans = trace.takeEnded();
  await database.sequelize.transaction(async (transaction) => {
    await repositories.turnSummaries.save(summary, transaction);
    if (spans.length === 0) return;
    await repositories.traceLogs.append(spans, transaction);
    await repositories.usage.addAfterwards(turn.actor.id, turnCost(spans, modelPrice), transaction);
  });
  if (spans.length > 0) telemetry.send({ turnId: turn.turnId, conversationId: turn.conversationId, spans });
}

type Written = Omit<WrittenSummary, 'model' | 'prompt'> & {
  kind: 'model' | 'mechanical';
  model: string | null;
  prompt: string | null;
  failure: string | null;
};

async function write(
  previous: string,
  turns: ToldTurn[],
  {
    budget,
    limit,
    writeSummary,
    trace,
    signal,
  }: {
    budget: number;
    limit: number;
    writeSummary: WriteSummary | null;
    trace: TurnTrace;
    signal: AbortSignal;
  },
): Promise<Written> {
  const mechanical = (failure: string): Written => ({
    kind: 'mechanical',
    text: continueSummary(previous, turns.map(lineOf), limit),
    model: null,
    prompt: null,
    failure,
    inputTokens: 0,
    outputTokens: 0,
  });
  if (!writeSummary) return mechanical('no chat model');
  try {
    const past = {
      previous: previous || null,
      turns: turns.map((each) => cutTurn(each, budget)),
      words: Math.floor(limit / tokensPerWord),
    };
    const within = AbortSignal.any([signal, AbortSignal.timeout(summaryTimeoutMs)]);
    const { text, ...written } = await writeSummary(past, { signal: within, trace });
    return { ...written, kind: 'model', text: cutToTokens(text, limit), failure: null };
  } catch (error) {
    // The process is ending: the next turn of the chat does it.
    signal.throwIfAborted();
    return mechanical(errorName(error));
  }
}

/** What must still be allowed when the summary is told: its documents, and the rights of its figures. */
function standsOn(older: PastTurn[], { summary, withheld }: ReadPast) {
  const told = older.filter(({ turnId }) => !withheld.has(turnId));
  const documentIds = [...new Set([...(summary?.documentIds ?? []), ...told.flatMap(citedBy)])];
  const hasRights = summary?.rights != null || told.some(mayHaveFigures);
  return { documentIds, rights: hasRights ? older[0]!.rightsNow : null };
}

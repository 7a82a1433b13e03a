import type { ToldTurn } from '../../agents/past';
import type { StoredSummary } from '../../repositories/turnSummaries';
import { cutToTokens, estimateTokens } from '../../text/estimateTokens';
import { continueSummary, lineOf } from './mechanicalSummary';
import { tokensOf } from './toldTurn';

/** Shares of the budget: what is told in short of older turns, and what of it a kept summary takes. The rest is for whole turns. */
const shares = { record: 1 / 4, summary: 1 / 6 } as const;
/** Tokens of the marks around what is told in short. */
const tokensOfMarks = 20;

export interface FittedPast {
  record: string | null;
  /** Told whole, oldest first. */
  turns: ToldTurn[];
  /** Told in a line each, since the summary does not reach so far. */
  inLines: ToldTurn[];
  /** The newest turn was longer than there is room for. */
  isCut: boolean;
  /** Tokens of all of it, as estimated. */
  tokens: number;
}

/** Tokens a summary that is kept may have. */
export function summaryLimit(budget: number): number {
  return Math.floor(budget * shares.summary);
}

/** Tokens there are for whole turns beside what is told in short. */
export function roomForTurns(budget: number): number {
  return budget - Math.floor(budget * shares.record);
}

/**
 * Chooses what is told: all turns behind the summary whole where they fit, else the newest whole and those between in a line
 * each. The newest is always told, cut to its room where it is longer.
 * @param turns those behind the summary, oldest first.
 */
export function fitPast(turns: ToldTurn[], summary: StoredSummary | null, budget: number): FittedPast {
  const summaryTokens = summary ? estimateTokens(summary.text) + tokensOfMarks : 0;
  const costs = turns.map(tokensOf);
  const all = costs.reduce((sum, cost) => sum + cost, summaryTokens);
  if (all <= budget) return { record: summary?.text ?? null, turns, inLines: [], isCut: false, tokens: all };

  const room = roomForTurns(budget);
  const count = newestWithin(costs, room);
  const [newest] = turns.slice(-1);
  const isCut = count === 0 && newest !== undefined;
  const whole = isCut ? [cutTurn(newest, room)] : turns.slice(turns.length - count);
  const inLines = turns.slice(0, turns.length - whole.length);
  const recordRoom = budget - room - tokensOfMarks;
  const record = continueSummary(summary?.text ?? '', inLines.map(lineOf), recordRoom);
  const told = whole.reduce((sum, turn) => sum + tokensOf(turn), 0);
  const recordTokens = record ? estimateTokens(record) + tokensOfMarks : 0;
  return { record: record || null, turns: whole, inLines, isCut, tokens: told + recordTokens };
}

/** How many of the newest turns cost no more than `room` together. */
export function newestWithin(costs: number[], room: number): number {
  let spent = 0;
  for (let count = 0; count < costs.length; count += 1) {
    spent += costs[costs.length - 1 - count]!;
    if (spent > room) return count;
  }
  return costs.length;
}

/** A turn within so many tokens: results of tools go first, then the question and the answer are cut. */
export function cutTurn(turn: ToldTurn, limit: number): ToldTurn {
  if (tokensOf(turn) <= limit) return turn;
  const bare = { ...turn, calls: turn.calls.map((call) => ({ ...call, result: '{"earlier":true}' })) };
  if (tokensOf(bare) <= limit) return bare;
  const withoutCalls = { ...bare, calls: [] };
  const rest = limit - tokensOf({ ...withoutCalls, question: '', answer: '' }) - 2;
  const question = cutToTokens(turn.question, Math.floor(rest / 2));
  const answer = cutToTokens(turn.answer, rest - estimateTokens(question));
  return { ...withoutCalls, question, answer };
}

import type { ToldTurn } from '../../agents/past';
import { cutToTokens, estimateTokens } from '../../text/estimateTokens';
import { splitSentences } from '../../text/splitSentences';
import { inJson } from './toldTurn';

/** Tokens of the parts of a turn: its question, each query, the first sentence of its answer. */
const limits = { question: 80, query: 120, answer: 80 } as const;
const entryMark = '- Q: ';
/** The line that says how many turns there was no room for. */
const goneLine = /^\(… (\d+)\)$/u;
const tokensOfGoneLine = 8;
/** Share of a summary that one written by a model may keep where it is gone on with. */
const shareOfProse = 2 / 3;

/** A turn in a line: what was asked, by which queries it was answered, and how the answer began. */
export function lineOf({ question, calls, titles, answer }: ToldTurn): string {
  const text = oneLine(answer);
  const [first] = splitSentences(text);
  return [
    `${entryMark}${cutToTokens(oneLine(question), limits.question)}`,
    ...calls.map((call) => cutToTokens(`${call.name} ${inJson(call.arguments)}`, limits.query)),
    ...titles,
    `A: ${first ? cutToTokens(text.slice(first.start, first.end), limits.answer) : ''}`,
  ].join(' | ');
}

/**
 * A summary gone on with by the lines of further turns, within so many tokens. Where it is too long, the oldest turns are cut
 * down to their questions; then the oldest go, and a line says how many. Nothing is left out without a word.
 */
export function continueSummary(previous: string, lines: string[], limit: number): string {
  const { prose, missing, entries } = readSummary(previous);
  const head = prose && cutToTokens(prose, Math.floor(limit * shareOfProse));
  const room = limit - estimateTokens(head) - 1;
  const kept = fitEntries([...entries, ...lines], room);
  const gone = missing + entries.length + lines.length - kept.length;
  return [head, gone > 0 ? `(… ${gone})` : '', ...kept].filter(Boolean).join('\n');
}

function readSummary(text: string): { prose: string; missing: number; entries: string[] } {
  const lines = text.split('\n').filter(Boolean);
  const at = lines.findIndex((line) => line.startsWith(entryMark) || goneLine.test(line));
  if (at < 0) return { prose: lines.join('\n'), missing: 0, entries: [] };
  const missing = Number(goneLine.exec(lines[at]!)?.[1] ?? 0);
  return {
    prose: lines.slice(0, at).join('\n'),
    missing,
    entries: lines.slice(missing > 0 ? at + 1 : at),
  };
}

/** The entries that fit, the oldest of them as no more than their questions. */
function fitEntries(entries: string[], room: number): string[] {
  const kept = [...entries];
  const costs = kept.map(costOf);
  let total = costs.reduce((sum, cost) => sum + cost, 0);
  for (let at = 0; at < kept.length && total > room; at += 1) {
    kept[at] = kept[at]!.split(' | ', 1)[0]!;
    total += costOf(kept[at]!) - costs[at]!;
    costs[at] = costOf(kept[at]!);
  }
  if (total <= room) return kept;
  let first = 0;
  while (first < kept.length && total > room - tokensOfGoneLine) total -= costs[first++]!;
  return kept.slice(first);
}

function costOf(line: string): number {
  return estimateTokens(line) + 1; // and the end of the line
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

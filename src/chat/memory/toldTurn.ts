import type { ToldCall, ToldTurn } from '../../agents/past';
import type { PastTable, PastTurn } from '../../repositories/chatHistory';
import type { Language } from '../../shared/problem';
import { estimateTokens, tokensPerMessage } from '../../text/estimateTokens';

/** Why what an answer said is not told any more. */
export type Withheld = 'rights' | 'documents' | 'unfinished search';

const notes = {
  rights: {
    ko: '(지금과 다른 권한으로 조회한 결과라 전하지 않음. 필요하면 다시 조회할 것)',
    en: '(Left out: read with rights other than those of today. Query again where it is needed.)',
  },
  documents: {
    ko: '(근거 문서를 더는 볼 수 없어 전하지 않음. 필요하면 다시 검색할 것)',
    en: '(Left out: it stood on a document that may not be read any more. Search again where it is needed.)',
  },
  'unfinished search': {
    ko: '(문서를 찾아 쓰던 답변이 끝나지 않아 근거를 알 수 없으므로 전하지 않음. 필요하면 다시 검색할 것)',
    en: '(Left out: an unfinished answer from documents, of which the sources are not known. Search again where it is needed.)',
  },
  unfinished: { ko: '(답변이 끝나지 않았음)', en: '(This answer was not finished.)' },
} satisfies Record<string, Record<Language, string>>;

/** Names that are told of a list in the arguments of a call. */
const namesTold = 10;

/**
 * Whether an answer has figures, which go by the rights of the person. Of an unfinished one without calls it is not sure: calls of
 * those were not always kept.
 */
export function mayHaveFigures({ status, tables, toolCalls }: PastTurn): boolean {
  const isUnsure = status !== 'completed' && toolCalls.length === 0;
  return isUnsure || tables.length > 0 || toolCalls.some(({ name }) => !isSearch(name));
}

/** Whether an answer stands on documents that nobody knows: citations are made when its text is whole. */
export function hasUnknownSources({ status, toolCalls }: PastTurn): boolean {
  return status !== 'completed' && toolCalls.some(({ name }) => isSearch(name));
}

/** A turn as a model is told of it. What may not be told any more is replaced by a note; what was asked stays. */
export function toldTurn(turn: PastTurn, withheld: Withheld | null, language: Language): ToldTurn {
  const note = withheld && notes[withheld][language];
  const unfinished = turn.status === 'completed' ? [] : [notes.unfinished[language]];
  return {
    turnId: turn.turnId,
    question: turn.question,
    calls: toldCalls(turn, note),
    titles: note === null ? turn.tables.map(({ title }) => title) : [],
    answer: note ?? [turn.answer, ...unfinished].filter(Boolean).join('\n'),
  };
}

/** Tokens a turn costs, as estimated. */
export function tokensOf({ question, calls, answer }: ToldTurn): number {
  const messages = 2 + (calls.length > 0 ? 1 + calls.length : 0);
  const texts = [
    question,
    answer,
    ...calls.flatMap((call) => [call.name, inJson(call.arguments), call.result]),
  ];
  return messages * tokensPerMessage + texts.reduce((sum, text) => sum + estimateTokens(text), 0);
}

export function inJson(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** Results belong to the calls in their order, where each call of figures had one; else the last call has them all. */
function toldCalls(turn: PastTurn, note: string | null): ToldCall[] {
  const figures = turn.toolCalls.filter(({ name }) => !isSearch(name));
  const isOneEach = figures.length === turn.tables.length;
  const known = turn.toolCalls.filter((call) => call.arguments !== null);
  return known.map((call) => {
    const place = figures.indexOf(call);
    const tables = isOneEach
      ? turn.tables.slice(place, place + 1)
      : place === figures.length - 1
        ? turn.tables
        : [];
    const result = isSearch(call.name)
      ? { earlier: true, cited: [...new Set(turn.citations.map(({ title }) => title))] }
      : { earlier: true, tables: tables.map(inShort) };
    return { name: call.name, arguments: shortened(call.arguments), result: note ?? inJson(result) };
  });
}

function inShort({ title, scope, period, asOf, columns, rows, rowCount }: PastTable) {
  return { title, scope, period, asOf, columns, firstRows: rows, rowCount };
}

function isSearch(tool: string): boolean {
  return tool === 'search_documents';
}

/** Arguments without the far end of their long lists. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const told = value.slice(0, namesTold).map(shortened);
    return value.length > namesTold ? [...told, `… ${value.length - namesTold} more`] : told;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}

import type { ToolResult } from './toolResults';
import type { Understanding } from './understanding';

/** Passages to compose an answer from: the sentence that answers is rarely further down. */
const passagesToRead = 8;

/** A tool call to make. */
export interface PlannedCall {
  name: 'query_sales' | 'query_interactions' | 'search_documents';
  args: object;
}

/**
 * The calls after the first results: where every figure asked for came back without a row, the documents are looked at too;
 * where documents were asked first and do not surely answer, the figures.
 */
export function callsAfter(understanding: Understanding, results: ToolResult[]): PlannedCall[] {
  const { fallbackQuery, documentsFirst } = understanding;
  if (documentsFirst) {
    const isAnswered = results.some(
      ({ artifact }) =>
        artifact?.kind !== 'passages' || artifact.grade === 'found' || artifact.grade === documentsFirst,
    );
    return isAnswered ? [] : figureCalls(understanding);
  }
  const hasNothing = results.every(
    ({ artifact }) => artifact?.kind === 'table' && artifact.table.rows.length === 0,
  );
  return hasNothing && fallbackQuery && !asksForNone(understanding) ? [searchCall(fallbackQuery)] : [];
}

/** Customers without a sale or a visit were asked for: that there are none is the answer. */
function asksForNone({ sales, interactions }: Understanding): boolean {
  return [sales, interactions].some((query) => query?.thresholds?.some(({ atMost }) => atMost === 0));
}

function searchCall(query: string): PlannedCall {
  return { name: 'search_documents', args: { query, topK: passagesToRead } };
}

/**
 * The tool calls that answer a question, all at once: none builds on another. None for small talk; before a question back
 * the documents are looked at, which may well know the word that the figures do not.
 */
export function planCalls(understanding: Understanding): PlannedCall[] {
  const { searchQuery, askBack, fallbackQuery, documentsFirst } = understanding;
  if (askBack) return fallbackQuery ? [searchCall(fallbackQuery)] : [];
  return [
    ...(documentsFirst ? [] : figureCalls(understanding)),
    ...(searchQuery ? [searchCall(searchQuery)] : []),
  ];
}

function figureCalls({ sales, interactions }: Understanding): PlannedCall[] {
  return [
    ...(sales ? [{ name: 'query_sales' as const, args: sales }] : []),
    ...(interactions ? [{ name: 'query_interactions' as const, args: interactions }] : []),
  ];
}

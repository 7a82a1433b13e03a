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
 * The calls after the first results: where every figure asked for came back without a row, the documents are looked at too.
 */
export function callsAfter({ fallbackQuery }: Understanding, results: ToolResult[]): PlannedCall[] {
  const hasNothing = results.every(
    ({ artifact }) => artifact?.kind === 'table' && artifact.table.rows.length === 0,
  );
  return hasNothing && fallbackQuery ? [searchCall(fallbackQuery)] : [];
}

function searchCall(query: string): PlannedCall {
  return { name: 'search_documents', args: { query, topK: passagesToRead } };
}

/**
 * The tool calls that answer a question, all at once: none builds on another. None for small talk; before a question back
 * the documents are looked at, which may well know the word that the figures do not.
 */
export function planCalls({
  sales,
  interactions,
  searchQuery,
  askBack,
  fallbackQuery,
}: Understanding): PlannedCall[] {
  if (askBack) return fallbackQuery ? [searchCall(fallbackQuery)] : [];
  return [
    ...(sales ? [{ name: 'query_sales' as const, args: sales }] : []),
    ...(interactions ? [{ name: 'query_interactions' as const, args: interactions }] : []),
    ...(searchQuery ? [searchCall(searchQuery)] : []),
  ];
}

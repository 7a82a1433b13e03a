import type { Understanding } from './understanding';

/** Passages to compose an answer from: the sentence that answers is rarely further down. */
const passagesToRead = 8;

/** A tool call to make. */
export interface PlannedCall {
  name: 'query_sales' | 'query_interactions' | 'search_documents';
  args: object;
}

/** The tool calls that answer a question, all at once: none builds on another. None for small talk and questions back. */
export function planCalls({ sales, interactions, searchQuery }: Understanding): PlannedCall[] {
  return [
    ...(sales ? [{ name: 'query_sales' as const, args: sales }] : []),
    ...(interactions ? [{ name: 'query_interactions' as const, args: interactions }] : []),
    ...(searchQuery
      ? [{ name: 'search_documents' as const, args: { query: searchQuery, topK: passagesToRead } }]
      : []),
  ];
}

import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import type { ResultTable } from '../../shared/resultTable';
import type { EvidenceGrade } from '../../shared/search';
import type { NumberedPassage } from './chooseQuotes';
import type { PlannedQuery } from './understanding';

/** What a tool found, as far as an answer is worded by it: the artifacts of the project's tools. */
export type ResultArtifact =
  | { kind: 'table'; table: ResultTable; notice?: string }
  | { kind: 'passages'; passages: NumberedPassage[]; evidence: number; grade: EvidenceGrade }
  | { kind: 'error'; message: string };

/** A result with the arguments of its call. */
export interface ToolResult {
  args: Partial<PlannedQuery>;
  /** Null where the tool gave none, such as when its arguments were refused. */
  artifact: ResultArtifact | null;
}

/** The results of the tools called since the last question, in the order of the calls. */
export function toolResults(messages: BaseMessage[]): ToolResult[] {
  const turn = messages.slice(messages.findLastIndex((message) => HumanMessage.isInstance(message)) + 1);
  const calls = turn.flatMap((message) => (AIMessage.isInstance(message) ? (message.tool_calls ?? []) : []));
  const results = turn.filter((message) => ToolMessage.isInstance(message));
  return results.map((result) => ({
    args: calls.find(({ id }) => id === result.tool_call_id)?.args ?? {},
    artifact: (result.artifact as ResultArtifact | undefined) ?? null,
  }));
}

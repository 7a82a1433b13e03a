import type { NewMessage } from './chatHistory';
import type { NewSpan } from './newSpan';

/** Tables whose rows are written once, proven by a key outside the database, and sealed in order. */
export const sealedTables = ['system_trace_logs', 'chat_history'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** Everything a row of `system_trace_logs` says. */
export type ProvableSpan = NewSpan & { recordedAt: Date };

/** Everything a row of `chat_history` says but its number, which the seal holds. */
export type ProvableMessage = Required<Omit<NewMessage, 'model' | 'errorCode' | 'costKrw'>> & {
  model: string | null;
  errorCode: string | null;
  costKrw: number | null;
  createdAt: Date;
};

/** A message as it is stored, with what is not said of it. Costs are stored to the ten-thousandth of a KRW. */
export function wholeMessage(message: NewMessage, createdAt: Date): ProvableMessage {
  const { turnId, conversationId, role, content, status, costKrw } = message;
  return {
    ...{ turnId, conversationId, role, content, status, createdAt },
    citations: message.citations ?? [],
    tables: message.tables ?? [],
    toolCalls: message.toolCalls ?? [],
    model: message.model ?? null,
    inputTokens: message.inputTokens ?? 0,
    outputTokens: message.outputTokens ?? 0,
    costKrw: costKrw === undefined ? null : Math.round(costKrw * 10_000) / 10_000,
    errorCode: message.errorCode ?? null,
    followUps: message.followUps ?? [],
  };
}

/** Proves rows as they are written; see `src/audit/chain`. */
export interface RowProofs {
  /** @returns 43 characters that only the same content in the same table gives. */
  prove(table: SealedTable, row: ProvableSpan | ProvableMessage): string;
}

import type { NewMessage } from './chatHistory';
import type { NewSpan } from './traceLogs';

/** Tables whose rows are written once, proven by a key outside the database, and sealed in order. */
export const sealedTables = ['system_trace_logs', 'chat_history'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** Everything a row of `system_trace_logs` says. */
export type ProvableSpan = NewSpan & { recordedAt: Date };

/** Everything a row of `chat_history` says but its number, which the seal holds. */
export type ProvableMessage = Required<
  Omit<NewMessage, 'model' | 'errorCode'> & { model: string | null; errorCode: string | null }
> & { costKrw: number | null; createdAt: Date };

/** Proves rows as they are written; see `src/audit/chain`. */
export interface RowProofs {
  /** @returns 43 characters that only the same content in the same table gives. */
  prove(table: SealedTable, row: ProvableSpan | ProvableMessage): string;
}

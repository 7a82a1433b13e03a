import type { TurnEvent, TurnStatus } from '../shared/chat';
import type { NewMessage } from './chatHistory';
import type { NewSpan } from './newSpan';

/** Tables whose rows are written once, proven by a key outside the database, and sealed in order. */
export const sealedTables = ['system_trace_logs', 'chat_history', 'turns'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** What rows are kept for so many days: what was said, what the program did for it, who had access and administered. */
export const recordKinds = ['chats', 'traces', 'events'] as const;
export type RecordKind = (typeof recordKinds)[number];

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

/** What a turn is known by from its beginning. */
export interface TurnColumns {
  id: string;
  conversationId: string;
  employeeId: number;
  clientMessageId: string;
  regeneratesTurnId: string | null;
  parentTurnId: string | null;
  ownerProcess: string;
  askedRights: string | null;
  startedAt: Date;
}

/** Everything the row of a turn that has ended says but its number, with what it sent. */
export interface ProvableTurn extends TurnColumns {
  status: TurnStatus;
  finishedAt: Date | null;
  /** Number of its first event; its others follow without a gap. None from before proofs. */
  firstSeq: number | null;
  /** None from before proofs. */
  eventHashes: string[] | null;
}

/** A row of `turn_events`. */
export interface ProvableEvent {
  conversationId: string;
  turnId: string;
  seq: number;
  type: TurnEvent['type'];
  payload: TurnEvent;
  createdAt: Date;
}

export type ProvableRow = ProvableSpan | ProvableMessage | ProvableTurn;

/** Proves rows as they are written; see `src/audit/chain`. */
export interface RowProofs {
  /** @returns 43 characters that only the same content in the same table gives. */
  prove(table: SealedTable, row: ProvableRow): string;
  /** @returns 16 characters by which the turn that sent an event proves it. */
  hashEvent(event: ProvableEvent): string;
}

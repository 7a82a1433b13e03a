import type { ChatEvent } from './chat';
import type { ResultTable } from './resultTable';

/** A chat as an analyst opens it. */
export interface AuditConversationDto {
  conversationId: string;
  title: string;
  employee: { employeeNo: string; name: string; team: string | null };
  createdAt: string;
  updatedAt: string;
  /** When its owner deleted it; null: it is there. */
  deletedAt: string | null;
}

/** Something that happened in a chat, with the time at which its reader was sent it. */
export type TimedEvent = ChatEvent & { at: string };

/** Whether a model was shown a text: all of it, its beginning (a result that was too long is cut), or nothing. */
export type Given = 'whole' | 'part' | 'none';

/** What has become of a document since: `reread` is the same version whose passages were cut anew. */
export type DocumentSince = 'same' | 'reread' | 'replaced' | 'deleted';

/** A passage that a turn found, with its text of that moment. */
export interface KnownPassage {
  /** The search that found it, in the trace. */
  spanId: string;
  /** What was looked for. */
  query: string;
  /** Place among what was found, from 1. */
  rank: number;
  /** Comparable within one search only. */
  score: number;
  /** By which the answer cites it; null: it was read as a part of another one. */
  number: number | null;
  documentId: string;
  chunkId: string;
  title: string;
  /** Null in traces from before it was kept. */
  version: number | null;
  docType: string;
  heading: string;
  page: number | null;
  /** The piece that was found. */
  found: string;
  /** What was read: the piece with what stands around it. */
  text: string;
  given: Given;
  /** What the answer quotes of it, with its place in `text`; null: not cited. */
  quote: { text: string; start: number } | null;
  since: DocumentSince;
  /** The version that is cited today, where there is one and it is another. */
  current: { documentId: string; title: string; version: number } | null;
}

/** A statement that was run. */
export interface KnownStatement {
  name: string;
  sql: string;
  parameters: unknown[];
  rowCount: number;
  error: string | null;
}

/** What a tool read in the figures of the company. */
export interface KnownRows {
  /** The call of the tool, in the trace. */
  spanId: string;
  tool: string;
  arguments: unknown;
  statements: KnownStatement[];
  /** The rows of that moment; null where there were none. */
  table: ResultTable | null;
  error: string | null;
  /** Rows that a model was shown. */
  rowsGiven: number;
}

/** What a turn knew when it answered. */
export interface KnowledgeDto {
  turnId: string;
  conversationId: string;
  passages: KnownPassage[];
  rows: KnownRows[];
}

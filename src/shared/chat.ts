import { z } from 'zod';
import { maximumQuestionLength, maximumTitleLength } from './chatInput';
import type { AuditExportUpdate } from './auditExportUpdate';
import type { DocumentUpdate } from './documents';
import type { ImportUpdate } from './imports';
import type { ResultTable, ChartSpec } from './resultTable';

/** Written as the database does: what is proven of a row is what it gives back. */
const id = z.uuid().toLowerCase();

const clientMessageId = z.string().min(1).max(100);

export const chatSendSchema = z
  .strictObject({
    clientMessageId,
    conversationId: id.optional(),
    text: z.string().trim().min(1).max(maximumQuestionLength),
    /** The turn the question goes on from; not given: the one begun last. */
    afterTurnId: id.optional(),
    /** The turn whose question this one replaces: it becomes a branch beside it. */
    editsTurnId: id.optional(),
  })
  .refine(({ conversationId, afterTurnId, editsTurnId }) => conversationId || !(afterTurnId ?? editsTurnId), {
    path: ['conversationId'],
    message: 'needed with afterTurnId and editsTurnId',
  })
  .refine(({ afterTurnId, editsTurnId }) => !(afterTurnId && editsTurnId), {
    path: ['afterTurnId'],
    message: 'not together with editsTurnId',
  });
export const chatStopSchema = z.strictObject({ turnId: id });
export const chatResumeSchema = z.strictObject({
  conversationId: id,
  lastSeq: z.number().int().min(0),
});
export const chatRegenerateSchema = z.strictObject({
  turnId: id,
  /** The same id again gives the same turn. */
  clientMessageId: z.optional(clientMessageId),
});

export const chatFeedbackSchema = z
  .strictObject({
    turnId: id,
    /** Given again it replaces what was given before; null takes that back. */
    rating: z.enum(['up', 'down']).nullable(),
    reason: z.string().trim().min(1).max(100).optional(),
    comment: z.string().trim().max(2000).optional(),
  })
  .refine(({ rating, reason, comment }) => rating !== null || (reason ?? comment) === undefined, {
    path: ['rating'],
    message: 'needed with a reason or a comment',
  });

export const changeConversationSchema = z.strictObject({
  title: z.string().trim().min(1).max(maximumTitleLength),
});

export interface ChatError {
  code: string;
  message: string;
  retryAfterMs?: number;
}
export type Refusal = { ok: false; error: ChatError };
export type SendAck = { ok: true; turnId: string; conversationId: string } | Refusal;
export type StopAck = { ok: true } | Refusal;
export type ResumeAck = { ok: true; lastSeq: number } | Refusal;
export type FeedbackAck = { ok: true } | Refusal;

/** A passage an answer stands on; `quote` is verbatim in the chunk. */
export interface Citation {
  number: number;
  documentId: string;
  chunkId: string;
  title: string;
  page: number | null;
  quote: string;
  /** Character range of the quote in the document's extracted text, end exclusive. */
  charStart: number;
  charEnd: number;
}

export type StepKind = 'model' | 'search' | 'query' | 'link';

export interface Usage {
  /** Who wrote last. */
  model: string;
  inputTokens: number;
  outputTokens: number;
  /** Why the offline planner answered in place of the chat model; missing where it did not. */
  degradedBy?: 'rate-limited' | 'unavailable' | 'silent' | 'broken-off' | 'unusable' | 'refused';
}

export type TurnStatus = 'running' | 'completed' | 'stopped' | 'failed' | 'interrupted';

/** What happens in a turn, in order; stored and sent as it is. */
export type TurnEvent =
  | {
      type: 'turn-started';
      question: string;
      clientMessageId: string;
      /** The turn it goes on from; null: it begins the chat. Turns with the same one are branches. */
      parentTurnId: string | null;
    }
  /** The turn waits for its place; 1 is next. Sent again when the place changes. */
  | { type: 'turn-queued'; position: number }
  | { type: 'step-started'; stepId: string; kind: StepKind; name: string; label: string }
  | {
      type: 'step-finished';
      stepId: string;
      ok: boolean;
      ms: number;
      summary: string;
      /** What the step is called now that it is done; missing where it failed. */
      label?: string;
    }
  | { type: 'text-delta'; text: string }
  | ({ type: 'citation' } & Citation)
  | ({ type: 'table' } & ResultTable)
  | ({ type: 'chart' } & ChartSpec)
  | { type: 'follow-ups'; suggestions: string[] }
  | { type: 'turn-completed'; text: string; citations: Citation[]; usage: Usage }
  | { type: 'turn-stopped'; text: string }
  | { type: 'turn-failed'; code: string; message: string };

/** `seq` starts at 1 and has no gap in a conversation. */
export type ChatEvent = TurnEvent & { conversationId: string; turnId: string; seq: number };

export interface ClientToServerEvents {
  'chat:send': (payload: z.input<typeof chatSendSchema>, ack: (answer: SendAck) => void) => void;
  'chat:stop': (payload: z.input<typeof chatStopSchema>, ack: (answer: StopAck) => void) => void;
  'chat:resume': (payload: z.input<typeof chatResumeSchema>, ack: (answer: ResumeAck) => void) => void;
  'chat:regenerate': (payload: z.input<typeof chatRegenerateSchema>, ack: (answer: SendAck) => void) => void;
  'chat:feedback': (payload: z.input<typeof chatFeedbackSchema>, ack: (answer: FeedbackAck) => void) => void;
}

export interface ServerToClientEvents {
  'chat:event': (event: ChatEvent) => void;
  'document:updated': (update: DocumentUpdate) => void;
  'import:updated': (update: ImportUpdate) => void;
  'audit-export:updated': (update: AuditExportUpdate) => void;
}

export interface ConversationDto {
  id: string;
  title: string;
  createdAt: string;
  updatedAt: string;
  lastSeq: number;
  /** The turn still being answered, if any. */
  runningTurnId: string | null;
}

/** A chat as it is opened. */
export interface OpenedConversationDto extends ConversationDto {
  /**
   * The event after which `chat:resume` completes messages that are read after this: those of an answer under way come after
   * it, those of all that is stored do not.
   */
  resumeAfterSeq: number;
}

/** A chat as a search finds it. */
export interface FoundConversationDto extends ConversationDto {
  /** What was said in it with the words looked for; missing where only the title has them. */
  snippet?: string;
}

/** What its reader thinks of an answer. */
export interface FeedbackDto {
  rating: 'up' | 'down';
  /** One of `feedbackReasons`, or any other text. */
  reason: string | null;
  comment: string | null;
}

export interface MessageDto {
  id: number;
  turnId: string;
  /** The turn this one goes on from; null: it begins the chat. Turns with the same one are branches. */
  parentTurnId: string | null;
  role: 'user' | 'assistant';
  text: string;
  citations: Citation[];
  tables: ResultTable[];
  status: TurnStatus;
  createdAt: string;
  /** What the reader thinks of an answer; null: nothing said. */
  feedback: FeedbackDto | null;
  /** Code of the error catalogue where an answer failed or was cut off, and its text in the reader's language. */
  errorCode: string | null;
  errorMessage: string | null;
  /** Model that wrote an answer. */
  model: string | null;
  /** Questions that could follow an answer. */
  followUps: string[];
}

import { z } from 'zod';
import type { AuditExportUpdate } from './auditExportUpdate';
import { maximumQuestionLength, maximumTitleLength } from './chatInput';
import type { DocumentUpdate } from './documents';
import type { ImportUpdate } from './imports';
import { resultTableSchema, chartSpecSchema } from './resultTable';

/** Written as the database does: what is proven of a row is what it gives back. */
const id = z.uuid().toLowerCase();

const clientMessageId = z.string().min(1).max(100);

export const chatSendSchema = z
  .strictObject({
    clientMessageId,
    conversationId: id.optional(),
    text: z.string().trim().min(1).max(maximumQuestionLength),
    afterTurnId: id.optional().describe('The turn the question goes on from; not given: the one begun last.'),
    editsTurnId: id
      .optional()
      .describe('The turn whose question this one replaces: it becomes a branch beside it.'),
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
  clientMessageId: z.optional(clientMessageId).describe('The same id again gives the same turn.'),
});

export const chatFeedbackSchema = z
  .strictObject({
    turnId: id,
    rating: z
      .enum(['up', 'down'])
      .nullable()
      .describe('Given again it replaces what was given before; null takes that back.'),
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

export const chatErrorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    retryAfterMs: z.int().optional(),
  })
  .meta({ id: 'ChatError' });
export type ChatError = z.infer<typeof chatErrorSchema>;
export const refusalSchema = z
  .object({
    ok: z.literal(false),
    error: chatErrorSchema,
  })
  .meta({ id: 'Refusal' });
export type Refusal = z.infer<typeof refusalSchema>;
export const sendAckSchema = z
  .union([
    z.object({
      ok: z.literal(true),
      turnId: z.uuid(),
      conversationId: z.uuid(),
    }),
    refusalSchema,
  ])
  .meta({ id: 'SendAck' });
export type SendAck = z.infer<typeof sendAckSchema>;
export const stopAckSchema = z
  .union([
    z.object({
      ok: z.literal(true),
    }),
    refusalSchema,
  ])
  .meta({ id: 'StopAck' });
export type StopAck = z.infer<typeof stopAckSchema>;
export const resumeAckSchema = z
  .union([
    z.object({
      ok: z.literal(true),
      lastSeq: z.int(),
    }),
    refusalSchema,
  ])
  .meta({ id: 'ResumeAck' });
export type ResumeAck = z.infer<typeof resumeAckSchema>;
export const feedbackAckSchema = z
  .union([
    z.object({
      ok: z.literal(true),
    }),
    refusalSchema,
  ])
  .meta({ id: 'FeedbackAck' });
export type FeedbackAck = z.infer<typeof feedbackAckSchema>;

/** A passage an answer stands on; `quote` is verbatim in the chunk. */
export const citationSchema = z
  .object({
    number: z.int(),
    documentId: z.uuid(),
    chunkId: z.string(),
    title: z.string(),
    page: z.int().nullable(),
    quote: z.string(),
    charStart: z
      .int()
      .describe("Character range of the quote in the document's extracted text, end exclusive."),
    charEnd: z.int(),
  })
  .meta({ id: 'Citation' });
export type Citation = z.infer<typeof citationSchema>;

export const stepKindSchema = z.enum(['model', 'search', 'query', 'link']);
export type StepKind = z.infer<typeof stepKindSchema>;

export const usageSchema = z
  .object({
    model: z.string().describe('Who wrote last.'),
    inputTokens: z.int(),
    outputTokens: z.int(),
    degradedBy: z
      .enum(['rate-limited', 'unavailable', 'silent', 'broken-off', 'unusable', 'refused'])
      .optional()
      .describe('Why the offline planner answered in place of the chat model; missing where it did not.'),
  })
  .meta({ id: 'AnswerUsage' });
export type Usage = z.infer<typeof usageSchema>;

export const turnStatusSchema = z.enum(['running', 'completed', 'stopped', 'failed', 'interrupted']);
export type TurnStatus = z.infer<typeof turnStatusSchema>;

/** What happens in a turn, in order; stored and sent as it is. */
export const turnEventSchema = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('turn-started'),
      question: z.string(),
      clientMessageId: z.string(),
      parentTurnId: z
        .uuid()
        .nullable()
        .describe(
          'The turn it goes on from; null: it begins the chat. Turns with the same one are branches.',
        ),
    }),
    z.object({
      type: z.literal('turn-queued'),
      position: z.int(),
    }),
    z.object({
      type: z.literal('step-started'),
      stepId: z.string(),
      kind: stepKindSchema,
      name: z.string(),
      label: z.string(),
    }),
    z.object({
      type: z.literal('step-finished'),
      stepId: z.string(),
      ok: z.boolean(),
      ms: z.number(),
      summary: z.string(),
      label: z
        .string()
        .optional()
        .describe('What the step is called now that it is done; missing where it failed.'),
    }),
    z.object({
      type: z.literal('text-delta'),
      text: z.string(),
    }),
    citationSchema.extend({
      type: z.literal('citation'),
    }),
    resultTableSchema.extend({
      type: z.literal('table'),
    }),
    chartSpecSchema.extend({
      type: z.literal('chart'),
    }),
    z.object({
      type: z.literal('follow-ups'),
      suggestions: z.array(z.string()),
    }),
    z.object({
      type: z.literal('turn-completed'),
      text: z.string(),
      citations: z.array(citationSchema),
      usage: usageSchema,
    }),
    z.object({
      type: z.literal('turn-stopped'),
      text: z.string(),
    }),
    z.object({
      type: z.literal('turn-failed'),
      code: z.string(),
      message: z.string(),
    }),
  ])
  .meta({ id: 'TurnEvent' });
export type TurnEvent = z.infer<typeof turnEventSchema>;

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

export const conversationDtoSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    lastSeq: z.int(),
    runningTurnId: z.uuid().nullable().describe('The turn still being answered, if any.'),
  })
  .meta({ id: 'Conversation' });
export type ConversationDto = z.infer<typeof conversationDtoSchema>;

/** A chat as it is opened. */
export const openedConversationDtoSchema = conversationDtoSchema
  .extend({
    resumeAfterSeq: z
      .int()
      .describe(
        'The event after which `chat:resume` completes messages that are read after this: those of an answer under way come after it, those of all that is stored do not.',
      ),
  })
  .meta({ id: 'OpenedConversation' });
export type OpenedConversationDto = z.infer<typeof openedConversationDtoSchema>;

/** A chat as a search finds it. */
export const foundConversationDtoSchema = conversationDtoSchema
  .extend({
    snippet: z
      .string()
      .optional()
      .describe('What was said in it with the words looked for; missing where only the title has them.'),
  })
  .meta({ id: 'FoundConversation' });
export type FoundConversationDto = z.infer<typeof foundConversationDtoSchema>;

/** What its reader thinks of an answer. */
export const feedbackDtoSchema = z
  .object({
    rating: z.enum(['up', 'down']),
    reason: z.string().nullable().describe('One of `feedbackReasons`, or any other text.'),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Feedback' });
export type FeedbackDto = z.infer<typeof feedbackDtoSchema>;

export const messageDtoSchema = z
  .object({
    id: z.int(),
    turnId: z.uuid(),
    parentTurnId: z
      .uuid()
      .nullable()
      .describe(
        'The turn this one goes on from; null: it begins the chat. Turns with the same one are branches.',
      ),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    citations: z.array(citationSchema),
    tables: z.array(resultTableSchema),
    status: turnStatusSchema,
    createdAt: z.iso.datetime({ offset: true }),
    feedback: feedbackDtoSchema
      .nullable()
      .describe('What the reader thinks of an answer; null: nothing said.'),
    errorCode: z
      .string()
      .nullable()
      .describe(
        "Code of the error catalogue where an answer failed or was cut off, and its text in the reader's language.",
      ),
    errorMessage: z.string().nullable(),
    model: z.string().nullable().describe('Model that wrote an answer.'),
    followUps: z.array(z.string()).describe('Questions that could follow an answer.'),
  })
  .meta({ id: 'Message' });
export type MessageDto = z.infer<typeof messageDtoSchema>;

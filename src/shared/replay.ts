import { z } from 'zod';
import type { ChatEvent } from './chat';
import { resultTableSchema } from './resultTable';

/** A chat as an analyst opens it. */
export const auditConversationDtoSchema = z
  .object({
    conversationId: z.uuid(),
    title: z.string(),
    employee: z.object({
      employeeNo: z.string(),
      name: z.string(),
      team: z.string().nullable(),
    }),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    deletedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When its owner deleted it; null: it is there.'),
  })
  .meta({ id: 'AuditConversation' });
export type AuditConversationDto = z.infer<typeof auditConversationDtoSchema>;

/** Something that happened in a chat, with the time at which its reader was sent it. */
export type TimedEvent = ChatEvent & { at: string };

/** Whether a model was shown a text: all of it, its beginning (a result that was too long is cut), or nothing. */
export const givenSchema = z.enum(['whole', 'part', 'none']);
export type Given = z.infer<typeof givenSchema>;

/** What has become of a document since: `reread` is the same version whose passages were cut anew. */
export const documentSinceSchema = z.enum(['same', 'reread', 'replaced', 'deleted']);
export type DocumentSince = z.infer<typeof documentSinceSchema>;

/** A passage that a turn found, with its text of that moment. */
export const knownPassageSchema = z
  .object({
    spanId: z.string().describe('The search that found it, in the trace.'),
    query: z.string().describe('What was looked for.'),
    rank: z.int().describe('Place among what was found, from 1.'),
    score: z.number().describe('Comparable within one search only.'),
    number: z
      .int()
      .nullable()
      .describe('By which the answer cites it; null: it was read as a part of another one.'),
    documentId: z.uuid(),
    chunkId: z.string(),
    title: z.string(),
    version: z.int().nullable().describe('Null in traces from before it was kept.'),
    docType: z.string(),
    heading: z.string(),
    page: z.int().nullable(),
    found: z.string().describe('The piece that was found.'),
    text: z.string().describe('What was read: the piece with what stands around it.'),
    given: givenSchema,
    quote: z
      .object({
        text: z.string(),
        start: z.number(),
      })
      .nullable()
      .describe('What the answer quotes of it, with its place in `text`; null: not cited.'),
    since: documentSinceSchema,
    current: z
      .object({
        documentId: z.uuid(),
        title: z.string(),
        version: z.int(),
      })
      .nullable()
      .describe('The version that is cited today, where there is one and it is another.'),
  })
  .meta({ id: 'KnownPassage' });
export type KnownPassage = z.infer<typeof knownPassageSchema>;

/** A statement that was run. */
export const knownStatementSchema = z
  .object({
    name: z.string(),
    sql: z.string(),
    parameters: z.array(z.unknown()),
    rowCount: z.int(),
    error: z.string().nullable(),
  })
  .meta({ id: 'KnownStatement' });
export type KnownStatement = z.infer<typeof knownStatementSchema>;

/** What a tool read in the figures of the company. */
export const knownRowsSchema = z
  .object({
    spanId: z.string().describe('The call of the tool, in the trace.'),
    tool: z.string(),
    arguments: z.unknown(),
    statements: z.array(knownStatementSchema),
    table: resultTableSchema.nullable().describe('The rows of that moment; null where there were none.'),
    error: z.string().nullable(),
    rowsGiven: z.int().describe('Rows that a model was shown.'),
  })
  .meta({ id: 'KnownRows' });
export type KnownRows = z.infer<typeof knownRowsSchema>;

/** What a turn knew when it answered. */
export const knowledgeDtoSchema = z
  .object({
    turnId: z.uuid(),
    conversationId: z.uuid(),
    passages: z.array(knownPassageSchema),
    rows: z.array(knownRowsSchema),
  })
  .meta({ id: 'Knowledge' });
export type KnowledgeDto = z.infer<typeof knowledgeDtoSchema>;

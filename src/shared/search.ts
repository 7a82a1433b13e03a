import { z } from 'zod';
import { calendarDay } from './calendarDay';

/** How many passages a search answers with when not told, and at most: beyond 50 nobody reads. */
export const defaultTopK = 8;
export const maximumTopK = 50;

export const searchFiltersSchema = z.strictObject({
  docTypes: z.array(z.string().min(1).max(60)).max(50).optional(),
  productCodes: z.array(z.string().min(1).max(40)).max(200).optional(),
  validOn: calendarDay
    .optional()
    .describe('KST calendar day on which the document must be valid; today when not given.'),
});
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

export const searchSchema = z.strictObject({
  query: z.string().trim().min(1).max(1000),
  topK: z.number().int().min(1).max(maximumTopK).default(defaultTopK),
  filters: searchFiltersSchema.optional(),
});

/**
 * What passages are to a question: `found` carries an answer, `near` is about the same and has to be checked by the reader,
 * `none` is something else.
 */
export const evidenceGradeSchema = z.enum(['found', 'near', 'none']);
export type EvidenceGrade = z.infer<typeof evidenceGradeSchema>;

/** One passage found, as `POST /api/search` and the agent's tool answer it. */
export const passageSchema = z
  .object({
    documentId: z.uuid(),
    chunkId: z.string(),
    title: z.string(),
    docType: z.string(),
    version: z.int().describe('Of the document, from 1.'),
    parentId: z
      .string()
      .describe('Key of the larger passage this one is read with; passages next to each other share it.'),
    heading: z.string(),
    page: z.int().nullable(),
    charStart: z.int().describe("Character range in the document's extracted text, end exclusive."),
    charEnd: z.int(),
    text: z.string(),
    score: z.number().describe('Comparable within one answer only.'),
    highlights: z.array(z.string()).describe('Pieces of `text` that match, verbatim.'),
    duplicates: z
      .array(
        z.object({
          documentId: z.uuid(),
          chunkId: z.string(),
          title: z.string(),
          page: z.int().nullable(),
        }),
      )
      .describe('Where nearly the same text stands too.'),
  })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof passageSchema>;

/** `POST /api/search`: the best first. */
export const searchAnswerSchema = z.object({
  items: z.array(passageSchema),
  nextCursor: z.null(),
  mode: z.enum(['hybrid', 'keyword']),
  degraded: z
    .boolean()
    .describe('True: a part of the search was left out, since it could not be asked or is being made anew.'),
});

/** `POST /api/search/explain`: a retrieval test, also as another person would search. */
export const explainSearchSchema = z.strictObject({
  query: searchSchema.shape.query,
  topK: searchSchema.shape.topK,
  filters: searchFiltersSchema.optional(),
  asEmployeeNo: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .describe("Whose rights the search is run with; without it the caller's own."),
});

/** A passage as one leg found it. */
export const legHitSchema = z
  .object({
    rank: z.int().describe('From 1.'),
    score: z.number().describe('Raw score of the leg.'),
    chunkId: z.string(),
    documentId: z.uuid(),
    title: z.string(),
    heading: z.string(),
    page: z.int().nullable(),
    text: z.string(),
  })
  .meta({ id: 'LegHit' });
export type LegHit = z.infer<typeof legHitSchema>;

/** A fused passage with what each leg gave it; null: not among the candidates of that leg. */
export const explainedPassageSchema = passageSchema
  .extend({
    lexicalScore: z.number().nullable(),
    lexicalRank: z.number().nullable(),
    vectorScore: z.number().nullable(),
    vectorRank: z.number().nullable(),
  })
  .meta({ id: 'ExplainedPassage' });

/** What a search did: question, filter, both legs, fused list, and whether it would be answered. */
export const searchExplanationSchema = z
  .object({
    question: z.object({
      asked: z.string(),
      searched: z.string(),
      expansions: z.array(z.string()),
    }),
    filter: z.object({
      principals: z.array(z.string()).nullable().describe('Principals of the reader; null: may read all.'),
      docTypes: z.array(z.string()).describe('Empty: any.'),
      productCodes: z.array(z.string()),
      validOn: z.string().describe('KST calendar day the documents are valid on.'),
      versions: z.enum(['current', 'all']),
    }),
    mode: z.enum(['hybrid', 'keyword']),
    degradedBy: z
      .string()
      .nullable()
      .describe(
        "Why it was searched without a model that is configured, in the reader's language; null: nothing was left out.",
      ),
    evidence: z
      .object({
        value: z.number(),
        threshold: z.number(),
        enough: z.boolean(),
      })
      .describe('0 to 1; from the threshold on an answer is written from the passages.'),
    legs: z.object({
      lexical: z.array(legHitSchema),
      vector: z.array(legHitSchema),
    }),
    items: z.array(explainedPassageSchema),
  })
  .meta({ id: 'SearchExplanation' });
export type SearchExplanation = z.infer<typeof searchExplanationSchema>;

export const listContentGapsSchema = z.strictObject({
  from: calendarDay.optional().describe('KST calendar days, both inclusive.'),
  to: calendarDay.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What was asked and found nowhere in the documents: questions that ask for the same thing. */
export const contentGapSchema = z
  .object({
    question: z.string().describe('How it was asked last.'),
    count: z.int().describe('How often it was asked.'),
    people: z.int().describe('How many people asked it.'),
    lastAskedAt: z.iso.datetime({ offset: true }),
    examples: z
      .array(
        z.object({
          question: z.string(),
          askedAt: z.iso.datetime({ offset: true }),
          turnId: z.uuid().optional(),
        }),
      )
      .describe('Different wordings, newest first; turns are named to auditors only.'),
    nearestTitle: z
      .string()
      .nullable()
      .describe('Title of the best passage that was found last, though not enough.'),
    askedBy: z
      .array(
        z.object({
          employeeNo: z.string(),
          name: z.string(),
        }),
      )
      .optional()
      .describe('Who asked, for auditors only.'),
  })
  .meta({ id: 'ContentGap' });
export type ContentGap = z.infer<typeof contentGapSchema>;

export const contentGapsSchema = z
  .object({
    items: z.array(contentGapSchema),
    nextCursor: z.null(),
    questions: z
      .int()
      .describe('Questions the groups were made from, and whether there were more than are looked at.'),
    truncated: z.boolean(),
  })
  .meta({ id: 'ContentGaps' });
export type ContentGaps = z.infer<typeof contentGapsSchema>;

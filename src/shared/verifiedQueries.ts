import { z } from 'zod';

const question = z.string().normalize('NFC').trim().min(1).max(500);

/**
 * A query of the semantic model, as the tools take it. Its periods may be said from today, so that it does not age:
 * `{from, to}`; `{unit: 'month', moved: -1}` (last month); `{unit: 'month', last: 3}` (rolling, ends today);
 * `{unit: 'month', since: -11}` (this month and the eleven before it).
 */
const statementSchema = z.strictObject({
  kind: z.literal('figures'),
  subject: z.enum(['sales', 'interactions']),
  query: z.record(z.string(), z.unknown()),
});

/** Approves what a turn asked and ran, or a question with a query. */
export const createVerifiedQuerySchema = z.union([
  z.strictObject({ turnId: z.uuid(), question: question.optional() }),
  z.strictObject({ question, statement: statementSchema }),
]);

export const updateVerifiedQuerySchema = z
  .strictObject({ question: question.optional(), statement: statementSchema.optional() })
  .refine((changes) => changes.question !== undefined || changes.statement !== undefined, {
    error: 'question or statement',
  });

export type VerifiedStatement = z.infer<typeof statementSchema>;
export type NewVerifiedQuery = z.infer<typeof createVerifiedQuerySchema>;
export type VerifiedQueryChanges = z.infer<typeof updateVerifiedQuerySchema>;

/** A question with the query that a person approved for it. */
export const verifiedQueryDtoSchema = z
  .object({
    id: z.int(),
    question: z.string(),
    statement: statementSchema,
    brokenReason: z
      .object({
        ko: z.string(),
        en: z.string(),
      })
      .nullable()
      .describe(
        'Why it is not used, by language: the last check failed. Null: it is offered to similar questions.',
      ),
    approvedBy: z.string().describe('Name of the person who approved it, or changed it last.'),
    turnId: z.uuid().nullable().describe('Turn it was taken from; null: written by hand.'),
    createdAt: z.iso.datetime({ offset: true }),
    checkedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'VerifiedQuery' });
export type VerifiedQueryDto = z.infer<typeof verifiedQueryDtoSchema>;

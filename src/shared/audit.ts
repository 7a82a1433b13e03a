import { z } from 'zod';
import { momentOrDay } from './calendarDay';
import { decimalNumber, numberOrText } from './numberOrText';
import { turnStatusSchema, citationSchema } from './chat';
import { resultTableSchema } from './resultTable';
import { evidenceGradeSchema } from './search';

const name = z.string().trim().min(1).max(200);
const amount = numberOrText(z.number().min(0).max(1e9), decimalNumber);

/**
 * What turns are looked for by; all that is given holds at once. A day counts whole, in Korea. The same names stand in the
 * address of the page, in a saved filter, in an export and in the API.
 */
export const turnFilterSchema = z.strictObject({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe(
      'Words of the question and the answer, all of them, anywhere in other words too; "in quotes" as they stand.',
    ),
  employeeNo: z.string().max(40).optional(),
  team: name.optional().describe('The team the person was in at that time.'),
  from: momentOrDay.optional(),
  to: momentOrDay.optional(),
  status: z.enum(['running', 'completed', 'stopped', 'failed', 'interrupted']).optional(),
  tool: name.optional().describe('A tool that was called.'),
  documentId: z.uuid().optional().describe('A document the answer quotes.'),
  product: name.optional().describe('Code of a product it was about.'),
  customer: name.optional().describe('Code of a customer it was about.'),
  model: name.optional(),
  feedback: z.enum(['up', 'down', 'none']).optional(),
  evidence: z
    .enum(['found', 'near', 'none'])
    .optional()
    .describe('How good what was found in documents was; turns without a search in documents have none.'),
  flag: name.optional().describe('What rules and reviewers have marked it with.'),
  minCostKrw: amount.optional(),
  maxCostKrw: amount.optional(),
  minMs: amount.optional().describe('Milliseconds from the question to the end of the answer.'),
  maxMs: amount.optional(),
});
export type TurnFilter = z.infer<typeof turnFilterSchema>;

export const listTurnsSchema = turnFilterSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const filterName = z.string().trim().min(1).max(100);

export const saveTurnFilterSchema = z.strictObject({
  name: filterName,
  filter: turnFilterSchema,
  shared: z.boolean().default(false).describe('Whether other analysts see it too.'),
});
export const changeTurnFilterSchema = z
  .strictObject({
    name: filterName.optional(),
    filter: turnFilterSchema.optional(),
    shared: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, { message: 'nothing to change' });

/** A filter that is kept by a name: an own one, or one that another analyst shares. */
export const savedTurnFilterDtoSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    filter: turnFilterSchema,
    shared: z.boolean(),
    isOwn: z.boolean(),
    owner: z.string().describe('Name of whose it is.'),
  })
  .meta({ id: 'SavedTurnFilter' });
export type SavedTurnFilterDto = z.infer<typeof savedTurnFilterDtoSchema>;

/** A product or customer a turn was about; a code that is no more is its own name. */
export const namedCodeSchema = z
  .object({
    code: z.string(),
    name: z.string(),
  })
  .meta({ id: 'NamedCode' });
export type NamedCode = z.infer<typeof namedCodeSchema>;

/** What the newest turns have, the most frequent first: what a filter offers. Anything else can be asked for too. */
export const turnChoicesDtoSchema = z
  .object({
    teams: z.array(z.string()),
    tools: z.array(z.string()),
    models: z.array(z.string()),
    flags: z.array(z.string()),
    products: z.array(namedCodeSchema),
    customers: z.array(namedCodeSchema),
    documents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
      }),
    ),
  })
  .meta({ id: 'TurnChoices' });
export type TurnChoicesDto = z.infer<typeof turnChoicesDtoSchema>;

/** One turn as an analyst finds it. */
export const auditTurnDtoSchema = z
  .object({
    turnId: z.uuid(),
    conversationId: z.uuid(),
    employee: z.object({
      employeeNo: z.string(),
      name: z.string(),
      team: z.string().nullable(),
    }),
    question: z.string(),
    answer: z.string(),
    status: turnStatusSchema,
    model: z.string().nullable(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    costKrw: z.number().nullable().describe('What models cost; null: not known.'),
    latencyMs: z
      .number()
      .nullable()
      .describe('Milliseconds from the question to the end of the answer; null while it runs.'),
    firstTokenMs: z.number().nullable().describe('Milliseconds until the first text was there.'),
    tools: z.array(z.string()).describe('Tools that were called, each once.'),
    products: z.array(namedCodeSchema),
    customers: z.array(namedCodeSchema),
    feedback: z.enum(['up', 'down']).nullable(),
    evidence: evidenceGradeSchema
      .nullable()
      .describe('Best grade of what was found in documents; null: they were not searched.'),
    errorCode: z.string().nullable(),
    flags: z.array(z.string()),
    citations: z.array(citationSchema),
    tables: z.array(resultTableSchema).describe('Query results as the person saw them.'),
    startedAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
    conversationDeletedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When the person deleted the chat; null: it is there.'),
  })
  .meta({ id: 'AuditTurn' });
export type AuditTurnDto = z.infer<typeof auditTurnDtoSchema>;

export const spanKinds = [
  'turn',
  'queue',
  'link',
  'memory',
  'model',
  'tool',
  'search',
  'query',
  'event',
] as const;
export type SpanKind = (typeof spanKinds)[number];

/** One step of a turn (or one security event, then without a turn), as stored in `system_trace_logs`. */
export const spanDtoSchema = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    turnId: z.uuid().nullable(),
    kind: z.enum(spanKinds),
    name: z.string(),
    input: z.unknown(),
    output: z.unknown(),
    error: z.string().nullable(),
    startedAt: z.iso.datetime({ offset: true }),
    ms: z.number().describe('Milliseconds the step took.'),
  })
  .meta({ id: 'Span' });
export type SpanDto = z.infer<typeof spanDtoSchema>;

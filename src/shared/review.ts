import { z } from 'zod';
import { calendarDay } from './calendarDay';
import { resultTableSchema } from './resultTable';

/**
 * Why a turn is to be looked at: a rule of the analysts, thumbs down, an answer on weak evidence, no answer, personal data, or
 * an analyst by hand.
 */
export const flagKinds = ['rule', 'feedback', 'low_evidence', 'refusal', 'personal_data', 'manual'] as const;
export type FlagKind = (typeof flagKinds)[number];

export const flagStatuses = ['open', 'in_review', 'decided'] as const;
export type FlagStatus = (typeof flagStatuses)[number];

export const flagDecisions = ['fine', 'wrong_answer', 'missing_document', 'rights_problem', 'other'] as const;
export type FlagDecision = (typeof flagDecisions)[number];

/** Scales of an answer: three of 1 to 5, and a verdict that passes (1) or fails (0). */
export const pointScales = ['correctness', 'groundedness', 'helpfulness'] as const;
export const scoreScales = [...pointScales, 'verdict'] as const;
export type ScoreScale = (typeof scoreScales)[number];

/** Tools a rule can name. */
export const ruleTools = ['search_documents', 'query_sales', 'query_interactions', 'run_sql'] as const;

const comment = z.string().normalize('NFC').trim().min(1).max(2000);
const employeeNo = z.string().trim().min(1).max(40);
const version = z.number().int().min(1);

/** A person as people know each other. */
export const personRefSchema = z
  .object({
    employeeNo: z.string(),
    name: z.string(),
  })
  .meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof personRefSchema>;

/** What a rule asks of a turn: all that is given. */
export const ruleConditionSchema = z
  .strictObject({
    words: z
      .array(z.string().normalize('NFC').trim().min(1).max(100))
      .min(1)
      .max(50)
      .optional()
      .describe('One of these stands in it, in any case.'),
    wordsIn: z
      .enum(['question', 'answer'])
      .optional()
      .describe('Where the words are looked for; not given: in both.'),
    tool: z.enum(ruleTools).optional().describe('It was called.'),
    productCodes: z
      .array(z.string().trim().min(1).max(40))
      .min(1)
      .max(50)
      .optional()
      .describe('The question names one of these, or figures were asked of one.'),
    status: z.enum(['completed', 'stopped', 'failed', 'interrupted']).optional(),
    overKrw: z.number().min(0).max(1_000_000_000).optional().describe('It cost more.'),
    overMs: z.number().int().min(0).max(86_400_000).optional().describe('It took longer, in milliseconds.'),
  })
  .refine(
    ({ wordsIn: _place, ...conditions }) => Object.values(conditions).some((value) => value !== undefined),
    {
      error: 'at least one condition',
    },
  )
  .refine(({ words, wordsIn }) => words !== undefined || wordsIn === undefined, {
    path: ['words'],
    error: 'needed with wordsIn',
  });
export type RuleCondition = z.infer<typeof ruleConditionSchema>;

const ruleName = z.string().normalize('NFC').trim().min(1).max(100);

export const createRuleSchema = z.strictObject({
  name: ruleName,
  condition: ruleConditionSchema,
  active: z.boolean().default(true),
});
export type NewRule = z.infer<typeof createRuleSchema>;

export const updateRuleSchema = z.strictObject({
  /** As it was read: a rule that somebody else changed since is left alone. */
  version,
  name: ruleName.optional(),
  condition: ruleConditionSchema.optional(),
  active: z.boolean().optional(),
});
export type RuleChanges = z.infer<typeof updateRuleSchema>;

/** A Korean calendar day from which on turns are looked at once more. */
export const applyRulesSchema = z.strictObject({ from: calendarDay });

export const flagRuleDtoSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    condition: ruleConditionSchema,
    active: z.boolean(),
    version: z.int(),
    flags: z.int().describe('Turns it has flagged, and those of them that wait for a decision.'),
    undecided: z.int(),
    changedBy: personRefSchema,
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'FlagRule' });
export type FlagRuleDto = z.infer<typeof flagRuleDtoSchema>;

/** What was found that raised a flag; never personal data itself. */
export const flagReasonSchema = z
  .object({
    words: z.array(z.string()).optional().describe('Words of a rule that were found.'),
    grade: z.enum(['near', 'none']).optional().describe('Best grade of the passages that were found.'),
    refusal: z
      .enum(['nothing_found', 'tool_refused', 'model_refused', 'says_so'])
      .optional()
      .describe('What an answer that says nothing came from.'),
    feedback: z
      .object({
        reason: z.string().nullable(),
        comment: z.string().nullable(),
      })
      .optional()
      .describe('Reason and words of who thought the answer bad.'),
    personalData: z
      .record(z.string(), z.number())
      .optional()
      .describe('Kinds of personal data, by how often they stand there.'),
  })
  .meta({ id: 'FlagReason' });
export type FlagReason = z.infer<typeof flagReasonSchema>;

export const flagFilterSchema = z.strictObject({
  kind: z.enum(flagKinds).optional(),
  status: z.enum(flagStatuses).optional(),
  ruleId: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  assignee: employeeNo.optional().describe('Number of a person; `none`: nobody yet.'),
  mine: z.enum(['1']).optional().describe('Those assigned to who asks.'),
});
export type FlagFilter = z.infer<typeof flagFilterSchema>;

export const listFlagsSchema = flagFilterSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const countFlagsSchema = flagFilterSchema.omit({ status: true });

/** How many flags there are of each status. */
export const flagCountsSchema = z.record(z.enum(flagStatuses), z.number());
export type FlagCounts = z.infer<typeof flagCountsSchema>;

export const raiseFlagSchema = z.strictObject({ comment });

export const updateFlagSchema = z
  .strictObject({
    /** As it was read: a flag that somebody else changed since is left alone. */
    version,
    status: z.enum(flagStatuses).optional(),
    assigneeNo: employeeNo.nullable().optional().describe('Null: nobody.'),
    decision: z.enum(flagDecisions).optional().describe('With a decision the flag is decided.'),
    comment: comment.nullable().optional(),
  })
  .refine(({ status, decision }) => decision === undefined || (status ?? 'decided') === 'decided', {
    path: ['status'],
    error: 'decided where there is a decision',
  })
  .refine(
    ({ version: _version, ...changes }) => Object.values(changes).some((value) => value !== undefined),
    {
      error: 'at least one change',
    },
  );
export type FlagChanges = z.infer<typeof updateFlagSchema>;

export const assignFlagsSchema = z.strictObject({
  flags: z
    .array(z.strictObject({ id: z.number().int().min(1).max(2_147_483_647), version }))
    .min(1)
    .max(100),
  assigneeNo: employeeNo.nullable(),
});
export type FlagAssignment = z.infer<typeof assignFlagsSchema>;

/** What came of assigning many: those that somebody had changed meanwhile are left alone. */
export const assignedFlagsSchema = z
  .object({
    assigned: z.array(z.number()),
    changedMeanwhile: z.array(z.number()),
  })
  .meta({ id: 'AssignedFlags' });
export type AssignedFlags = z.infer<typeof assignedFlagsSchema>;

export const flagDtoSchema = z
  .object({
    id: z.int(),
    turnId: z.uuid(),
    kind: z.enum(flagKinds),
    rule: z
      .object({
        id: z.int(),
        name: z.string(),
      })
      .nullable(),
    reason: flagReasonSchema,
    status: z.enum(flagStatuses),
    assignee: personRefSchema.nullable(),
    decision: z.enum(flagDecisions).nullable(),
    comment: z.string().nullable(),
    version: z.int(),
    raisedBy: personRefSchema.nullable().describe('Null: the program.'),
    raisedAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    question: z.string().describe('What was asked, by whom and when.'),
    askedBy: personRefSchema,
    askedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Flag' });
export type FlagDto = z.infer<typeof flagDtoSchema>;

/** A flag or a score at one time, with names as of then. */
export const reviewStateSchema = z
  .discriminatedUnion('of', [
    z.object({
      of: z.literal('flag'),
      status: z.enum(flagStatuses),
      assignee: personRefSchema.nullable(),
      decision: z.enum(flagDecisions).nullable(),
      comment: z.string().nullable(),
    }),
    z.object({
      of: z.literal('score'),
      scale: z.enum(scoreScales),
      value: z.number(),
      comment: z.string().nullable(),
    }),
  ])
  .meta({ id: 'ReviewState' });
export type ReviewState = z.infer<typeof reviewStateSchema>;

export const reviewChangeDtoSchema = z
  .object({
    id: z.int(),
    flagId: z.int().nullable(),
    scoreId: z.int().nullable(),
    changedBy: personRefSchema.nullable().describe('Null: the program.'),
    changedAt: z.iso.datetime({ offset: true }),
    before: reviewStateSchema.nullable().describe('Null: it was made.'),
    after: reviewStateSchema,
  })
  .meta({ id: 'ReviewChange' });
export type ReviewChangeDto = z.infer<typeof reviewChangeDtoSchema>;

/** Flags of a turn, with all that was done about them and its scores. */
export const turnFlagsDtoSchema = z
  .object({
    items: z.array(flagDtoSchema),
    nextCursor: z.null(),
    history: z.array(reviewChangeDtoSchema).describe('First to last.'),
  })
  .meta({ id: 'TurnFlags' });
export type TurnFlagsDto = z.infer<typeof turnFlagsDtoSchema>;

export const saveScoreSchema = z.discriminatedUnion('scale', [
  z.strictObject({
    scale: z.enum(pointScales),
    value: z.number().int().min(1).max(5),
    comment: comment.nullable().default(null),
  }),
  z.strictObject({
    scale: z.literal('verdict'),
    value: z.union([z.literal(0), z.literal(1)]),
    comment: comment.nullable().default(null),
  }),
]);
export type NewScore = z.infer<typeof saveScoreSchema>;

export const scoreDtoSchema = z
  .object({
    id: z.int(),
    scale: z.enum(scoreScales),
    value: z.number(),
    comment: z.string().nullable(),
    by: personRefSchema,
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Score' });
export type ScoreDto = z.infer<typeof scoreDtoSchema>;

/**
 * By what a case is judged: the passages or the figures of an answer that was right, the words of one that was put right by
 * hand, or that nothing is known.
 */
export const caseExpectations = ['passages', 'figures', 'answer', 'no_answer'] as const;
export type CaseExpectation = (typeof caseExpectations)[number];

export const createCaseSchema = z.strictObject({
  turnId: z.uuid(),
  answer: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      'The right answer, where the one given was wrong: its passages and figures are not taken over then.',
    ),
  expects: z
    .enum(['no_answer'])
    .optional()
    .describe('`no_answer`: the right answer is that nothing is known. Not given: as the turn was answered.'),
  comment: comment.optional(),
});
export type NewCase = z.infer<typeof createCaseSchema>;

/** A passage by the document it stands in: keys of documents change when they are uploaded anew. */
export const casePassageSchema = z
  .object({
    file: z.string(),
    title: z.string(),
    quote: z.string(),
  })
  .meta({ id: 'CasePassage' });
export type CasePassage = z.infer<typeof casePassageSchema>;

export const evaluationCaseDtoSchema = z
  .object({
    id: z.int(),
    turnId: z.uuid().nullable().describe('Null: the turn is gone.'),
    expects: z.enum(caseExpectations),
    question: z.string(),
    askedBy: personRefSchema,
    askedOn: z.iso.date().describe('Korean calendar day.'),
    answer: z.string(),
    passages: z.array(casePassageSchema),
    tables: z.array(resultTableSchema),
    comment: z.string().nullable(),
    madeBy: personRefSchema,
    createdAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'EvaluationCase' });
export type EvaluationCaseDto = z.infer<typeof evaluationCaseDtoSchema>;

import { z } from 'zod';
import { calendarDay } from './calendarDay';
import { contentGapSchema } from './search';

/** Days of one look: beyond a year of weeks nothing is compared, and by hour a month is all that can be seen. */
export const maximumDays = 400;
const maximumDaysByHour = 31;
const dayMs = 86_400_000;

/** Calendar days from the first to the last, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** Whose turns are counted, and of which Korean days, both inclusive. */
const filter = z.strictObject({
  from: calendarDay,
  to: calendarDay,
  team: z.string().trim().min(1).max(100).optional(),
  employeeNo: z.string().trim().min(1).max(40).optional(),
  model: z.string().trim().min(1).max(200).optional().describe('Model that answered.'),
});

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { path: ['to'], message: 'to must not be before from' };
const short = ({ from, to }: { from: string; to: string }) => daysBetween(from, to) <= maximumDays;
const length = { path: ['to'], message: `at most ${maximumDays} days` };

export const numbersQuerySchema = filter.refine(inOrder, order).refine(short, length);
export type NumbersQuery = z.infer<typeof numbersQuerySchema>;

export const timeUnits = ['hour', 'day', 'week', 'month'] as const;
export type TimeUnit = (typeof timeUnits)[number];

export const usageNumbersQuerySchema = filter
  .extend({ by: z.enum(timeUnits).default('day') })
  .refine(inOrder, order)
  .refine(short, length)
  .refine(({ by, from, to }) => by !== 'hour' || daysBetween(from, to) <= maximumDaysByHour, {
    path: ['by'],
    message: `by hour at most ${maximumDaysByHour} days`,
  });

/** Turns as they ended, and those that still run. */
export const turnCountsSchema = z
  .object({
    turns: z
      .int()
      .describe(
        'Questions accepted, those asked again or on another branch included, and those in chats that were deleted since.',
      ),
    completed: z.int(),
    stopped: z.int(),
    failed: z.int(),
    interrupted: z.int(),
    running: z.int(),
    people: z.int(),
    conversations: z.int().describe('Chats with a question in that time.'),
  })
  .meta({ id: 'TurnCounts' });
export type TurnCounts = z.infer<typeof turnCountsSchema>;

/** A span of time: `2026-11-26T09` for an hour, the first day of a day or week, `2026-11` for a month. All Korean. */
export const usageNumbersDtoSchema = z
  .object({
    by: z.enum(timeUnits),
    total: turnCountsSchema,
    items: z
      .array(
        turnCountsSchema.extend({
          start: z.string(),
        }),
      )
      .describe('Without a gap; a first week or month is counted from `from` on.'),
  })
  .meta({ id: 'UsageNumbers' });
export type UsageNumbersDto = z.infer<typeof usageNumbersDtoSchema>;

/** A question that was not answered, with the turn it leads to. */
export const failedQuestionsSchema = z
  .object({
    question: z.string(),
    count: z.int(),
    people: z.int(),
    errorCodes: z.array(z.string()).describe('Codes of the error catalogue, the most frequent first.'),
    lastAskedAt: z.iso.datetime({ offset: true }),
    examples: z.array(
      z.object({
        question: z.string(),
        askedAt: z.iso.datetime({ offset: true }),
        turnId: z.uuid(),
      }),
    ),
  })
  .meta({ id: 'FailedQuestions' });
export type FailedQuestions = z.infer<typeof failedQuestionsSchema>;

export const unansweredNumbersDtoSchema = z
  .object({
    turns: z.int(),
    refused: z
      .object({
        total: z.int(),
        codes: z.array(
          z.object({
            code: z.string(),
            count: z.int(),
          }),
        ),
      })
      .nullable()
      .describe(
        'Questions that were not taken on, by code; their words are not kept. Null where a model is asked for: none has seen them.',
      ),
    notKnown: z
      .int()
      .describe(
        'Answered without a passage and without figures though documents were searched; asked again: by its last answer.',
      ),
    failed: z.int(),
    interrupted: z.int(),
    notKnownQuestions: z
      .array(contentGapSchema)
      .describe('What the documents lack, alike questions together; the newest `looked` of them.'),
    failedQuestions: z.array(failedQuestionsSchema),
    truncated: z.boolean().describe('There were more questions than were looked at.'),
  })
  .meta({ id: 'UnansweredNumbers' });
export type UnansweredNumbersDto = z.infer<typeof unansweredNumbersDtoSchema>;

/** What answers stand on. */
export const groundednessCountsSchema = z
  .object({
    answers: z.int().describe('Turns that were completed.'),
    cited: z.int(),
    withFigures: z.int(),
    grounded: z.int().describe('Cited or with figures.'),
    found: z.int().describe('Best evidence found in documents.'),
    near: z.int(),
    none: z.int(),
    notSearched: z.int().describe('Documents were not searched.'),
  })
  .meta({ id: 'GroundednessCounts' });
export type GroundednessCounts = z.infer<typeof groundednessCountsSchema>;

export const groundednessNumbersDtoSchema = z
  .object({
    total: groundednessCountsSchema.extend({
      citations: z.int(),
      quotes: z.int().describe('Citations with the words of the passage they stand for.'),
    }),
    byDay: z.array(
      groundednessCountsSchema.extend({
        day: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'GroundednessNumbers' });
export type GroundednessNumbersDto = z.infer<typeof groundednessNumbersDtoSchema>;

export const feedbackCountsSchema = z
  .object({
    answers: z.int(),
    up: z.int(),
    down: z.int(),
  })
  .meta({ id: 'FeedbackCounts' });
export type FeedbackCounts = z.infer<typeof feedbackCountsSchema>;

export const feedbackNumbersDtoSchema = z
  .object({
    total: feedbackCountsSchema,
    byDay: z
      .array(
        feedbackCountsSchema.extend({
          day: z.iso.date(),
        }),
      )
      .describe('Of answers given on that day, whenever the opinion was.'),
    reasons: z
      .array(
        z.object({
          reason: z.string().nullable(),
          count: z.int(),
        }),
      )
      .describe('Of bad opinions; null: none was chosen.'),
    latest: z
      .array(
        z.object({
          turnId: z.uuid(),
          question: z.string(),
          reason: z.string().nullable(),
          comment: z.string().nullable(),
          askedAt: z.iso.datetime({ offset: true }),
        }),
      )
      .describe('The newest bad opinions.'),
  })
  .meta({ id: 'FeedbackNumbers' });
export type FeedbackNumbersDto = z.infer<typeof feedbackNumbersDtoSchema>;

/** Milliseconds; null where nothing was measured. */
export const percentilesSchema = z
  .object({
    count: z.int(),
    p50: z.number().nullable(),
    p95: z.number().nullable(),
    p99: z.number().nullable(),
  })
  .meta({ id: 'Percentiles' });
export type Percentiles = z.infer<typeof percentilesSchema>;

export const latencyNumbersDtoSchema = z
  .object({
    total: percentilesSchema.describe('From the question to the end of a completed answer.'),
    firstText: percentilesSchema.describe('From the question to its first text.'),
    byDay: z.array(
      z.object({
        day: z.iso.date(),
        total: percentilesSchema,
        firstText: percentilesSchema,
      }),
    ),
    steps: z
      .array(
        percentilesSchema.extend({
          kind: z.string(),
          name: z.string(),
        }),
      )
      .describe('Exact to 5 %: times are kept in steps a twelfth wide.'),
  })
  .meta({ id: 'LatencyNumbers' });
export type LatencyNumbersDto = z.infer<typeof latencyNumbersDtoSchema>;

export const costCountsSchema = z
  .object({
    turns: z.int(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    costKrw: z.number().describe('As far as prices were set when it was answered.'),
    unpriced: z.int().describe('Turns that asked a model whose price was not set.'),
  })
  .meta({ id: 'CostCounts' });
export type CostCounts = z.infer<typeof costCountsSchema>;

/** What answers used; summaries that are written behind them are in the day's usage only. */
export const costNumbersDtoSchema = z
  .object({
    total: costCountsSchema,
    byDay: z.array(
      costCountsSchema.extend({
        day: z.iso.date(),
      }),
    ),
    byPerson: z.array(
      costCountsSchema.extend({
        employeeNo: z.string(),
        name: z.string(),
        team: z.string().nullable(),
      }),
    ),
    byTeam: z.array(
      costCountsSchema.extend({
        team: z.string().nullable(),
      }),
    ),
    byModel: z.array(
      costCountsSchema.extend({
        model: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CostNumbers' });
export type CostNumbersDto = z.infer<typeof costNumbersDtoSchema>;

/** What the numbers can be filtered by. */
export const numbersChoicesDtoSchema = z
  .object({
    teams: z.array(z.string()),
    models: z.array(z.string()),
  })
  .meta({ id: 'NumbersChoices' });
export type NumbersChoicesDto = z.infer<typeof numbersChoicesDtoSchema>;

import { z } from 'zod';
import { calendarDay } from '../shared/calendarDay';
import { interactionDimensions, salesDimensions } from './semanticModel/dimensions';
import { interactionMetrics } from './semanticModel/interactionMetrics';
import { salesMetrics } from './semanticModel/salesMetrics';
import type { Dimension, Metric } from './semanticModel/types';
import { customerTypes, interactionTypes } from './semanticModel/values';

/** Rows of an answer when not told: more than anybody reads, few enough for a model. */
export const defaultRowLimit = 100;
/** Contacts in a list when not told: each is a paragraph. */
export const defaultListLimit = 20;
/** Rows of an answer at most. */
export const maximumRowLimit = 500;
/** Names in one filter: all customers of a rep fit. */
const maximumNames = 500;

/** What a comparison adds to the first metric that can be compared. */
export const comparedMeasures = ['change', 'growth'] as const;

const day = calendarDay.describe('Calendar day in Korea, YYYY-MM-DD.');

/** Days, both inclusive; `queryMistake` checks that they are in order. */
const period = z.strictObject({ from: day, to: day });

const filters = z.strictObject({
  employeeNos: names('Whose rows: employee numbers, or names as in the question.'),
  teams: names('Sales teams of the employees, such as 서울1팀.'),
  customers: names('Customer codes, or names as in the question.'),
  customerTypes: z
    .array(z.enum(keysOf(customerTypes)))
    .min(1)
    .optional()
    .describe('Kinds of customer.'),
  regions: names('Regions of the customers: 서울, 강남구 or 서울 강남구.'),
  grades: names('Grades of the customers, such as A.'),
  products: names('Product codes, brands with strength (나루암로정 5mg) or without it (all strengths).'),
  therapeuticClasses: names('Therapeutic classes of the products, such as 고혈압.'),
  ingredients: names('Active ingredients, or the beginning of one; combinations that contain it count too.'),
  reimbursed: z.boolean().optional().describe('Products: true is 급여, false is 비급여.'),
});

const interactionFilters = filters.extend({
  interactionTypes: z
    .array(z.enum(keysOf(interactionTypes)))
    .min(1)
    .optional()
    .describe('Kinds of contact.'),
});

/** What `query_sales` takes. Names and descriptions come from the semantic model. */
export const salesQuerySchema = querySchema(salesMetrics, salesDimensions, filters);

/** What `query_interactions` takes: figures, or with `list` the contacts themselves. */
export const interactionsQuerySchema = querySchema(
  interactionMetrics,
  interactionDimensions,
  interactionFilters,
).extend({
  list: z
    .boolean()
    .optional()
    .describe(
      'The contacts themselves, latest first, with summary and next action; metrics and dimensions are not used.',
    ),
});

export type SalesQuery = z.infer<typeof salesQuerySchema>;
export type InteractionsQuery = z.infer<typeof interactionsQuerySchema>;
export type FigureFilters = z.infer<typeof interactionFilters>;
export type Comparison = NonNullable<SalesQuery['compare']>;

/** A query with what it is about. */
export type FigureRequest =
  { subject: 'sales'; query: SalesQuery } | { subject: 'interactions'; query: InteractionsQuery };

/** The parts both queries have, with any metric and dimension: what compiling needs. */
export interface FigureQuery {
  metrics: string[];
  dimensions?: string[];
  period: z.infer<typeof period>;
  compare?: Comparison;
  filters?: FigureFilters;
  mine?: boolean;
  thresholds?: Threshold[];
  allAssignedCustomers?: boolean;
  order?: { by: string; direction: 'asc' | 'desc' };
  limit?: number;
}

/** Bounds of one figure; all that are given must hold. */
export interface Threshold {
  measure: string;
  atLeast?: number;
  atMost?: number;
  above?: number;
  below?: number;
}

function querySchema<MetricKey extends string, DimensionKey extends string, Filters extends z.ZodType>(
  metrics: Record<MetricKey, Metric>,
  dimensions: Record<DimensionKey, Dimension>,
  filterSchema: Filters,
) {
  const measure = z.enum([...keysOf(metrics), ...comparedMeasures]);
  const sortable = z.enum([...keysOf(metrics), ...comparedMeasures, ...keysOf(dimensions)]);
  return z.strictObject({
    metrics: z
      .array(z.enum(keysOf(metrics)))
      .min(1)
      .max(8)
      .describe(`What to count. ${meanings(metrics)}`),
    dimensions: z
      .array(z.enum(keysOf(dimensions)))
      .max(3)
      .optional()
      .describe(`What to group by. ${meanings(dimensions)}`),
    period: period.describe('First and last day, both inclusive.'),
    compare: z
      .union([z.enum(['previous', 'lastYear']), period])
      .optional()
      .describe(
        'Adds another period with change and growth: the one before, the same days of last year, or a given one.',
      ),
    filters: filterSchema.optional().describe('Only rows that meet all of these.'),
    mine: z
      .boolean()
      .optional()
      .describe('Only rows of the person who asks ("내 실적"). Otherwise all rows that person may see.'),
    thresholds: z
      .array(
        z.strictObject({
          measure,
          atLeast: z.number().optional(),
          atMost: z.number().optional(),
          above: z.number().optional(),
          below: z.number().optional(),
        }),
      )
      .max(4)
      .optional()
      .describe('Only groups within these bounds: KRW, counts, or fractions (0.8 is 80 %).'),
    allAssignedCustomers: z
      .boolean()
      .optional()
      .describe(
        'With the dimension customer alone: the customers looked after today, also those without any row.',
      ),
    order: z.strictObject({ by: sortable, direction: z.enum(['asc', 'desc']) }).optional(),
    limit: z
      .number()
      .int()
      .min(1)
      .max(maximumRowLimit)
      .optional()
      .describe('Rows to return: 5 for a top five.'),
  });
}

function names(text: string) {
  return z.array(z.string().trim().min(1).max(200)).min(1).max(maximumNames).optional().describe(text);
}

/** "amount: Sales, sales are the sum of ..." for the model that chooses. */
function meanings(
  entries: Record<string, Pick<Metric, 'label'> & Partial<Pick<Metric, 'definition'>>>,
): string {
  return Object.entries(entries)
    .map(([key, { label, definition }]) => `${key}: ${label.ko}, ${definition?.en ?? label.en}`)
    .join('; ');
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}

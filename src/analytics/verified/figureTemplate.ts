import { z } from 'zod';
import {
  interactionsQuerySchema,
  salesQuerySchema,
  type Comparison,
  type FigureQuery,
  type FigureRequest,
} from '../figureQuery';
import type { Day, Period } from '../period/calendar';
import { periodOn, periodTemplateOf, periodTemplateSchema } from './periodTemplate';

const times = {
  period: periodTemplateSchema,
  compare: z.union([z.enum(['previous', 'lastYear']), periodTemplateSchema]).optional(),
};

/** A request for figures, with times that may be said from today. */
export const figureTemplateSchema = z.discriminatedUnion('subject', [
  z.strictObject({ subject: z.literal('sales'), query: salesQuerySchema.extend(times) }),
  z.strictObject({ subject: z.literal('interactions'), query: interactionsQuerySchema.extend(times) }),
]);

export type FigureTemplate = z.infer<typeof figureTemplateSchema>;

/** What a question says itself of when, and what that is compared with. */
export interface OwnTimes {
  period?: Period;
  compare?: Comparison;
}

/** The request a template stands for on a day; the times a question names itself go before those of the template. */
export function requestOf({ subject, query }: FigureTemplate, today: Day, own: OwnTimes = {}): FigureRequest {
  const period = own.period ?? periodOn(query.period, today);
  const compare =
    own.compare ?? (typeof query.compare === 'object' ? periodOn(query.compare, today) : query.compare);
  const resolved = { ...query, period, ...(compare ? { compare } : {}) };
  return { subject, query: resolved } as FigureRequest;
}

/**
 * The template of a request that answered a question on a day.
 * @param askedOn the request the question makes on a day, as far as it is understood.
 */
export function templateOf(
  { subject, query }: FigureRequest,
  today: Day,
  askedOn: (day: Day) => Pick<FigureQuery, 'period' | 'compare'> | undefined,
): FigureTemplate {
  const { compare } = query;
  const template = {
    subject,
    query: {
      ...query,
      period: periodTemplateOf(query.period, today, (day) => askedOn(day)?.period),
      ...(typeof compare === 'object'
        ? { compare: periodTemplateOf(compare, today, (day) => fixedPeriod(askedOn(day)?.compare)) }
        : {}),
    },
  };
  return template as FigureTemplate;
}

function fixedPeriod(compare: Comparison | undefined): Period | undefined {
  return typeof compare === 'object' ? compare : undefined;
}

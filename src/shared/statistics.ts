import { z } from 'zod';
import { calendarMonth } from './calendarDay';
import { documentLinkDtoSchema } from './relations';
import { resultTableSchema, periodSchema } from './resultTable';

const inOrder = ({ from, to }: { from?: string; to?: string }) => !from || !to || from <= to;
const order = { path: ['to'], message: 'to must not be before from' };

const scope = {
  /** Own rows, or all that the reader may see: a manager the team, a rep also all of the assigned customers. */
  whose: z.enum(['mine', 'all']).default('all'),
  team: z.string().trim().min(1).max(100).optional(),
  employeeNo: z.string().trim().min(1).max(40).optional(),
};

/** Months, both inclusive. */
const months = { from: calendarMonth.optional(), to: calendarMonth.optional() };

export const performanceQuerySchema = z.strictObject({ ...scope, ...months }).refine(inOrder, order);
export const achievementQuerySchema = z
  .strictObject({ ...scope, ...months, by: z.enum(['employee', 'product', 'team']).default('employee') })
  .refine(inOrder, order);
export const trendQuerySchema = z.strictObject({ ...scope, ...months }).refine(inOrder, order);
export const rankingQuerySchema = z
  .strictObject({
    ...scope,
    ...months,
    of: z.enum(['customer', 'product', 'employee']),
    metric: z.enum(['amount', 'quantity']).default('amount'),
    limit: z.coerce.number().int().min(1).max(100).default(10),
  })
  .refine(inOrder, order);

export type StatisticsScope = Pick<z.infer<typeof performanceQuerySchema>, 'whose' | 'team' | 'employeeNo'>;
export type Months = Pick<z.infer<typeof performanceQuerySchema>, 'from' | 'to'>;
export type AchievementQuery = z.infer<typeof achievementQuerySchema>;
export type RankingQuery = z.infer<typeof rankingQuerySchema>;

/** How old the monthly figures are that trends and rankings are made of. */
export const freshnessDtoSchema = z
  .object({
    refreshedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When they were last brought up to date (ISO 8601); null: never noted.'),
    dataChangedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When what they are made of last changed; null: never noted.'),
    stale: z.boolean().describe('They lack changes that a refresh under way or to come will bring.'),
  })
  .meta({ id: 'Freshness' });
export type FreshnessDto = z.infer<typeof freshnessDtoSchema>;

/** What every statistic says of itself. */
export const statisticsMetaSchema = z
  .object({
    scope: z.string().describe('Whose figures, in words.'),
    period: periodSchema.describe('Korean days, both inclusive.'),
    definition: z.string().describe('What the figures mean, in words.'),
    asOf: z.iso.date().describe('The Korean day they were read.'),
    freshness: freshnessDtoSchema,
  })
  .meta({ id: 'StatisticsMeta' });

/** A statistic that is one table; `source`: the monthly figures, or the sales and contacts themselves. */
export const statisticsTableSchema = statisticsMetaSchema
  .extend({
    source: z.enum(['monthly', 'records']),
    table: resultTableSchema,
  })
  .meta({ id: 'StatisticsTable' });
export type StatisticsTable = z.infer<typeof statisticsTableSchema>;

/** Sums of a period. Amounts in KRW; rates are fractions, null where there is nothing to compare with. */
export const performanceDtoSchema = statisticsMetaSchema
  .extend({
    amount: z.number(),
    quantity: z.number(),
    targetAmount: z.number().nullable(),
    achievementRate: z.number().nullable(),
    previous: z
      .object({
        period: periodSchema,
        amount: z.number(),
        growth: z.number().nullable(),
      })
      .describe('The period before, by as many days.'),
    lastYear: z.object({
      period: periodSchema,
      amount: z.number(),
      growth: z.number().nullable(),
    }),
    visits: z.number(),
    customersVisited: z.number(),
  })
  .meta({ id: 'Performance' });
export type PerformanceDto = z.infer<typeof performanceDtoSchema>;

export const customerVisitDtoSchema = z
  .object({
    id: z.int(),
    occurredAt: z.iso.datetime({ offset: true }).describe('ISO 8601.'),
    type: z.string(),
    employeeName: z.string(),
    products: z.array(z.string()),
    summary: z.string(),
    nextAction: z.string().nullable(),
    mayLink: z.boolean().describe('The reader may say which documents were used in it.'),
  })
  .meta({ id: 'CustomerVisit' });
export type CustomerVisitDto = z.infer<typeof customerVisitDtoSchema>;

/** What the reader may know of a customer. */
export const customerSheetDtoSchema = statisticsMetaSchema
  .extend({
    customer: z.object({
      code: z.string(),
      name: z.string(),
      type: z.string(),
      region: z.string().nullable(),
      address: z.string().nullable(),
      grade: z.string().nullable(),
      aliases: z.array(z.string()),
    }),
    assigned: z
      .array(
        z.object({
          employeeNo: z.string(),
          name: z.string(),
          team: z.string().nullable(),
          since: z.string(),
        }),
      )
      .describe('Who looks after it today, as far as the reader may see them.'),
    amount: z.number().describe('Amount of the months of the trend.'),
    trend: resultTableSchema.describe('By month.'),
    products: resultTableSchema.describe('What it buys, with the share of each product.'),
    visits: z.array(customerVisitDtoSchema).describe('The latest contacts.'),
    visitCount: z.number().describe('Contacts in the period.'),
    documents: z.array(documentLinkDtoSchema),
    mayLink: z.boolean().describe('The reader may link documents to the customer itself.'),
  })
  .meta({ id: 'CustomerSheet' });
export type CustomerSheetDto = z.infer<typeof customerSheetDtoSchema>;

/** What the reader may know of a product. */
export const productSheetDtoSchema = statisticsMetaSchema
  .extend({
    product: z.object({
      code: z.string(),
      brand: z.string(),
      ingredient: z.string(),
      reimbursed: z.boolean(),
      therapeuticClass: z.string(),
      unitPrice: z.number(),
      active: z.boolean(),
    }),
    amount: z.number(),
    quantity: z.number(),
    trend: resultTableSchema,
    customers: resultTableSchema.describe('Who buys most of it.'),
    documents: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          docType: z.string(),
          validFrom: z.iso.date().nullable(),
          validTo: z.iso.date().nullable(),
        }),
      )
      .describe('Documents about it that the reader may read.'),
  })
  .meta({ id: 'ProductSheet' });
export type ProductSheetDto = z.infer<typeof productSheetDtoSchema>;

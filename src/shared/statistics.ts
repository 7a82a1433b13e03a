import { z } from 'zod';
import type { Period, ResultTable } from './resultTable';
import type { DocumentLinkDto } from './relations';

/** A calendar month, YYYY-MM. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const inOrder = ({ from, to }: { from?: string; to?: string }) => !from || !to || from <= to;
const order = { path: ['to'], message: 'to must not be before from' };

const scope = {
  /** Own rows, or all that the reader may see: a manager the team, a rep also all of the assigned customers. */
  whose: z.enum(['mine', 'all']).default('all'),
  team: z.string().trim().min(1).max(100).optional(),
  employeeNo: z.string().trim().min(1).max(40).optional(),
};

/** Months, both inclusive. */
const months = { from: month.optional(), to: month.optional() };

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
export interface FreshnessDto {
  /** When they were last brought up to date (ISO 8601); null: never noted. */
  refreshedAt: string | null;
  /** When what they are made of last changed; null: never noted. */
  dataChangedAt: string | null;
  /** They lack changes that a refresh under way or to come will bring. */
  stale: boolean;
}

/** What every statistic says of itself. */
export interface StatisticsMeta {
  /** Whose figures, in words. */
  scope: string;
  /** Korean days, both inclusive. */
  period: Period;
  /** What the figures mean, in words. */
  definition: string;
  /** The Korean day they were read. */
  asOf: string;
  freshness: FreshnessDto;
}

/** A statistic that is one table; `source`: the monthly figures, or the sales and contacts themselves. */
export interface StatisticsTable extends StatisticsMeta {
  source: 'monthly' | 'records';
  table: ResultTable;
}

/** Sums of a period. Amounts in KRW; rates are fractions, null where there is nothing to compare with. */
export interface PerformanceDto extends StatisticsMeta {
  amount: number;
  quantity: number;
  targetAmount: number | null;
  achievementRate: number | null;
  /** The period before, by as many days. */
  previous: { period: Period; amount: number; growth: number | null };
  lastYear: { period: Period; amount: number; growth: number | null };
  visits: number;
  customersVisited: number;
}

export interface CustomerVisitDto {
  id: number;
  /** ISO 8601. */
  occurredAt: string;
  type: string;
  employeeName: string;
  products: string[];
  summary: string;
  nextAction: string | null;
  /** The reader may say which documents were used in it. */
  mayLink: boolean;
}

/** What the reader may know of a customer. */
export interface CustomerSheetDto extends StatisticsMeta {
  customer: {
    code: string;
    name: string;
    type: string;
    region: string | null;
    address: string | null;
    grade: string | null;
    aliases: string[];
  };
  /** Who looks after it today, as far as the reader may see them. */
  assigned: { employeeNo: string; name: string; team: string | null; since: string }[];
  /** Amount of the months of the trend. */
  amount: number;
  /** By month. */
  trend: ResultTable;
  /** What it buys, with the share of each product. */
  products: ResultTable;
  /** The latest contacts. */
  visits: CustomerVisitDto[];
  /** Contacts in the period. */
  visitCount: number;
  documents: DocumentLinkDto[];
  /** The reader may link documents to the customer itself. */
  mayLink: boolean;
}

/** What the reader may know of a product. */
export interface ProductSheetDto extends StatisticsMeta {
  product: {
    code: string;
    brand: string;
    ingredient: string;
    reimbursed: boolean;
    therapeuticClass: string;
    unitPrice: number;
    active: boolean;
  };
  amount: number;
  quantity: number;
  trend: ResultTable;
  /** Who buys most of it. */
  customers: ResultTable;
  /** Documents about it that the reader may read. */
  documents: {
    id: string;
    title: string;
    docType: string;
    validFrom: string | null;
    validTo: string | null;
  }[];
}

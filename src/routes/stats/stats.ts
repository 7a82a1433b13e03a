import { z } from 'zod';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import type { DocumentLinks } from '../../relations/documentLinks';
import type { Repositories } from '../../repositories/repositories';
import {
  achievementQuerySchema,
  performanceQuerySchema,
  rankingQuerySchema,
  trendQuerySchema,
  freshnessDtoSchema,
  performanceDtoSchema,
  statisticsTableSchema,
  customerSheetDtoSchema,
  productSheetDtoSchema,
} from '../../shared/statistics';
import type { Reader, StatisticsParts } from '../../statistics/context';
import { readCustomerSheet } from '../../statistics/customerSheet';
import { readPerformance } from '../../statistics/performance';
import { readProductSheet } from '../../statistics/productSheet';
import { readAchievement, readRanking, readTrend } from '../../statistics/statistics';
import { route, type Route } from '../route';

const params = z.strictObject({ code: z.string().min(1).max(40) });

/** Statistics for dashboards, each with the rights of the person who asks and with scope, period, meaning and freshness. */
export function statsRoutes(
  parts: StatisticsParts & { documentLinks: DocumentLinks; repositories: Repositories },
): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/stats/freshness',
      summary: 'When the monthly performance was last brought up to date, and whether it lacks changes.',
      who: 'signedIn',
      record: 'access',
      answer: freshnessDtoSchema,
      handle: () => parts.freshness(),
    }),
    route({
      method: 'get',
      path: '/api/stats/performance',
      summary:
        'Sales, target, achievement, growth on the period before and on last year, visits: own (`whose=mine`) or all ' +
        'the reader may see; of this month, or of the months `from` to `to` (YYYY-MM).',
      who: 'signedIn',
      record: 'access',
      query: performanceQuerySchema,
      problems: ['not_found'],
      answer: performanceDtoSchema,
      handle: async ({ actor, query }) => readPerformance(query, readerOf(actor), parts),
    }),
    route({
      method: 'get',
      path: '/api/stats/achievement',
      summary: 'Sales, target and achievement by person, product or team.',
      who: 'signedIn',
      record: 'access',
      query: achievementQuerySchema,
      problems: ['not_found'],
      answer: statisticsTableSchema,
      handle: async ({ actor, query }) => readAchievement(query, readerOf(actor), parts),
    }),
    route({
      method: 'get',
      path: '/api/stats/trend',
      summary: 'Sales and contacts by month, of the last thirteen when not told.',
      who: 'signedIn',
      record: 'access',
      query: trendQuerySchema,
      problems: ['not_found'],
      answer: statisticsTableSchema,
      handle: async ({ actor, query }) => readTrend(query, readerOf(actor), parts),
    }),
    route({
      method: 'get',
      path: '/api/stats/ranking',
      summary: 'The customers, products or people with the most sales or units.',
      who: 'signedIn',
      record: 'access',
      query: rankingQuerySchema,
      problems: ['not_found'],
      answer: statisticsTableSchema,
      handle: async ({ actor, query }) => readRanking(query, readerOf(actor), parts),
    }),
    route({
      method: 'get',
      path: '/api/stats/customers/:code',
      summary:
        'A customer: its data, a year of sales, what it buys, latest contacts, documents that belong to it.',
      who: 'signedIn',
      record: 'access',
      params,
      answer: customerSheetDtoSchema,
      handle: async ({ actor, params: { code } }) => readCustomerSheet(code, readerOf(actor), parts),
    }),
    route({
      method: 'get',
      path: '/api/stats/products/:code',
      summary: 'A product: its data, a year of sales, who buys most of it, documents about it.',
      who: 'signedIn',
      record: 'access',
      params,
      answer: productSheetDtoSchema,
      handle: async ({ actor, params: { code } }) => readProductSheet(code, readerOf(actor), parts),
    }),
  ];
}

function readerOf(actor: Actor): Reader {
  return { actor, language: requestContext()?.language ?? 'ko', now: new Date() };
}

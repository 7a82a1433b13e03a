import type { ResultTable } from '../shared/resultTable';
import type {
  AchievementQuery,
  FreshnessDto,
  Months,
  RankingQuery,
  StatisticsScope,
  StatisticsTable,
} from '../shared/statistics';
import { figuresFor, scopeOf, todayOf, type Reader, type StatisticsParts } from './context';
import { rankingTable, trendTable } from './monthlyTables';
import { daysOf, monthsOf, usualTrendMonths } from './months';

/** Sales, targets and how far each of them is met, by person, product or team. */
export async function readAchievement(
  asked: AchievementQuery,
  reader: Reader,
  parts: StatisticsParts,
): Promise<StatisticsTable> {
  const today = todayOf(reader);
  const period = daysOf(monthsOf(asked, today), today);
  const { table } = await figuresFor(
    {
      subject: 'sales',
      query: {
        period,
        ...scopeOf(asked),
        metrics: ['amount', 'targetAmount', 'achievementRate'],
        dimensions: [asked.by],
      },
    },
    reader,
    parts,
  );
  return asStatistic(table, 'records', await parts.freshness());
}

/** Sales and contacts by month, of the last thirteen months when not told. */
export async function readTrend(
  asked: StatisticsScope & Months,
  reader: Reader,
  parts: StatisticsParts,
): Promise<StatisticsTable> {
  const months = monthsOf(asked, todayOf(reader), usualTrendMonths);
  const table = await trendTable({ months, scope: asked }, reader, parts);
  return asStatistic(table, 'monthly', await parts.freshness());
}

/** The best customers or people from the monthly figures, which know no products: those are read from the sales. */
export async function readRanking(
  asked: RankingQuery,
  reader: Reader,
  parts: StatisticsParts,
): Promise<StatisticsTable> {
  const { of, metric, limit } = asked;
  const today = todayOf(reader);
  const months = monthsOf(asked, today);
  if (of !== 'product') {
    const table = await rankingTable({ months, scope: asked, ranking: { ...asked, of } }, reader, parts);
    return asStatistic(table, 'monthly', await parts.freshness());
  }
  const { table } = await figuresFor(
    {
      subject: 'sales',
      query: {
        period: daysOf(months, today),
        ...scopeOf(asked),
        metrics: metric === 'amount' ? ['amount', 'quantity'] : ['quantity', 'amount'],
        dimensions: ['product'],
        limit,
      },
    },
    reader,
    parts,
  );
  return asStatistic(table, 'records', await parts.freshness());
}

function asStatistic(
  table: ResultTable,
  source: StatisticsTable['source'],
  freshness: FreshnessDto,
): StatisticsTable {
  const { scope, definition, period, asOf } = table;
  return { scope, definition, period: period!, asOf: asOf!, freshness, source, table };
}

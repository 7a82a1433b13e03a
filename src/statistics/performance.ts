import type { CellValue, Period, ResultTable } from '../shared/resultTable';
import type { Months, PerformanceDto, StatisticsScope } from '../shared/statistics';
import { figuresFor, scopeOf, todayOf, type Reader, type StatisticsParts } from './context';
import { daysOf, monthsOf } from './months';

/**
 * The figures of a period in one view: of this month when not told. They are read from the sales and contacts themselves,
 * since a month under way is compared by as many days of the months before.
 */
export async function readPerformance(
  asked: StatisticsScope & Months,
  reader: Reader,
  parts: StatisticsParts,
): Promise<PerformanceDto> {
  const today = todayOf(reader);
  const period = daysOf(monthsOf(asked, today), today);
  const base = { period, ...scopeOf(asked) };
  const sales = await figuresFor(
    {
      subject: 'sales',
      query: {
        ...base,
        metrics: ['amount', 'quantity', 'targetAmount', 'achievementRate'],
        compare: 'previous',
      },
    },
    reader,
    parts,
  );
  const lastYear = await figuresFor(
    { subject: 'sales', query: { ...base, metrics: ['amount'], compare: 'lastYear' } },
    reader,
    parts,
  );
  const contacts = await figuresFor(
    { subject: 'interactions', query: { ...base, metrics: ['visits', 'customersVisited'] } },
    reader,
    parts,
  );
  const { scope, definition } = sales.table;
  return {
    ...{ scope, definition, period, asOf: today },
    freshness: await parts.freshness(),
    amount: figure(sales.table, 'amount') ?? 0,
    quantity: figure(sales.table, 'quantity') ?? 0,
    targetAmount: figure(sales.table, 'targetAmount'),
    achievementRate: figure(sales.table, 'achievementRate'),
    previous: compared(sales.table, period),
    lastYear: compared(lastYear.table, period),
    visits: figure(contacts.table, 'visits') ?? 0,
    customersVisited: figure(contacts.table, 'customersVisited') ?? 0,
  };
}

/** A figure of a table of one row; null where it has none. */
function figure({ rows }: ResultTable, key: string): number | null {
  const value: CellValue | undefined = rows[0]?.[key];
  return typeof value === 'number' ? value : null;
}

function compared(table: ResultTable, period: Period): PerformanceDto['previous'] {
  return {
    period: table.comparedPeriod ?? period,
    amount: figure(table, 'amountBefore') ?? 0,
    growth: figure(table, 'amountGrowth'),
  };
}

import { salesQuerySchema, type SalesQuery } from '../figureQuery';
import type { Day } from '../period/calendar';
import { isTimeDimension, salesDimensions } from '../semanticModel/dimensions';
import { salesMetrics, type SalesMetric } from '../semanticModel/salesMetrics';
import type { Metric } from '../semanticModel/types';
import { idlePeriod, lastVisitPeriod } from './defaultPeriod';
import {
  comparisonOf,
  countedBy,
  dimensionsOf,
  periodOf,
  rankingOf,
  rowsOf,
  toThresholds,
  type Person,
} from './queryParts';
import type { Clues } from './readClues';
import type { Bound } from './readThresholds';

/** What is shown with a metric that says little alone. */
const companions: Partial<Record<SalesMetric, SalesMetric[]>> = {
  achievementRate: ['amount', 'targetAmount', 'achievementRate'],
  pace: ['amount', 'targetDue', 'pace'],
  forecastAmount: ['amount', 'forecastAmount'],
  share: ['amount', 'share'],
};

/** The sales query that a question asks for. */
export function salesQueryOf(asked: Clues, person: Person, today: Day): SalesQuery {
  const { interactionTypes: _, ...filters } = asked.filters;
  const clues = { ...asked, filters };
  if (clues.idle === 'sales') return withoutSales(clues, person, today);
  if (clues.assignedTo) return peopleAssigned(clues, person, today);
  if (listsCustomers(clues)) return assignedCustomers(clues, person, today);
  const dimensions = dimensionsOf(clues).filter((key) => key in salesDimensions);
  const asksWhenLast = clues.metrics.sales.some((key) => key === 'lastSale' || key === 'daysSinceLastSale');
  const period =
    clues.times.period ?? (asksWhenLast ? lastVisitPeriod(today) : periodOf(clues, dimensions, today));
  const compare = comparisonOf(clues, period, dimensions);
  const metrics = metricsOf(clues, compare !== undefined);
  const measure = rankedMeasure(clues, metrics, compare !== undefined);
  const thresholds = thresholdsOf(clues, metrics, compare !== undefined, dimensions);
  return salesQuerySchema.parse({
    metrics,
    ...(dimensions.length > 0 ? { dimensions } : {}),
    period,
    ...(compare ? { compare } : {}),
    ...ownTargets(clues, person, metrics, rowsOf(clues, person)),
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(dimensions.length > 0 ? rankingOf(clues, measure) : {}),
  });
}

/** "거래처 목록": those looked after, and nothing said of sales. */
function listsCustomers({ subject, metrics, sold, ranking, bounds, filters }: Clues): boolean {
  const isPlain = metrics.sales.length === 0 && !sold && !ranking && bounds.length === 0;
  return isPlain && subject?.key === 'customer' && subject.isListed && filters.products === undefined;
}

/** Who looks after a customer today. */
function peopleAssigned(clues: Clues, person: Person, today: Day): SalesQuery {
  const period = periodOf(clues, [], today);
  return { metrics: ['assignedCustomers'], dimensions: ['employee'], period, ...rowsOf(clues, person) };
}

/** Customers looked after today, with what they bought. */
function assignedCustomers(clues: Clues, person: Person, today: Day): SalesQuery {
  return {
    metrics: ['amount'],
    dimensions: ['customer'],
    period: periodOf(clues, [], today),
    ...rowsOf(clues, person),
    allAssignedCustomers: true,
  };
}

/** Customers looked after today that bought nothing. */
function withoutSales(clues: Clues, person: Person, today: Day): SalesQuery {
  const period = clues.idleSince ?? clues.times.period ?? idlePeriod(today);
  const dimensions = countedBy(clues);
  if (dimensions.length > 0) {
    return { metrics: ['customersWithoutSale'], dimensions, period, ...rowsOf(clues, person) };
  }
  return {
    metrics: ['amount'],
    dimensions: ['customer'],
    period,
    ...rowsOf(clues, person),
    thresholds: [{ measure: 'amount', atMost: 0 }],
    allAssignedCustomers: true,
    ...(clues.ranking?.limit ? { limit: clues.ranking.limit } : {}),
  };
}

function metricsOf(
  { metrics, bounds, growth, change, target, left }: Clues,
  isCompared: boolean,
): SalesMetric[] {
  const asksAchievement = target !== null || (left && metrics.sales.includes('targetAmount'));
  const said: SalesMetric[] = asksAchievement ? ['achievementRate', ...metrics.sales] : metrics.sales;
  const named = said.flatMap((key) => companions[key] ?? [key]);
  const bounded = bounds.flatMap((bound) => {
    const measure = boundMeasure(bound, metrics.sales, isCompared && (growth || change !== null));
    return measure === undefined || measure === 'change' || measure === 'growth'
      ? []
      : (companions[measure] ?? [measure]);
  });
  const all = [...new Set([...named, ...bounded])];
  const needsAmount =
    all.length === 0 || (isCompared && !all.some((key) => 'comparable' in salesMetrics[key]));
  return needsAmount ? ['amount', ...all] : all;
}

/** What a ranking is by: a change or growth where one is spoken of, else the metric named first. */
function rankedMeasure(
  { metrics, growth, change }: Clues,
  shown: SalesMetric[],
  isCompared: boolean,
): string {
  if (isCompared && growth) return 'growth';
  if (isCompared && change) return 'change';
  return metrics.sales.find((key) => shown.includes(key)) ?? shown[0]!;
}

function thresholdsOf(clues: Clues, metrics: SalesMetric[], isCompared: boolean, dimensions: string[]) {
  const { bounds, change, growth, ranking, groupings, subject, target } = clues;
  const isDecrease = isCompared && change === 'down';
  const thresholds = toThresholds(bounds, isDecrease, (bound) =>
    boundMeasure(bound, metrics, isCompared && (growth || change !== null)),
  );
  if (thresholds.length === 0 && target && subject?.isChosen && metrics.includes('achievementRate')) {
    return [
      target === 'missed'
        ? { measure: 'achievementRate', below: 1 }
        : { measure: 'achievementRate', atLeast: 1 },
    ];
  }
  // "매출이 줄어든 거래처" asks for those alone; "거래처별 증감" for all.
  const isOfChanged =
    isCompared && change !== null && !growth && !ranking && subject !== null && groupings.length === 0;
  if (thresholds.length === 0 && isOfChanged && !dimensions.every(isTimeDimension)) {
    return [change === 'down' ? { measure: 'change', below: 0 } : { measure: 'change', above: 0 }];
  }
  return thresholds;
}

/** The measure a bound is about, by what it is measured in. */
function boundMeasure(
  { unit }: Bound,
  named: readonly SalesMetric[],
  isChange: boolean,
): SalesMetric | 'change' | 'growth' | undefined {
  if (unit === 'ratio') {
    if (isChange) return 'growth';
    return (
      named.find((key) => salesMetrics[key].kind === 'ratio') ??
      (named.includes('targetAmount') ? 'achievementRate' : 'share')
    );
  }
  if (isChange && unit === 'won') return 'change';
  if (unit === 'won') return named.find((key) => salesMetrics[key].kind === 'won') ?? 'amount';
  if (unit === 'times') return 'saleCount';
  if (unit === 'units') return 'quantity';
  return unit === 'none' ? (named[0] ?? 'amount') : undefined;
}

function readsTargets({ parts }: Metric): boolean {
  return parts?.includes('target') ?? false;
}

/** Targets are a person's: a rep's achievement compares them with own sales. */
function ownTargets(
  clues: Clues,
  { role }: Person,
  metrics: SalesMetric[],
  rows: ReturnType<typeof rowsOf>,
): ReturnType<typeof rowsOf> {
  const isTarget = metrics.some((key) => readsTargets(salesMetrics[key]));
  const isOthers = rows.filters?.employeeNos !== undefined || rows.filters?.teams !== undefined;
  return isTarget && role === 'rep' && !isOthers ? { ...rows, mine: true } : rows;
}

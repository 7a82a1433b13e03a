import { interactionsQuerySchema, type InteractionsQuery } from '../figureQuery';
import { daysBetween, type Day, type Period } from '../period/calendar';
import { isTimeDimension } from '../semanticModel/dimensions';
import { interactionMetrics, type InteractionMetric } from '../semanticModel/interactionMetrics';
import { defaultListPeriod, lastVisitPeriod } from './defaultPeriod';
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

/** Customers shown when a question asks for those not visited for long, and not for how many. */
const longestNotVisited = 10;
const visited = { measure: 'visits', above: 0 };

/** The query about visits and contacts that a question asks for. */
export function interactionsQueryOf(clues: Clues, person: Person, today: Day): InteractionsQuery {
  if (clues.idle === 'visits' || (clues.longAgo && asksLastVisit(clues)))
    return withoutVisits(clues, person, today);
  if (isList(clues)) return listOf(clues, person, today);
  if (asksLastVisit(clues)) return lastVisits(clues, person, today);
  const dimensions = dimensionsOf(clues);
  const period = periodOf(clues, dimensions, today);
  const metrics = metricsOf(clues);
  const compare = metrics.some((key) => 'comparable' in interactionMetrics[key])
    ? comparisonOf(clues, period, dimensions)
    : undefined;
  const measure = compare && clues.change ? 'change' : metrics[0]!;
  const bounded = toThresholds(clues.bounds, false, (bound) => boundMetric(bound, metrics));
  const thresholds = bounded.length === 0 && asksWhoWasVisited(clues, metrics) ? [visited] : bounded;
  return interactionsQuerySchema.parse({
    metrics,
    ...(dimensions.length > 0 ? { dimensions } : {}),
    period,
    ...(compare ? { compare } : {}),
    ...rowsOf(clues, person),
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(dimensions.length > 0 ? rankingOf(clues, measure) : {}),
  });
}

/** "지난주에 방문한 거래처": those, and not others that were only called. */
function asksWhoWasVisited(
  { subject, groupings, ranking, change }: Clues,
  metrics: InteractionMetric[],
): boolean {
  const isChoice = subject?.isChosen === true && !isTimeDimension(subject.key) && groupings.length === 0;
  return isChoice && ranking === null && change === null && metrics[0] === 'visits';
}

/** Whether the contacts themselves are wanted and not figures about them. */
function isList({
  list,
  nextAction,
  wentOut,
  whenLast,
  metrics,
  ranking,
  groupings,
  subject,
}: Clues): boolean {
  if (nextAction) return true;
  if (whenLast && !list) return false;
  if (ranking?.limit === undefined && groupings.length > 0) return false;
  return list || (wentOut && metrics.interactions.length === 0 && subject === null);
}

function listOf(clues: Clues, person: Person, today: Day): InteractionsQuery {
  const isLast = clues.metrics.interactions.includes('lastVisit');
  const limit = clues.ranking?.limit ?? clues.count ?? (isLast ? 1 : undefined);
  return {
    metrics: ['contacts'],
    list: true,
    period: listPeriod(clues, today),
    ...visitsOnly(clues, rowsOf(clues, person)),
    ...(limit ? { limit } : {}),
  };
}

/**
 * What is to be done next was written down in contacts of the past: "다음 주 할 일" does not limit where to look. A period
 * that has begun is one of the contacts.
 */
function listPeriod({ times, nextAction }: Clues, today: Day): Period {
  const { period } = times;
  return period && !(nextAction && period.from > today) ? period : defaultListPeriod(today);
}

/** "방문 내역" is of visits alone; "활동 내역" and next actions are of all contacts. */
function visitsOnly(
  { metrics, nextAction }: Clues,
  rows: ReturnType<typeof rowsOf>,
): ReturnType<typeof rowsOf> {
  const isVisits = metrics.interactions.length > 0 && !metrics.interactions.includes('contacts');
  if (!isVisits || nextAction || rows.filters?.interactionTypes) return rows;
  return { ...rows, filters: { ...rows.filters, interactionTypes: ['방문'] } };
}

function asksLastVisit({ whenLast, metrics, bounds }: Clues): boolean {
  const { interactions } = metrics;
  return (
    whenLast ||
    interactions.includes('lastVisit') ||
    interactions.includes('daysSinceLastVisit') ||
    bounds.some(({ unit }) => unit === 'days')
  );
}

function lastVisits(clues: Clues, person: Person, today: Day): InteractionsQuery {
  const isOne = clues.filters.customers?.length === 1;
  const asked = dimensionsOf(clues);
  const dimensions = asked.length > 0 ? asked : isOne ? [] : (['customer'] as const);
  const thresholds = toThresholds(clues.bounds, false, ({ unit }) =>
    unit === 'days' ? 'daysSinceLastVisit' : undefined,
  );
  return interactionsQuerySchema.parse({
    metrics: ['lastVisit', 'daysSinceLastVisit'],
    ...(dimensions.length > 0 ? { dimensions } : {}),
    period: clues.times.period ?? lastVisitPeriod(today),
    ...rowsOf(clues, person),
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(dimensions.length > 0 ? rankingOf(clues, 'daysSinceLastVisit') : {}),
  });
}

/** Customers looked after today without a visit: in a period that was named, or for so many days, or the longest. */
function withoutVisits(clues: Clues, person: Person, today: Day): InteractionsQuery {
  const base = { dimensions: ['customer' as const], ...rowsOf(clues, person), allAssignedCustomers: true };
  const { period, unit } = clues.times;
  const dimensions = countedBy(clues);
  if (dimensions.length > 0) {
    const days = clues.idleSince ?? periodOf(clues, dimensions, today);
    return { metrics: ['customersWithoutVisit'], dimensions, period: days, ...rowsOf(clues, person) };
  }
  const since = clues.idleSince ?? (unit === 'span' && period?.to === today ? period : undefined);
  const limit = clues.ranking?.limit;
  if (period && !since) {
    return {
      ...base,
      metrics: ['visits'],
      period,
      thresholds: [{ measure: 'visits', atMost: 0 }],
      ...(limit ? { limit } : {}),
    };
  }
  const days = since && daysBetween(since.from, today) + 1;
  return {
    ...base,
    metrics: ['lastVisit', 'daysSinceLastVisit'],
    period: lastVisitPeriod(today),
    ...(days ? { thresholds: [{ measure: 'daysSinceLastVisit', atLeast: days }] } : {}),
    order: { by: 'daysSinceLastVisit', direction: 'desc' },
    ...(limit || !days ? { limit: limit ?? longestNotVisited } : {}),
  };
}

function metricsOf({ metrics, filters, groupings }: Clues): InteractionMetric[] {
  if (filters.interactionTypes || groupings.includes('interactionType')) {
    // 전화 몇 번: contacts of that kind; the word for visits counts visits beside them.
    return ['contacts', ...metrics.interactions.filter((key) => key === 'customersVisited')];
  }
  return metrics.interactions.length > 0 ? metrics.interactions : ['visits'];
}

function boundMetric({ unit }: Bound, metrics: InteractionMetric[]): string | undefined {
  if (unit === 'days') return 'daysSinceLastVisit';
  return unit === 'times' || unit === 'none' || unit === 'units' ? metrics[0] : undefined;
}

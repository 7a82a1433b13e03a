import type { ResultTable } from '../../shared/resultTable';
import type { FigureFilters, FigureRequest } from '../figureQuery';
import type { Day } from '../period/calendar';
import { endingBy, unitAround } from '../period/calendarUnits';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import { isTimeDimension } from '../semanticModel/dimensions';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Metric } from '../semanticModel/types';
import type { MeantFigures } from './meantFigures';
import { neighbourOf, unitOf } from './periodInWords';

/** Customers or products of a ranking: as many as fit a phone. */
const rankedGroups = 5;

const metrics: Record<string, Metric> = { ...salesMetrics, ...interactionMetrics };

interface Shown {
  request: FigureRequest;
  /** Its filters, as codes. */
  filters: FigureFilters;
  table: ResultTable;
  today: Day;
  /** Whether the person sees figures of others. */
  seesOthers: boolean;
}

/** A question that could follow, and a name it has that the one before had not. */
export interface NextFigures {
  meant: MeantFigures;
  name?: { filter: 'customers' | 'products'; name: string };
}

/**
 * What could be asked after these figures, the likeliest first: one more step into them, the period beside theirs, what else
 * there is of the customer, the year before, another dimension.
 */
export function nextFigures(shown: Shown): NextFigures[] {
  const { request, filters, today } = shown;
  const { query, subject } = request;
  const mine = query.mine ?? false;
  if ('list' in query && query.list) return [...ofCustomer(shown), ...countsOf(shown)];
  const metric = query.metrics[query.metrics.length - 1]!;
  const dimensions = query.dimensions ?? [];
  const same: MeantFigures = { subject, metric, dimensions, period: query.period, filters, mine };
  const isOverTime = dimensions.some(isTimeDimension);
  const neighbour = isOverTime ? null : neighbourOf(query.period, today);
  // A development over months is of no period that has a name; what is asked next is of this year.
  const named = unitOf(query.period, today) ? same : { ...same, period: thisYear(today) };
  const wider = isOverTime ? named : same;
  const [first, ...others] = otherDimensions(shown).map((dimension) => groupedBy(dimension, wider));
  const best = stepInto(shown, same);
  return [
    ...(best ? [best] : first ? [{ meant: first }] : []),
    ...(neighbour ? [{ meant: { ...same, ...limitOf(shown), period: neighbour } }] : []),
    ...ofCustomer(shown),
    ...(query.compare === undefined && metrics[metric]!.comparable && !isOverTime
      ? [{ meant: { ...same, ...limitOf(shown), compare: 'lastYear' as const } }]
      : []),
    ...(best && first ? [{ meant: first }] : []),
    ...others.map((meant) => ({ meant })),
  ];
}

/** How often customers were visited, beside a list of visits. */
function countsOf({ request: { query }, filters, today }: Shown): NextFigures[] {
  const { interactionTypes: _visits, ...rest } = filters;
  const visits: MeantFigures = {
    ...{ subject: 'interactions', metric: 'visits', filters: rest, mine: query.mine ?? false },
    ...{ dimensions: [], period: endingBy(today, unitAround(today, 'month')) },
  };
  return [
    ...(filters.customers ? [] : [{ meant: groupedBy('customer', visits) }]),
    { meant: groupedBy('month', visits) },
    { meant: visits },
  ];
}

function thisYear(today: Day) {
  return endingBy(today, unitAround(today, 'year'));
}

/** Of a ranking its length: the next is to be as long. */
function limitOf({ request: { query } }: Shown): { limit?: number } {
  return query.limit !== undefined && query.order?.direction === 'desc' ? { limit: query.limit } : {};
}

/** The largest group by what it is made of. */
function stepInto({ table, filters }: Shown, same: MeantFigures): NextFigures | null {
  const [dimension] = same.dimensions;
  if (same.dimensions.length !== 1 || same.subject !== 'sales') return null;
  if (dimension !== 'customer' && dimension !== 'product') return null;
  const filter = dimension === 'customer' ? 'customers' : 'products';
  const code = table.codes?.[dimension]?.[0];
  const name = table.rows[0]?.[dimension];
  if (!code || typeof name !== 'string' || filters[filter]?.length === 1) return null;
  const inside = groupedBy(dimension === 'customer' ? 'product' : 'customer', same);
  return { meant: { ...inside, filters: { ...filters, [filter]: [code] } }, name: { filter, name } };
}

/** What else there is of the one customer that figures are of: contacts beside sales, sales beside contacts. */
function ofCustomer({ request, filters }: Shown): NextFigures[] {
  const { customers } = filters;
  if (customers?.length !== 1) return [];
  const other = { dimensions: [], filters: { customers }, mine: false };
  return request.subject === 'sales'
    ? [{ meant: { ...other, subject: 'interactions', metric: 'visits', list: true } }]
    : [{ meant: { ...other, subject: 'sales', metric: 'amount', dimensions: ['month'] } }];
}

/** What figures are not grouped by yet and can be. */
function otherDimensions({ request: { subject, query }, filters, seesOthers }: Shown): string[] {
  const isOfOne = (key: keyof FigureFilters) => (filters[key] as string[] | undefined)?.length === 1;
  const metric = query.metrics[query.metrics.length - 1]!;
  return [
    ...(isOfOne('customers') ? [] : ['customer']),
    ...(subject === 'interactions' || filters.products ? [] : ['product']),
    ...(seesOthers && !query.mine && !isOfOne('employeeNos') ? ['employee'] : []),
    // The last visit of each month says nothing of how long ago it was.
    ...(metrics[metric]!.kind === 'day' || metrics[metric]!.unit === 'days' ? [] : ['month']),
  ].filter(
    (dimension) =>
      !(query.dimensions as string[] | undefined)?.includes(dimension) &&
      !metrics[metric]!.notBy?.includes(dimension),
  );
}

/** Customers are many, so the largest of them; months are those of a year. */
function groupedBy(dimension: string, same: MeantFigures): MeantFigures {
  if (dimension === 'month') return { ...same, dimensions: [dimension], period: undefined };
  return {
    ...same,
    dimensions: [dimension],
    ...(dimension === 'customer' ? { limit: rankedGroups } : {}),
  };
}

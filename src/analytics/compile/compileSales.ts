import type { FigureQuery, SalesQuery } from '../figureQuery';
import { salesDimensions } from '../semanticModel/dimensions';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Dimension, FactPart, Metric } from '../semanticModel/types';
import type { CompiledQuery } from './compiled';
import { factParts } from './factParts';
import { groupedQuery } from './groupedQuery';
import { measuresOf } from './measures';
import { parameterList } from './parameterList';
import { salesFacts } from './salesFacts';
import { needsWhole, shareOf } from './share';
import { workingDayRows } from './workingDayRows';

const metrics: Record<string, Metric> = salesMetrics;
const dimensions: Record<string, Dimension> = salesDimensions;

/**
 * A sales query as one parameterised statement. Row-level security of the reader role decides which rows there are.
 * @param query one without a `queryMistake`, its names resolved.
 * @param today calendar day in Korea.
 */
export function compileSales(query: SalesQuery, today: string): CompiledQuery {
  const parameters = parameterList();
  const groups = groupsOf(query, dimensions);
  const todaySql = `date '${today}'`; // the clock's, not a person's words
  const needed = factParts(query, metrics, groups);
  const whole: FactPart[] = query.metrics.includes('share') && needsWhole(groups) ? ['whole'] : [];
  const parts = new Set([...needed.parts, ...whole]);
  const tables = new Set(groups.flatMap(({ table }) => table ?? []));
  const facts = salesFacts({ query, needed: { ...needed, parts }, tables, today: todaySql, parameters });
  const measures = measuresOf(query, metrics, todaySql).map((measure) =>
    measure.key === 'share' ? { ...measure, aggregate: shareOf(groups, salesMetrics.amount.sql) } : measure,
  );
  const workingDays = query.metrics.some((key) => metrics[key]!.relations?.includes('workingDays'))
    ? workingDayRows(query.period, today, parameters)
    : undefined;
  return {
    ...groupedQuery({ query, metrics, facts, workingDays: workingDays?.sql, groups, measures, parameters }),
    basePeriod: needed.base?.period,
    notes: [...needed.notes, ...(workingDays?.notes ?? [])],
  };
}

/** The dimensions a query groups by. */
export function groupsOf(query: Pick<FigureQuery, 'dimensions'>, known: Record<string, Dimension>) {
  return (query.dimensions ?? []).map((key) => ({ ...known[key]!, key }));
}

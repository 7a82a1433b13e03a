import type { FigureQuery, SalesQuery } from '../figureQuery';
import { salesDimensions } from '../semanticModel/dimensions';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Dimension, FactPart, Metric } from '../semanticModel/types';
import { comparedPeriod } from './comparedPeriod';
import type { CompiledQuery } from './compiled';
import { groupedQuery } from './groupedQuery';
import { measuresOf } from './measures';
import { parameterList } from './parameterList';
import { salesFacts } from './salesFacts';
import { needsWhole, shareOf } from './share';

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
  const base =
    query.compare && comparedPeriod(query.period, query.compare, groups.find(({ step }) => step)?.step);
  const parts = new Set<FactPart>(query.metrics.flatMap((key) => metrics[key]!.parts ?? []));
  if (query.metrics.includes('share') && needsWhole(groups)) parts.add('whole');
  const tables = new Set(groups.flatMap(({ table }) => table ?? []));
  const facts = salesFacts({ query, parts, tables, base, today: todaySql, parameters });
  const measures = measuresOf(query, metrics, todaySql).map((measure) =>
    measure.key === 'share' ? { ...measure, aggregate: shareOf(groups, salesMetrics.amount.sql) } : measure,
  );
  return {
    ...groupedQuery({ query, metrics, facts, groups, measures, parameters }),
    basePeriod: base?.period,
  };
}

/** The dimensions a query groups by. */
export function groupsOf(query: Pick<FigureQuery, 'dimensions'>, known: Record<string, Dimension>) {
  return (query.dimensions ?? []).map((key) => ({ ...known[key]!, key }));
}
